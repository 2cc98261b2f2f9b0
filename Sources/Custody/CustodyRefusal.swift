public import Domain

/// Why the ledger does not accept an event; nothing has changed when one is thrown.
///
/// Cases stand in the order in which they are checked.
public enum CustodyRefusal: Error, Hashable, Sendable {
  case noCards
  /// Cards must ascend, each once.
  case cardsOutOfOrder(CardID, CardID)
  case sameHolder(Event.Kind, Holder)
  case cardMayNotMove(Event.Kind, from: Holder, to: Holder)
  case missingField(Event.Field, Event.Kind)
  case unexpectedField(Event.Field, Event.Kind)
  case badField(Event.Field)
  /// A courier's device records what its own courier does, the office's device everything.
  case notForThisDevice(Event.Kind, Holder, Holder)
  /// An old card can be withdrawn once.
  case alreadyWithdrawn(CardID)
  case alreadyPrinted(CardID)
  case unknownCard(CardID)
  case alreadyDelivered(CardID, since: Instant)
  case alreadyDestroyed(CardID, since: Instant)
  case notHolder(CardID, claimed: Holder, actual: Holder)
  case wayNotAllowed(Event.Kind, from: Holder, to: Holder)
  case notMissing(CardID)
  case alreadyMissing(CardID)
  case isMissing(CardID)
  /// A card that was replaced goes nowhere but back and to destruction.
  case oldCard(CardID, Event.Kind)
  case waitsForClerk(CardID, FailureReason?)
  case nothingToClear(CardID)
  case notForDestruction(CardID)
  case nothingToTryAgain(CardID)
  case recipientNotAllowed(Recipient)
  case proofMissing([CardID])
  case beforeLastEvent(CardID, Instant, last: Instant)
  case inTheFuture(Instant, now: Instant)

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .noCards: "NO_CARDS"
    case .cardsOutOfOrder: "CARDS_OUT_OF_ORDER"
    case .sameHolder: "SAME_HOLDER"
    case .cardMayNotMove: "CARD_MAY_NOT_MOVE"
    case .missingField: "MISSING_FIELD"
    case .unexpectedField: "UNEXPECTED_FIELD"
    case .badField: "BAD_FIELD"
    case .notForThisDevice: "NOT_FOR_THIS_DEVICE"
    case .alreadyWithdrawn: "ALREADY_WITHDRAWN"
    case .alreadyPrinted: "ALREADY_PRINTED"
    case .unknownCard: "UNKNOWN_CARD"
    case .alreadyDelivered: "ALREADY_DELIVERED"
    case .alreadyDestroyed: "ALREADY_DESTROYED"
    case .notHolder: "NOT_HOLDER"
    case .wayNotAllowed: "WAY_NOT_ALLOWED"
    case .notMissing: "NOT_MISSING"
    case .alreadyMissing: "ALREADY_MISSING"
    case .isMissing: "IS_MISSING"
    case .oldCard: "OLD_CARD"
    case .waitsForClerk: "WAITS_FOR_CLERK"
    case .nothingToClear: "NOTHING_TO_CLEAR"
    case .notForDestruction: "NOT_FOR_DESTRUCTION"
    case .nothingToTryAgain: "NOTHING_TO_TRY_AGAIN"
    case .recipientNotAllowed: "RECIPIENT_NOT_ALLOWED"
    case .proofMissing: "PROOF_MISSING"
    case .beforeLastEvent: "BEFORE_LAST_EVENT"
    case .inTheFuture: "IN_THE_FUTURE"
    }
  }
}
