/// Runs scenarios often enough to tell what follows from them and what was luck.
///
/// Start here: ``study(_:alternatives:)`` answers "what if"; ``sweep(lever:steps:)`` moves one lever,
/// ``marginalValues(of:steps:)`` asks what one more of something buys, and
/// ``goal(_:lever:candidates:)`` seeks the least that is enough.
///
/// Every scenario meets the same luck: replication 17 of each draws the same chance. The same seed
/// gives the same answers to the last bit on any number of threads, since each replication depends
/// on its number only and they are added up in order.
///
/// Source: A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, chapters 9 to 11.
public struct Experiment: Sendable {
  public let runs: Int
  public let seed: UInt64
  public let threads: Int
  let planner: PlannedRuns?
  let progress: @Sendable (ExperimentProgress) -> Bool

  /// - Parameters:
  ///   - runs: Replications of each scenario, at least 1.
  ///   - threads: How many replications run at a time at most.
  ///   - planner: Makes the runs of scenarios that ask for planned ones.
  ///   - progress: Called after every replication, one call at a time, on any thread; false stops
  ///     the experiment.
  public init(
    runs: Int, seed: UInt64, threads: Int = 1, planner: PlannedRuns? = nil,
    progress: @escaping @Sendable (ExperimentProgress) -> Bool = { _ in true }
  ) {
    precondition(runs >= 1, "an experiment of \(runs) runs")
    self.runs = runs
    self.seed = seed
    self.threads = max(1, threads)
    self.planner = planner
    self.progress = progress
  }

  /// Runs `base` and `alternatives` and holds each alternative against the base.
  public func study(
    _ base: Scenario, alternatives: [Scenario] = []
  ) throws(ExperimentStopped) -> Study {
    let all = [base] + alternatives
    var studied: [StudiedScenario] = []
    for (index, scenario) in all.enumerated() {
      studied.append(
        try tally(scenario, Place(index, of: all.count), keepsEverything: true)
          .studied(scenario))
    }
    let first = studied.removeFirst()
    return Study(
      seed: seed, runs: runs, base: first, alternatives: studied,
      comparisons: studied.map { Comparison(of: $0.runAnswers, against: first.runAnswers) })
  }

  /// Runs a scenario for each value of `lever`.
  ///
  /// - Parameter steps: Each value as written, as a number, and the scenario that has it.
  public func sweep(
    lever: String, steps: [(text: String, number: Double, scenario: Scenario)]
  ) throws(ExperimentStopped) -> Sweep {
    var answers: [[Answer: Estimate]] = []
    for (index, step) in steps.enumerated() {
      answers.append(
        try self.answers(of: step.scenario, Place(index, of: steps.count)).estimates)
    }
    return Sweep(
      lever: lever, values: steps.map(\.text), numbers: steps.map(\.number), answers: answers)
  }

  /// Holds `base` against scenarios that have a little more of one thing each.
  ///
  /// - Parameter steps: The path of each lever, what is added as written, and the scenario.
  public func marginalValues(
    of base: Scenario, steps: [(lever: String, step: String, scenario: Scenario)]
  ) throws(ExperimentStopped) -> [MarginalValue] {
    let count = steps.count + 1
    let answers = try answers(of: base, Place(0, of: count))
    return try marginalValues(of: answers, steps: steps, from: 1, count: count)
  }

  /// The same with a base that was studied already, by this experiment or one of the same seed and
  /// number of runs.
  public func marginalValues(
    of base: StudiedScenario, steps: [(lever: String, step: String, scenario: Scenario)]
  ) throws(ExperimentStopped) -> [MarginalValue] {
    precondition(base.runAnswers.runs == runs, "the base was studied by another experiment")
    return try marginalValues(of: base.runAnswers, steps: steps, from: 0, count: steps.count)
  }

  /// Seeks the first of `candidates` with which `condition` holds.
  ///
  /// The candidates stand in order of what they ask of the office, least first. Halves the range
  /// while the answer moves one way along it, and tries one after the other where it does not.
  public func goal(
    _ condition: GoalCondition, lever: String,
    candidates: [(text: String, scenario: Scenario)]
  ) throws(ExperimentStopped) -> GoalSought {
    var search = GoalSearch(count: candidates.count)
    let found = try search.first { (index, turn) throws(ExperimentStopped) in
      let answers = try self.answers(
        of: candidates[index].scenario, Place(turn, of: candidates.count))
      return condition.verdict(on: answers)
    }
    return GoalSought(
      condition: condition.text, lever: lever, found: found.map { candidates[$0].text },
      tried: search.tried.sorted { $0.index < $1.index }.map {
        (candidates[$0.index].text, $0.verdict.estimate, $0.verdict.isMet)
      })
  }

  private func marginalValues(
    of base: RunAnswers, steps: [(lever: String, step: String, scenario: Scenario)],
    from first: Int, count: Int
  ) throws(ExperimentStopped) -> [MarginalValue] {
    var values: [MarginalValue] = []
    for (index, step) in steps.enumerated() {
      let more = try answers(of: step.scenario, Place(first + index, of: count))
      values.append(
        MarginalValue(
          lever: step.lever, step: step.step, comparison: Comparison(of: more, against: base)))
    }
    return values
  }

  private func answers(
    of scenario: Scenario, _ place: Place
  ) throws(ExperimentStopped) -> RunAnswers {
    try tally(scenario, place, keepsEverything: false).answers
  }
}
