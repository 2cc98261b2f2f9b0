/// The phases of a search, and how far each stretch of the budget cools.
///
/// With many interchangeable vehicles runs are closed first. Where jobs lie in clusters, filling the
/// last bags may then be cheaper than a few runs more, but an annealing opens these while it is hot,
/// and once it has cooled no step closes them. So both are tried by a quick annealing each, one that
/// may open any number of runs and one that may open few, and the cheaper goes on.
struct Course {
  enum Phase {
    /// ``FleetReduction``.
    case closingRuns
    /// A quick annealing with any number of runs.
    case tryingManyRuns
    /// A quick annealing with no more runs than lie halfway between that and the fewest.
    case tryingFewRuns
    /// The annealing of which the plan is the result.
    case annealing
  }

  /// The part of the budget that each quick annealing gets; with fewer steps it tells nothing.
  private static let trialShare = 0.05
  private static let fewestTrialStepsPerJob = 50.0

  private(set) var phase: Phase
  private var cooling = Cooling(begin: 0, end: 1, done: 0)
  private var endOfPhase: Double
  private var steps = 0

  init(closesRuns: Bool) {
    phase = closesRuns ? .closingRuns : .annealing
    endOfPhase = closesRuns ? FleetReduction.share : .infinity
  }

  /// How far the plan has to have cooled when `progress` of the budget is used.
  func cooled(at progress: Double) -> Double { cooling.progress(at: progress) }

  mutating func note(steps count: Int) { steps += count }

  /// Whether the phase is over when `progress` of the budget is used.
  func isOver(at progress: Double) -> Bool { progress >= endOfPhase }

  /// Whether quick annealings that begin at `progress` have enough steps for so many jobs.
  func hasTimeForTrials(at progress: Double, jobCount: Int) -> Bool {
    let stepsInAll = Double(steps) / max(1e-9, progress)
    return stepsInAll * Self.trialShare >= Self.fewestTrialStepsPerJob * Double(jobCount)
  }

  /// Begins a quick annealing.
  mutating func begin(_ trial: Phase, at progress: Double) {
    phase = trial
    endOfPhase = progress + Self.trialShare
    cooling = Cooling(begin: progress, end: endOfPhase, done: 0)
  }

  /// Begins the annealing of what is left of the budget.
  mutating func beginAnnealing(at progress: Double) {
    phase = .annealing
    endOfPhase = .infinity
    cooling = Cooling(begin: progress, end: 1, done: FleetReduction.share)
  }
}
