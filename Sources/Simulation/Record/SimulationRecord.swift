/// What one simulated run of a scenario left behind: its answers, every day's figures, and who
/// waited how long.
public struct SimulationRecord: Hashable, Sendable {
  /// Which replication of the experiment it was; with the scenario and the experiment's seed it
  /// fixes everything else.
  public var replication: Int
  public var daily: DailySeries
  /// Recording coverage and card holders of every kecamatan, day by day.
  public var coverage: CoverageSeries
  public var waits: WaitTable
  /// By the place of the channel in ``Delivery/channels``.
  public var channels: [ChannelTotals]
  /// Failed calls by channel and by the place of the reason in its ``Attempts/failures``; empty for
  /// a channel that calls at no doors.
  public var failures: [[Int]]
  /// What happened by its name; nil where it did not happen within the period.
  public var answers: [Answer: Double]
  /// Events that the simulation handled.
  public var eventCount: Int

  public init(
    replication: Int, daily: DailySeries, coverage: CoverageSeries, waits: WaitTable,
    channels: [ChannelTotals], failures: [[Int]], answers: [Answer: Double], eventCount: Int
  ) {
    self.replication = replication
    self.daily = daily
    self.coverage = coverage
    self.waits = waits
    self.channels = channels
    self.failures = failures
    self.answers = answers
    self.eventCount = eventCount
  }
}

/// What went through one channel.
public struct ChannelTotals: Hashable, Sendable {
  public var handedOver = 0
  public var delivered = 0
  public var returned = 0
  /// Calls at doors, successful or not.
  public var calls = 0
  public var runs = 0
  public var courierDays = 0
  public var kilometres = 0.0
  /// In rupiah: couriers, ways, boats, fees.
  public var cost = 0.0

  public init() {}
}
