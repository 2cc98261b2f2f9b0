public import Custody
public import Domain

/// How long cards have rested where they are.
public struct Ageing: Hashable, Sendable {
  /// The cards of one holder in one state.
  public struct Row: Hashable, Sendable {
    public let holder: Holder
    public let status: CardCustody.Status
    /// How many, by the days since their last event: see ``Ageing/upToDays``.
    public let cards: [Int]

    public var total: Int { cards.reduce(0, +) }
  }

  /// The last day of each column but the last, which is without end.
  public static let upToDays = [1, 3, 7, 14, 30]

  /// In order of holder and state.
  public let rows: [Row]
  /// The cards that have rested longest, the longest first.
  public let oldest: [CardCustody]
}

/// What came back, what was given up and what was destroyed between two days.
public struct ReturnsRecord: Hashable, Sendable {
  public struct ReturnedCard: Hashable, Sendable {
    public let card: CardID
    public let from: Holder
    public let at: Instant
    /// Why it could not be handed over, where that was the last thing known.
    public let lastFailure: FailureReason?
    /// Where it is now.
    public let status: CardCustody.Status
  }

  /// In the order of the log.
  public let returned: [ReturnedCard]
  /// Old cards that entered the ledger, in the order of the log.
  public let withdrawn: [CardID]
  /// In the order of their numbers.
  public let destructions: [Destruction]
  /// Old cards that wait at the office to be destroyed, in order of number.
  public let waiting: [CardID]
}

/// The document under which cards were destroyed before witnesses.
public struct Destruction: Hashable, Sendable {
  /// `MUSNAH/1871/20170727/001`.
  public let number: String
  public let at: Instant
  public let by: String
  public let witnesses: [String]
  /// In order of number.
  public let cards: [CardID]
}
