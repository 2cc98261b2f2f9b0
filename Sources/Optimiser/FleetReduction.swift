/// The first phase of a search with many interchangeable vehicles: serves all jobs with fewer runs.
///
/// Opening a run is one insertion, but closing one takes many steps that each cost something, so a
/// search that begins with too many runs keeps them. Here a run is closed at once, and the search
/// goes on with its jobs left out until they have found places in the others; those that have been
/// left out most often come first. The fewest runs are not always the cheapest: which of the plans
/// met on the way the annealing begins with is for ``Course`` to say.
///
/// Source: Christiaens, Vanden Berghe, 2020: fleet minimisation by sums of absences.
struct FleetReduction: ~Copyable {
  /// The part of a search given to it.
  static let share = 0.1
  /// With no more runs than this a search closes runs well enough by itself.
  private static let manyRuns = 10

  /// Whether it is of use.
  let isOn: Bool
  /// How often each block was left out so far.
  private var absences: Column<Int64>
  /// The blocks left out of the present plan.
  private var absent: [Int] = []
  private let leastRuns: Int
  /// The latest plan that served all jobs, and so the one with the fewest runs.
  private(set) var fewest: BestPlan

  init(_ runs: borrowing Runs) {
    absences = Column(repeating: 0, count: runs.flat.jobCount)
    leastRuns = runs.flat.leastRuns
    fewest = BestPlan(runs)
    isOn =
      runs.flat.isTimed && runs.flat.kindCount == 1 && runs.flat.prices.arePlain
      && runs.leftOut.count == 0 && runs.usedRunCount > max(Self.manyRuns, leastRuns)
  }

  /// Counts who is left out after a step.
  mutating func noteAbsences(_ runs: borrowing Runs) {
    for index in 0..<runs.leftOut.count { absences[runs.leftOut[index]] += 1 }
  }

  /// Whether to follow `runs`: when those left out have been left out less often than those who
  /// were before, or, if it is all the same, when the cost speaks for it.
  func accepts(_ runs: borrowing Runs, costAllows: Bool) -> Bool {
    var before = 0
    for job in absent { before += absences[job] }
    var now = 0
    for index in 0..<runs.leftOut.count { now += absences[runs.leftOut[index]] }
    return now < before || (now == before && costAllows)
  }

  /// Notes that `runs` are the plan now, and once they serve all jobs closes another run.
  mutating func follow(_ runs: inout Runs) {
    fewest.noteChanges(runs)
    if runs.leftOut.count == 0 {
      fewest.keep(runs)
      if runs.usedRunCount > leastRuns { runs.empty(runToClose(runs)) }
      fewest.noteChanges(runs)
    }
    absent.removeAll(keepingCapacity: true)
    for index in 0..<runs.leftOut.count { absent.append(runs.leftOut[index]) }
  }

  /// Returns the run whose jobs were left out least often: they fit in elsewhere.
  private func runToClose(_ runs: borrowing Runs) -> Int {
    var best = -1
    var least = Int.max
    for run in 0..<runs.flat.vehicleCount where runs.stopCount[run] > 0 {
      var sum = runs.stopCount[run]
      var node = runs.next(runs.endNode(of: run))
      while node != runs.endNode(of: run) {
        if runs.flat.isJob(node) { sum += absences[node] }
        node = runs.next(node)
      }
      if sum < least { (best, least) = (run, sum) }
    }
    return best
  }
}
