/// The answer to a manager's question: a base, what it was held against, and the differences.
public struct Study: Sendable {
  public var seed: UInt64
  public var runs: Int
  public var base: StudiedScenario
  /// What the base was compared with, in the order asked for.
  public var alternatives: [StudiedScenario]
  /// One per alternative.
  public var comparisons: [Comparison]
  public var sweep: Sweep?
  public var marginalValues: [MarginalValue]
  public var goal: GoalSought?

  public init(
    seed: UInt64, runs: Int, base: StudiedScenario, alternatives: [StudiedScenario] = [],
    comparisons: [Comparison] = [], sweep: Sweep? = nil, marginalValues: [MarginalValue] = [],
    goal: GoalSought? = nil
  ) {
    self.seed = seed
    self.runs = runs
    self.base = base
    self.alternatives = alternatives
    self.comparisons = comparisons
    self.sweep = sweep
    self.marginalValues = marginalValues
    self.goal = goal
  }
}

/// A scenario and what its replications showed.
public struct StudiedScenario: Sendable {
  public var scenario: Scenario
  /// Those that happened in at least one replication.
  public var answers: [Answer: Estimate]
  /// The answers of each replication; empty where they were not kept.
  public var runAnswers: RunAnswers
  public var series: [Measure: Band]
  /// Means over the replications.
  public var coverage: CoverageSeries
  /// The same as shares, with their spread.
  public var coverageBands: CoverageBands
  /// Sums over the replications.
  public var waits: WaitTable
  /// Means over the replications, by the place of the channel.
  public var channels: [StudiedChannel]
  public var bottlenecks: [Bottleneck]
  /// Sum over the replications.
  public var eventCount: Int

  /// - Parameter coverageBands: Without them those of one replication, that of `coverage`.
  public init(
    scenario: Scenario, answers: [Answer: Estimate], series: [Measure: Band],
    coverage: CoverageSeries, waits: WaitTable, channels: [StudiedChannel],
    bottlenecks: [Bottleneck], eventCount: Int, runAnswers: RunAnswers = RunAnswers(runs: 0),
    coverageBands: CoverageBands? = nil
  ) {
    self.scenario = scenario
    self.answers = answers
    self.runAnswers = runAnswers
    self.series = series
    self.coverage = coverage
    self.coverageBands = coverageBands ?? CoverageBands(of: [coverage])
    self.waits = waits
    self.channels = channels
    self.bottlenecks = bottlenecks
    self.eventCount = eventCount
  }
}

/// What a channel did, mean over the replications.
public struct StudiedChannel: Hashable, Sendable {
  public var handedOver: Double
  public var delivered: Double
  public var returned: Double
  public var calls: Double
  public var runs: Double
  public var courierDays: Double
  public var kilometres: Double
  public var cost: Double
  /// By the place of the reason in ``Attempts/failures``.
  public var failures: [Double]

  public init(
    handedOver: Double, delivered: Double, returned: Double, calls: Double, runs: Double,
    courierDays: Double, kilometres: Double, cost: Double, failures: [Double]
  ) {
    self.handedOver = handedOver
    self.delivered = delivered
    self.returned = returned
    self.calls = calls
    self.runs = runs
    self.courierDays = courierDays
    self.kilometres = kilometres
    self.cost = cost
    self.failures = failures
  }

  /// In rupiah; nil if nothing was delivered.
  public var costPerDelivered: Double? { delivered > 0 ? cost / delivered : nil }
}

/// A stretch of days in which one thing held everything up.
public struct Bottleneck: Hashable, Sendable {
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    case nothing, recording, processing, blanks, printers, operators, sorting, couriers, boats
    case residents
  }

  public var cause: Cause
  /// First and last day, counted from 0.
  public var days: ClosedRange<Int>

  public init(cause: Cause, days: ClosedRange<Int>) {
    self.cause = cause
    self.days = days
  }
}

/// What an alternative changes, answer by answer, run against run with the same luck.
public struct Comparison: Sendable {
  public struct Difference: Sendable {
    /// Alternative minus base, of the replications in which both happened.
    public var estimate: Estimate
    /// Whether it differs from zero by more than chance explains, at 5 % for all answers compared
    /// together.
    public var isDistinguishable: Bool
    /// Between the two scenarios' values, -1 to 1; nil where one of them never varies.
    public var correlation: Double?
    /// The share of the variance of the difference that the same luck in both took away, at most 1,
    /// negative where it added some; nil where neither varies.
    public var varianceSaved: Double?

    public init(
      estimate: Estimate, isDistinguishable: Bool, correlation: Double? = nil,
      varianceSaved: Double? = nil
    ) {
      self.estimate = estimate
      self.isDistinguishable = isDistinguishable
      self.correlation = correlation
      self.varianceSaved = varianceSaved
    }
  }

  public var differences: [Answer: Difference]

  public init(differences: [Answer: Difference]) { self.differences = differences }
}

/// One lever moved through its values.
public struct Sweep: Sendable {
  /// The path of the lever, such as `blanks.monthly`.
  public var lever: String
  /// As written, such as `500 blanks`.
  public var values: [String]
  /// The same as plain numbers, for the axis of a chart.
  public var numbers: [Double]
  /// One per value.
  public var answers: [[Answer: Estimate]]

  public init(
    lever: String, values: [String], numbers: [Double], answers: [[Answer: Estimate]]
  ) {
    self.lever = lever
    self.values = values
    self.numbers = numbers
    self.answers = answers
  }
}

/// What one more of something buys.
public struct MarginalValue: Sendable {
  /// Such as `printing.sites.kantor.printers`.
  public var lever: String
  /// Such as `+1 printer`.
  public var step: String
  public var comparison: Comparison

  public init(lever: String, step: String, comparison: Comparison) {
    self.lever = lever
    self.step = step
    self.comparison = comparison
  }
}

/// The smallest value of a lever with which a goal is met.
public struct GoalSought: Sendable {
  /// As asked, such as `wait-95-days <= 14`.
  public var condition: String
  public var lever: String
  /// As written, such as `12 couriers`; nil if no value in the range meets it.
  public var found: String?
  /// The values tried, in the order given; the answer is nil where it never happened.
  public var tried: [(value: String, answer: Estimate?, isMet: Bool)]

  public init(
    condition: String, lever: String, found: String?,
    tried: [(value: String, answer: Estimate?, isMet: Bool)]
  ) {
    self.condition = condition
    self.lever = lever
    self.found = found
    self.tried = tried
  }
}
