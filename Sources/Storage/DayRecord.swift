public import Custody
public import Domain

/// What became of one day's runs, as far as the office knows.
public struct DayRecord: Hashable, Sendable {
  /// One run of the day that holds.
  public struct RunLine: Hashable, Sendable {
    public let run: RunID
    public let courier: CourierID
    public let planned: Int
    /// Cards the courier signed for.
    public let handedOut: Int
    public let delivered: Int
    /// Cards of the run that the courier has now.
    public let stillOut: Int
    /// When the device's events came in for the first and the last time; nothing if never.
    public let firstSync: Instant?
    public let lastSync: Instant?
  }

  public let date: CalendarDate
  /// In order of run.
  public let runs: [RunLine]
  /// Handovers to residents, by who took the card; those that did not occur are left out.
  public let deliveredByRecipient: [RecipientCount]
  /// Failed attempts, by reason; those that did not occur are left out.
  public let failedByReason: [ReasonCount]
  /// Cards of the runs brought back to the office.
  public let returned: Int
  /// Runs whose events came in after the day, or not at all although cards went out.
  public let lateSyncs: [RunID]
  /// What a named person must look at, of the events of the runs, the oldest first.
  public let reviews: [Review]

  public struct RecipientCount: Hashable, Sendable {
    public let recipient: Recipient
    public let cards: Int
  }

  public struct ReasonCount: Hashable, Sendable {
    public let reason: FailureReason
    public let cards: Int
  }

  public var planned: Int { runs.reduce(0) { $0 + $1.planned } }
  public var handedOut: Int { runs.reduce(0) { $0 + $1.handedOut } }
  public var delivered: Int { runs.reduce(0) { $0 + $1.delivered } }
  public var failed: Int { failedByReason.reduce(0) { $0 + $1.cards } }
  public var stillOut: Int { runs.reduce(0) { $0 + $1.stillOut } }
}
