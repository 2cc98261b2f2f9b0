/// The numbers of the search; what each was chosen for is in docs/BENCHMARKS.md.
public struct Tuning: Sendable {
  /// The nearest jobs next to which a job may be inserted, and around which strings are removed.
  public var neighbourCount = 100
  /// The jobs removed per step, on average.
  public var averageRemoved = 10.0
  /// The most jobs removed from one run in a step.
  public var longestString = 10
  /// The chance that an insertion overlooks a place.
  public var blinkChance = 0.01
  /// The first temperature as a share of the mean travel time to the fifth nearest job.
  public var firstTemperature = 1.0
  /// The last temperature as a share of the first.
  public var lastTemperatureShare = 0.01
  /// The steps per job after which annealing a whole plan gains little more.
  public var annealingStepsPerJob = 10_000.0

  /// Plans that begin with more runs than this are not first tried with fewer.
  public var mostRunsToPack = 200
  /// The part of the budget that goes at most into one try with fewer runs.
  public var packingShare = 0.04

  /// The numbers for runs that are judged by their length alone.
  public init() {}

  /// The numbers that suit `problem`.
  ///
  /// Windows, breaks and limits make good plans lie farther apart than the ways between neighbours
  /// tell, so with them the search begins hotter; where time is the cost, each place also costs
  /// more to judge, and it tries fewer.
  public init(for problem: Problem) {
    if problem.isPlain { firstTemperature = 2 }
    guard problem.isTimed else { return }
    firstTemperature = 5
    lastTemperatureShare = 0.004
    if problem.measure == .duration { neighbourCount = 40 }
  }
}
