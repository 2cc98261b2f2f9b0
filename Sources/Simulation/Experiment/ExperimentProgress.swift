/// How far an experiment has come.
public struct ExperimentProgress: Hashable, Sendable {
  /// The name of the scenario that is being run.
  public var scenario: String
  /// Its number among the scenarios of the experiment, from 0, and how many those are at most: a
  /// search for a goal may need fewer.
  public var scenarioIndex: Int
  public var scenarioCount: Int
  /// Replications of it that are done, of how many.
  public var finishedRuns: Int
  public var runs: Int

  /// The share of the whole experiment that is done, 0 to 1.
  public var share: Double {
    (Double(scenarioIndex) + Double(finishedRuns) / Double(runs)) / Double(scenarioCount)
  }
}

/// The experiment was told to stop before it was done; what it had found is gone.
public struct ExperimentStopped: Error, Hashable, Sendable {}
