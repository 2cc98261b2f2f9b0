/// The first plan: begins with one run per job and joins the ends of runs where that saves most.
///
/// Only joins between near jobs are looked at, so that the work grows hardly faster than the
/// number of jobs; and in the end those between the lightest runs, wherever they are. Used where
/// nothing but the way and the load counts.
///
/// Source: Clarke, Wright, "Scheduling of vehicles from a central depot to a number of delivery
/// points", Operations Research 12(4), 1964.
struct Savings: ~Copyable {
  private struct Join {
    let saved: Int
    let first: Int
    let second: Int
  }

  /// How many of the nearest jobs a job may be joined to.
  private static let mostNeighbours = 40
  /// How many of the lightest chains may be joined over any distance.
  private static let mostLightChains = 1_000

  private let flat: FlatProblem
  /// The jobs next to each job in its chain, `job × 2`, -1 at an end.
  private var beside: Column<Int32>
  /// The chain of each job, by union and find.
  private var parent: Column<Int32>
  private var load: Column<Int64>
  private var stops: Column<Int32>

  /// Joins what can be joined under the rules of the first vehicle.
  init(_ problem: Problem, nearest: borrowing NearestJobs) {
    flat = FlatProblem(problem)
    beside = Column(repeating: -1, count: 2 * flat.jobCount)
    parent = Column(Array(0..<flat.jobCount))
    load = Column(repeating: 0, count: flat.jobCount)
    stops = Column(repeating: 1, count: flat.jobCount)
    for job in 0..<flat.jobCount { load[job] = flat.demand[job] }
    for join in joinsOfNear(nearest) { apply(join) }
    for join in joinsOfLight() { apply(join) }
  }

  /// The chains as routes, by their smallest job; each is given a vehicle as long as there are.
  func routes() -> [Route] {
    var routes: [Route] = []
    var isListed = [Bool](repeating: false, count: flat.jobCount)
    for end in 0..<flat.jobCount where !isListed[end] && isEnd(end) {
      guard routes.count < flat.vehicleCount else { break }
      var jobs: [Int] = []
      var behind = -1
      var job = end
      while job >= 0 {
        jobs.append(job)
        isListed[job] = true
        // A chain's first end has its one neighbour in the first place.
        let isBackwards = behind >= 0 && beside[2 * job] == behind
        let onward = isBackwards ? beside[2 * job + 1] : beside[2 * job]
        behind = job
        job = onward
      }
      routes.append(Route(vehicle: routes.count, jobs: jobs))
    }
    return routes
  }

  /// Returns every join of near jobs that saves something, the best first.
  private func joinsOfNear(_ nearest: borrowing NearestJobs) -> [Join] {
    var joins: [Join] = []
    for job in 0..<flat.jobCount {
      for rank in 0..<min(nearest.count, Self.mostNeighbours) {
        let other = nearest[job, rank]
        let saved = savedWay(job, other)
        // Of a pair that is near both ways, one entry is enough.
        guard saved > 0, job < other || !isListed(job, by: other, nearest) else { continue }
        joins.append(Join(saved: saved, first: job, second: other))
      }
    }
    joins.sort(by: Self.isBetter(_:than:))
    return joins
  }

  /// Returns every join of the lightest chains that saves something, the best first.
  ///
  /// Where places lie in clusters, the last chain of each has room and none near to fill it from.
  private mutating func joinsOfLight() -> [Join] {
    let chains = lightestChains()
    var joins: [Join] = []
    for (index, ends) in chains.enumerated() {
      for otherEnds in chains[..<index] where canJoin(ends[0], otherEnds[0]) {
        for first in ends {
          for second in otherEnds {
            let saved = savedWay(first, second)
            if saved > 0 { joins.append(Join(saved: saved, first: first, second: second)) }
          }
        }
      }
    }
    joins.sort(by: Self.isBetter(_:than:))
    return joins
  }

  /// Returns the ends of the chains with the least load, one or two each.
  private mutating func lightestChains() -> [[Int]] {
    var ends = [[Int]](repeating: [], count: flat.jobCount)
    for job in 0..<flat.jobCount where isEnd(job) { ends[chain(of: job)].append(job) }
    let chains = ends.indices.filter { !ends[$0].isEmpty }
    let lightest = chains.sorted { (load[$0], $0) < (load[$1], $1) }
    return lightest.prefix(Self.mostLightChains).map { ends[$0] }
  }

  /// Whether a join comes first: it saves more or, of equal ones, has the smaller jobs.
  private static func isBetter(_ join: Join, than other: Join) -> Bool {
    (join.saved, other.first, other.second) > (other.saved, join.first, join.second)
  }

  /// The way saved by going from one job to the other rather than home between them.
  private func savedWay(_ job: Int, _ other: Int) -> Int {
    let depot = flat.jobCount
    return flat.travel.seconds(from: depot, to: job)
      + flat.travel.seconds(from: depot, to: other) - flat.travel.seconds(from: job, to: other)
  }

  private func isListed(_ job: Int, by other: Int, _ nearest: borrowing NearestJobs) -> Bool {
    let count = min(nearest.count, Self.mostNeighbours)
    for rank in 0..<count where nearest[other, rank] == job { return true }
    return false
  }

  private mutating func apply(_ join: Join) {
    guard isEnd(join.first), isEnd(join.second), canJoin(join.first, join.second) else { return }
    let chain = chain(of: join.first)
    let other = self.chain(of: join.second)
    parent[other] = chain
    load[chain] += load[other]
    stops[chain] += stops[other]
    attach(join.first, to: join.second)
    attach(join.second, to: join.first)
  }

  /// Whether the jobs are in two chains that one run can serve.
  private mutating func canJoin(_ job: Int, _ otherJob: Int) -> Bool {
    let chain = chain(of: job)
    let other = self.chain(of: otherJob)
    return chain != other && load[chain] + load[other] <= flat.capacity[0]
      && stops[chain] + stops[other] <= flat.maximumStops[0]
  }

  private mutating func attach(_ job: Int, to other: Int) {
    let side = beside[2 * job] < 0 ? 0 : 1
    beside[2 * job + side] = other
  }

  private func isEnd(_ job: Int) -> Bool { beside[2 * job] < 0 || beside[2 * job + 1] < 0 }

  private mutating func chain(of job: Int) -> Int {
    var root = job
    while parent[root] != root {
      parent[root] = parent[parent[root]]
      root = parent[root]
    }
    return root
  }
}
