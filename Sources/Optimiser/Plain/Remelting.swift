/// One round of the last phase of a search: a few neighbouring runs at a time are heated again and
/// cooled by themselves, and each such part keeps the better of what it was and what it became.
///
/// A plan that has cooled is good in some places and poor in others. Heating it as a whole would
/// lose the good places with the poor ones; apart from each other they can only improve. How large
/// parts are and how hot they get is drawn anew for every round, since neither suits everywhere.
///
/// Sources: Taillard, Voss, "POPMUSIC: Partial optimization metaheuristic under special
/// intensification conditions", 2002; Queiroga, Sadykov, Uchoa, "A POPMUSIC matheuristic for the
/// capacitated vehicle routing problem", Computers & Operations Research 136, 2021.
struct Remelting: Sendable {
  /// The part of a search that annealing the whole plan gets at least.
  static let leastAnnealing = 0.35
  /// Plans annealed in parts anyway gain more from slower annealing, however long that takes.
  static let mostJobs = PlainSolver.jobsPerPart
  /// The steps of a round.
  private static let stepsPerJob = 700.0

  /// Parts have at most so many jobs.
  let jobsPerPart: Int
  /// The temperature it begins with, as a share of that of the annealing.
  let heat: Double

  init(using random: inout SplitMix64) {
    jobsPerPart = 120 + random.below(180)
    heat = 0.3 + 0.6 * random.fraction()
  }

  /// Returns where in a search of `steps` steps the annealing ends and this begins; 1 for
  /// never.
  static func begin(_ tuning: Tuning, jobCount: Int, steps: Double) -> Double {
    guard jobCount <= mostJobs else { return 1 }
    let enough = tuning.annealingStepsPerJob * Double(jobCount) / max(1, steps)
    return min(1, max(leastAnnealing, enough))
  }

  /// Returns the part of such a search at which a round ends that begins at `fraction`, so that
  /// the rounds to come are alike.
  static func ending(after fraction: Double, jobCount: Int, steps: Double) -> Double {
    let share = stepsPerJob * Double(jobCount) / max(1, steps)
    let rounds = max(1, ((1 - fraction) / share).rounded())
    return fraction + (1 - fraction) / rounds
  }
}
