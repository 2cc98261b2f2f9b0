/// Jobs renumbered so that near ones have near numbers.
///
/// The search jumps from a job to its neighbours all the time; with their data side by side in
/// memory it waits for memory less. The plan is renumbered back in the end.
struct SpatialOrder {
  /// The original number of each job in the new order.
  private let original: [Int]
  /// The new number of each original job.
  private let position: [Int]

  init(_ problem: Problem) {
    let places = problem.jobs.map(\.location)
    switch problem.travel[0].source {
    case .table, .labels: original = Array(places.indices)
    case .plane(let plane):
      original =
        PointTree(
          eastMetres: places.map { Int(plane.eastMetres[$0]) },
          northMetres: places.map { Int(plane.northMetres[$0]) }
        ).points
    }
    var position = original
    for (index, job) in original.enumerated() { position[job] = index }
    self.position = position
  }

  /// Returns the same problem with its jobs in this order.
  func renumbered(_ problem: Problem) -> Problem {
    var pins = problem.pins
    for index in pins.indices { pins[index].jobs = pins[index].jobs.map { position[$0] } }
    return Problem(problem, jobs: original.map { problem.jobs[$0] }, pins: pins)
  }

  /// Returns `solution` in the new numbers; numbers of no job stay as they are.
  func renumbered(_ solution: Solution) -> Solution {
    map(solution) { position.indices.contains($0) ? position[$0] : $0 }
  }

  /// Returns `solution` in the original numbers.
  func restored(_ solution: Solution) -> Solution {
    var restored = map(solution) { original[$0] }
    restored.unserved.sort()
    return restored
  }

  private func map(_ solution: Solution, _ number: (Int) -> Int) -> Solution {
    Solution(
      routes: solution.routes.map {
        Route(
          vehicle: $0.vehicle, jobs: $0.jobs.map(number), reloadsBefore: $0.reloadsBefore)
      },
      unserved: solution.unserved.map(number))
  }
}
