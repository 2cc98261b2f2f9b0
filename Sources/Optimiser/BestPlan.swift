/// The best plan found, kept by copying only the runs that changed since the last one.
struct BestPlan: ~Copyable {
  private(set) var standing: Standing
  private var next: Column<Int32>
  /// Runs that differ from those kept.
  private var stale: NodeSet

  init(_ runs: borrowing Runs) {
    standing = Standing(runs)
    next = Column(Array(0..<(runs.flat.jobCount + runs.flat.vehicleCount)))
    stale = NodeSet(capacity: runs.flat.vehicleCount)
    for run in 0..<runs.flat.vehicleCount { stale.insert(run) }
    keep(runs)
  }

  /// Notes which runs an accepted step has changed.
  mutating func noteChanges(_ runs: borrowing Runs) {
    for index in 0..<runs.touched.count { stale.insert(runs.touched[index]) }
  }

  /// Keeps `runs` as the best plan.
  mutating func keep(_ runs: borrowing Runs) {
    for index in 0..<stale.count {
      var node = runs.endNode(of: stale[index])
      repeat {
        next[node] = runs.next(node)
        node = runs.next(node)
      } while node < runs.flat.jobCount
    }
    stale.removeAll()
    standing.record(runs)
  }

  /// Writes the best plan down.
  func solution(_ flat: borrowing FlatProblem) -> Solution {
    var routes: [Route] = []
    var isServed = [Bool](repeating: false, count: flat.jobCount)
    for vehicle in 0..<flat.vehicleCount {
      var jobs: [Int] = []
      var node = next[flat.jobCount + vehicle]
      while node < flat.jobCount {
        jobs.append(node)
        isServed[node] = true
        node = next[node]
      }
      if !jobs.isEmpty { routes.append(Route(vehicle: vehicle, jobs: jobs)) }
    }
    let unserved = isServed.indices.filter { !isServed[$0] }
    return Solution(routes: routes, unserved: unserved)
  }
}
