/// The best plan found, kept by copying only the runs that changed since the last one.
struct BestPlan: ~Copyable {
  private(set) var standing: Standing
  /// How many runs it has.
  private(set) var usedRunCount = 0
  private var next: Column<Int32>
  private let runCount: Int
  /// Runs that differ from those kept.
  private var stale: NodeSet

  init(_ runs: borrowing Runs) {
    standing = Standing(runs)
    next = Column(Array(0..<runs.flat.nodeCount))
    runCount = runs.flat.vehicleCount
    stale = NodeSet(capacity: runCount)
    noteAllChanged()
    keep(runs)
  }

  /// Notes that any run may have changed.
  mutating func noteAllChanged() {
    for run in 0..<runCount { stale.insert(run) }
  }

  /// Notes which runs an accepted step has changed.
  mutating func noteChanges(_ runs: borrowing Runs) {
    for index in 0..<runs.touched.count { stale.insert(runs.touched[index]) }
  }

  /// Keeps `runs` as the best plan.
  mutating func keep(_ runs: borrowing Runs) {
    for index in 0..<stale.count {
      let end = runs.endNode(of: stale[index])
      var node = end
      repeat {
        next[node] = runs.next(node)
        node = runs.next(node)
      } while node != end
    }
    stale.removeAll()
    standing.record(runs)
    usedRunCount = runs.usedRunCount
  }

  /// Writes the best plan down.
  func solution(_ flat: borrowing FlatProblem) -> Solution {
    var routes: [Route] = []
    var isServed = [Bool](repeating: false, count: flat.jobCount)
    for vehicle in 0..<flat.vehicleCount {
      var route = Route(vehicle: vehicle, jobs: [])
      let end = flat.jobCount + vehicle
      var node = next[end]
      while node != end {
        if flat.isJob(node) {
          route.jobs.append(node)
          isServed[node] = true
        } else {
          route.reloadsBefore.append(route.jobs.count)
        }
        node = next[node]
      }
      if !route.jobs.isEmpty { routes.append(route) }
    }
    let unserved = isServed.indices.filter { !isServed[$0] }
    return Solution(routes: routes, unserved: unserved)
  }
}
