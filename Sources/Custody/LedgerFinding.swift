public import Domain

/// One thing wrong with a stored ledger; a sound ledger has none.
public enum LedgerFinding: Hashable, Sendable {
  /// The entry at this place is missing, repeated or out of order.
  case gap(expected: Int, found: Int)
  /// The entry's bytes are not those that were sealed.
  case editedEntry(index: Int)
  /// The stored hash is not that of the entry, which is itself unchanged.
  case wrongHash(index: Int)
  /// The hash fits, but the seal was not made with the ledger key: the chain was recomputed.
  case wrongSeal(index: Int)
  case unreadableEntry(index: Int, EventFormatError)
  case repeatedEvent(index: Int, Event.ID)
  case refusedByRules(index: Int, CustodyRefusal)
  case anchorMissing
  case anchorUnreadable(BundleError)
  /// The anchor was not made with the ledger key.
  case anchorForged
  case truncated(entries: Int, anchored: Int)
  /// The anchor remembers another history.
  case notTheAnchoredChain(anchored: Int)
  case stateMissing(CardID)
  case stateUnexplained(CardID)
  case stateDiffers(rebuilt: CardCustody, stored: CardCustody)

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .gap: "GAP"
    case .editedEntry: "EDITED_ENTRY"
    case .wrongHash: "WRONG_HASH"
    case .wrongSeal: "WRONG_SEAL"
    case .unreadableEntry: "UNREADABLE_ENTRY"
    case .repeatedEvent: "REPEATED_EVENT"
    case .refusedByRules: "REFUSED_BY_RULES"
    case .anchorMissing: "ANCHOR_MISSING"
    case .anchorUnreadable: "ANCHOR_UNREADABLE"
    case .anchorForged: "ANCHOR_FORGED"
    case .truncated: "TRUNCATED"
    case .notTheAnchoredChain: "NOT_THE_ANCHORED_CHAIN"
    case .stateMissing: "STATE_MISSING"
    case .stateUnexplained: "STATE_UNEXPLAINED"
    case .stateDiffers: "STATE_DIFFERS"
    }
  }
}
