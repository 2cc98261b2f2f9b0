import Optimiser

/// The truth about tiny problems, by trying every order of every set of jobs, with every set of
/// reloads between them.
///
/// A reload without which everything would fit costs time, and only a work band or a table in
/// which detours are short can reward that. The search does not look for such plans.
struct Oracle {
  private let problem: Problem
  private let triesNeedlessReloads: Bool
  /// What is served as a whole: the pinned sequences, and every other job by itself.
  private let blocks: [[Int]]
  /// Per vehicle and set of blocks the least cost, nil where no order is feasible.
  private var costs: [[Int64?]]

  init(_ problem: Problem, triesNeedlessReloads: Bool = true) {
    self.problem = problem
    self.triesNeedlessReloads = triesNeedlessReloads
    let pinned = Set(problem.pins.flatMap(\.jobs))
    let blocks =
      problem.pins.map(\.jobs)
      + problem.jobs.indices.filter { !pinned.contains($0) }.map { [$0] }
    self.blocks = blocks
    costs = problem.vehicles.indices.map { vehicle in
      // A vehicle that has served something already has a route.
      let isUnderWay = problem.pins.contains { $0.isAtStart && $0.vehicle == vehicle }
      return [isUnderWay ? nil : 0] + [Int64?](repeating: nil, count: (1 << blocks.count) - 1)
    }
    for vehicle in problem.vehicles.indices { extend(Route(vehicle: vehicle, jobs: []), set: 0) }
  }

  /// The best objective of all solutions.
  var optimum: Objective {
    let all = (1 << blocks.count) - 1
    var best: [Int64?] = [0] + [Int64?](repeating: nil, count: all)
    for vehicle in problem.vehicles.indices {
      var combined = [Int64?](repeating: nil, count: all + 1)
      for set in 0...all {
        for taken in 0...set where taken & set == taken {
          guard let rest = best[set & ~taken], let own = costs[vehicle][taken] else { continue }
          combined[set] = min(combined[set] ?? .max, rest + own)
        }
      }
      best = combined
    }
    return (0...all).compactMap { set in best[set].map { objective(serving: set, cost: $0) } }
      .min() ?? Objective(unservedByTier: [], cost: 0)
  }

  private func objective(serving set: Int, cost: Int64) -> Objective {
    var objective = Objective(
      unservedByTier: [Int64](repeating: 0, count: problem.tierCount), cost: cost)
    for (index, block) in blocks.enumerated() where set & (1 << index) == 0 {
      for job in block {
        objective.unservedByTier[problem.jobs[job].tier] += Int64(problem.jobs[job].weight)
      }
    }
    return objective
  }

  private mutating func extend(_ route: Route, set: Int) {
    for (index, block) in blocks.enumerated() where set & (1 << index) == 0 {
      var longer = route
      longer.jobs += block
      let larger = set | (1 << index)
      tryReloads(longer, from: 1, set: larger)
      extend(longer, set: larger)
    }
  }

  /// Tries `route` as it is, and with every set of reloads from `position` on.
  private mutating func tryReloads(_ route: Route, from position: Int, set: Int) {
    if triesNeedlessReloads || !hasNeedlessReload(route),
      let schedule = try? problem.schedule(of: route)
    {
      let known = costs[route.vehicle][set] ?? .max
      costs[route.vehicle][set] = min(known, schedule.cost)
    }
    guard let reload = problem.vehicles[route.vehicle].reload,
      route.reloadsBefore.count < reload.maximum, position < route.jobs.count
    else { return }
    for next in position..<route.jobs.count {
      var refilled = route
      refilled.reloadsBefore.append(next)
      tryReloads(refilled, from: next + 1, set: set)
    }
  }

  /// Whether two trips of `route` would fit into one bag.
  private func hasNeedlessReload(_ route: Route) -> Bool {
    let capacity = problem.vehicles[route.vehicle].capacity.values
    let bounds = [0] + route.reloadsBefore + [route.jobs.count]
    return zip(bounds, bounds.dropFirst(2)).contains { start, end in
      let trip = route.jobs[start..<end].map { problem.jobs[$0] }
      return (0...trip.count).allSatisfy { served in
        capacity.indices.allSatisfy { dimension in
          let owed = trip[served...].reduce(0) { $0 + $1.demand[dimension] }
          let collected = trip[..<served].reduce(0) { $0 + ($1.pickup?[dimension] ?? 0) }
          return owed + collected <= capacity[dimension]
        }
      }
    }
  }
}
