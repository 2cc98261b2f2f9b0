public import Custody
public import Domain

/// What a post reports about one item.
public struct PostEvent: Hashable, Sendable {
  /// What only some codes carry.
  public enum Outcome: Hashable, Sendable {
    case none
    /// With EMH.
    case failed(FailureReason, ActionCode)
    /// With EMI.
    case delivered(to: Recipient)
  }

  public let item: PostItem
  public let code: PostEventCode
  public let time: Instant
  public let outcome: Outcome

  public init(item: PostItem, code: PostEventCode, time: Instant, outcome: Outcome = .none) {
    self.item = item
    self.code = code
    self.time = time
    self.outcome = outcome
  }
}

/// What became of a post's report.
public struct PostOutcome: Hashable, Sendable {
  /// Reports that changed what the ledger says of a card.
  public internal(set) var recorded = 0
  /// Reports on the way of an item, kept for whoever asks.
  public internal(set) var noted = 0
  public internal(set) var alreadyKnown = 0
  /// Reports about items that were never handed to a post.
  public internal(set) var unknown: [PostEvent] = []
  /// Reports that the rules of custody do not allow; nothing was changed by them.
  public internal(set) var refused: [Refused] = []

  public struct Refused: Hashable, Sendable {
    public let event: PostEvent
    public let refusal: CustodyRefusal
  }
}
