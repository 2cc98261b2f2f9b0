@testable import Optimiser

/// Routes through a problem as a careless planner would draw them: many are possible, the others
/// break every kind of rule.
struct RandomRoute {
  let problem: Problem

  func make(using random: inout SplitMix64) -> Route {
    let vehicle = random.below(problem.vehicles.count)
    var blocks = self.blocks
    if random.below(8) == 0 { blocks = problem.jobs.indices.map { [$0] } }
    blocks.shuffle(using: &random)
    if let start = startPin(of: vehicle), random.below(10) > 0 {
      blocks.removeAll { !Set($0).isDisjoint(with: start) }
      blocks.insert(start, at: 0)
    }
    let length = 1 + random.below(min(5, blocks.count))
    var route = Route(vehicle: vehicle, jobs: Array(blocks[..<length].joined()))
    route.reloadsBefore = reloads(between: blocks[..<length], of: vehicle, using: &random)
    return route
  }

  /// A solution with `route`, the routes of vehicles that are under way already, and nothing else.
  func solution(with route: Route) -> Solution {
    var routes = [route]
    for vehicle in problem.vehicles.indices where vehicle != route.vehicle {
      guard let start = startPin(of: vehicle), Set(start).isDisjoint(with: route.jobs) else {
        continue
      }
      routes.append(Route(vehicle: vehicle, jobs: start))
    }
    let served = Set(routes.flatMap(\.jobs))
    return Solution(
      routes: routes, unserved: problem.jobs.indices.filter { !served.contains($0) })
  }

  /// The pins, and every other job by itself.
  private var blocks: [[Int]] {
    let pinned = Set(problem.pins.flatMap(\.jobs))
    return problem.pins.map(\.jobs)
      + problem.jobs.indices.filter { !pinned.contains($0) }.map { [$0] }
  }

  private func startPin(of vehicle: Int) -> [Int]? {
    problem.pins.first { $0.isAtStart && $0.vehicle == vehicle }?.jobs
  }

  /// Draws reloads between blocks, and now and then at places or in numbers that are wrong.
  private func reloads(
    between blocks: ArraySlice<[Int]>, of vehicle: Int, using random: inout SplitMix64
  ) -> [Int] {
    let isCareful = random.below(8) > 0
    guard problem.vehicles[vehicle].reload != nil || !isCareful else { return [] }
    let jobCount = blocks.reduce(0) { $0 + $1.count }
    guard isCareful else {
      return random.below(4) > 0 ? [] : [random.below(jobCount + 2), random.below(jobCount + 1)]
    }
    var position = 0
    var reloads: [Int] = []
    for block in blocks {
      if position > 0, random.below(3) == 0 { reloads.append(position) }
      position += block.count
    }
    return reloads
  }
}
