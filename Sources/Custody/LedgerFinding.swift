public import Domain

/// One thing wrong with a stored log; a sound log has none. Entries are counted from 1.
public enum LedgerFinding: Hashable, Sendable {
  /// The entry at this place is missing, repeated or out of order.
  case gap(expected: Int, found: Int)
  /// The entry's bytes and the hash stored with them do not belong together.
  case editedEntry(place: Int)
  case unreadableEntry(place: Int, EventFormatError)
  /// The event is not as its device signed it.
  case wrongSignature(place: Int, Event.ID)
  /// The event does not follow the one before it of the same device.
  case brokenChain(place: Int, DeviceChainError)
  /// The event counts although the office never enrolled its device.
  case strangeDevice(place: Int, Event.ID)
  /// The event counts although its device had been revoked.
  case revokedDevice(place: Int, Event.ID)
  /// A device is enrolled twice, or one that is not enrolled is revoked.
  case wrongEnrolment(place: Int, DeviceID)
  /// The same event was refused before.
  case repeatedEvent(place: Int, Event.ID)
  case refusedByRules(place: Int, CustodyRefusal)
  /// The event was refused, and nothing in the log is a reason for it.
  case refusedWithoutReason(place: Int, code: String)
  case nodeDiffers(level: Int, place: Int)
  case nodeMissing(level: Int, place: Int)
  case nodeUnexplained(level: Int, place: Int)
  case anchorMissing
  case anchorUnreadable(EventFormatError)
  /// The office's own last checkpoint is not signed with its key.
  case anchorForged
  /// A checkpoint that was published or kept is not this office's.
  case foreignCheckpoint(size: Int)
  /// A checkpoint counts more entries than there are.
  case truncated(entries: Int, checkpoint: Int)
  /// A checkpoint of so many entries has another root.
  case otherHistory(size: Int)
  case stateMissing(CardID)
  case stateUnexplained(CardID)
  case stateDiffers(rebuilt: CardCustody, stored: CardCustody)

  /// A stable word for programs: upper case with underscores.
  public var code: String {
    switch self {
    case .gap: "GAP"
    case .editedEntry: "EDITED_ENTRY"
    case .unreadableEntry: "UNREADABLE_ENTRY"
    case .wrongSignature: "WRONG_SIGNATURE"
    case .brokenChain: "BROKEN_CHAIN"
    case .strangeDevice: "STRANGE_DEVICE"
    case .revokedDevice: "REVOKED_DEVICE"
    case .wrongEnrolment: "WRONG_ENROLMENT"
    case .repeatedEvent: "REPEATED_EVENT"
    case .refusedByRules: "REFUSED_BY_RULES"
    case .refusedWithoutReason: "REFUSED_WITHOUT_REASON"
    case .nodeDiffers: "NODE_DIFFERS"
    case .nodeMissing: "NODE_MISSING"
    case .nodeUnexplained: "NODE_UNEXPLAINED"
    case .anchorMissing: "ANCHOR_MISSING"
    case .anchorUnreadable: "ANCHOR_UNREADABLE"
    case .anchorForged: "ANCHOR_FORGED"
    case .foreignCheckpoint: "FOREIGN_CHECKPOINT"
    case .truncated: "TRUNCATED"
    case .otherHistory: "OTHER_HISTORY"
    case .stateMissing: "STATE_MISSING"
    case .stateUnexplained: "STATE_UNEXPLAINED"
    case .stateDiffers: "STATE_DIFFERS"
    }
  }
}
