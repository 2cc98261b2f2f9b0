public import Custody
public import Domain

/// An entry of the log that a named person should decide about, or has.
public struct Review: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// The event was not believed: a code, and the sentence that explains it.
    case refused(code: String, Phrase)
    /// The event was believed, and something about it is odd.
    case flagged([ReviewFlag])
  }

  /// The decision that was taken.
  public struct Settlement: Hashable, Sendable {
    public let decision: Correction.Decision
    public let by: String
    public let at: Instant
    /// The entry of the log that records it.
    public let place: Int
  }

  public let entry: LedgerEntry
  public let cause: Cause
  /// Nothing while it is open.
  public let settlement: Settlement?

  /// The number by which people speak of it: its place in the log.
  public var place: Int { entry.place }
  public var since: Instant { entry.recordedAt }
  public var cards: [CardID] { entry.event.cards }
}

/// Events of one device that came before an earlier one and are not in the log yet.
public struct WaitingReview: Hashable, Sendable {
  public let device: DeviceID
  public let courier: CourierID
  /// The number of the first event that is missing.
  public let waitingFor: Int
  public let events: [Event]
  public let since: Instant
}
