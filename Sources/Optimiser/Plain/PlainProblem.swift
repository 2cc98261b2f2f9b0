/// A problem in which only the way and the load count, or a part of one.
///
/// All runs are alike, begin and end at one depot and follow straight lines, so the search over
/// it needs no clock and is several times as fast as over a ``Problem`` in general.
struct PlainProblem: Sendable {
  struct Point: Sendable {
    let eastMetres: Int32
    let northMetres: Int32
  }

  let ground: Ground
  let depot: Point
  /// Where each job is.
  let points: [Point]
  let demand: [Int32]
  /// What each job adds to the cost wherever it is served.
  let service: [Int32]
  /// What is lost where a job is left out.
  let weight: [Int32]
  let runCount: Int
  let capacity: Int
  let maximumStops: Int
  /// What using a run costs besides its way.
  let fixedCost: Int

  /// Returns nil where a rule beyond way and load counts, or where times come from a table.
  init?(_ problem: Problem) {
    guard problem.isPlain, case .plane(let plane) = problem.travel[0].source,
      let vehicle = problem.vehicles.first, let start = vehicle.startLocation
    else { return nil }
    let point = { (location: Int) in
      Point(eastMetres: plane.eastMetres[location], northMetres: plane.northMetres[location])
    }
    ground = Ground(secondsPerMetre: plane.secondsPerMetre, bias: plane.rounding.bias)
    depot = point(start)
    points = problem.jobs.map { point($0.location) }
    demand = problem.jobs.map { $0.demand[0] }
    service = problem.jobs.map { problem.measure == .duration ? $0.serviceSeconds : 0 }
    weight = problem.jobs.map(\.weight)
    runCount = problem.vehicles.count
    capacity = Int(vehicle.capacity[0])
    maximumStops = Int(vehicle.maximumStops)
    fixedCost = Int(vehicle.fixedCost)
  }

  /// The part of `whole` with the jobs `members`, numbered as they are listed.
  init(_ whole: PlainProblem, members: [Int32], runCount: Int) {
    ground = whole.ground
    depot = whole.depot
    points = members.map { whole.points[Int($0)] }
    demand = members.map { whole.demand[Int($0)] }
    service = members.map { whole.service[Int($0)] }
    weight = members.map { whole.weight[Int($0)] }
    self.runCount = runCount
    capacity = whole.capacity
    maximumStops = whole.maximumStops
    fixedCost = whole.fixedCost
  }

  var jobCount: Int { points.count }

  /// What can be kept of the routes of `solution`: each job once, no run overfull, no run twice.
  func possibleRoutes(of solution: Solution?) -> [[Int32]] {
    var isServed = [Bool](repeating: false, count: jobCount)
    var routes: [[Int32]] = []
    for route in solution?.routes ?? [] where routes.count < runCount {
      var kept: [Int32] = []
      var load = 0
      for job in route.jobs where points.indices.contains(job) && !isServed[job] {
        guard load + Int(demand[job]) <= capacity, kept.count < maximumStops else { continue }
        isServed[job] = true
        load += Int(demand[job])
        kept.append(Int32(job))
      }
      if !kept.isEmpty { routes.append(kept) }
    }
    return routes
  }

  /// The runs that everything would fill if it could be cut at will: no plan has fewer.
  var fewestRuns: Int {
    let load = demand.reduce(0) { $0 + Int($1) }
    let byLoad = (load + capacity - 1) / max(1, capacity)
    return max(1, byLoad, (jobCount + maximumStops - 1) / max(1, maximumStops))
  }
}
