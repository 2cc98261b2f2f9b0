public import Domain

/// What a named person decided about an earlier event.
public struct Correction: Hashable, Sendable {
  public enum Decision: String, CaseIterable, Sendable, Described {
    /// The event told the truth: the cards go where it says, or its flags are explained.
    case upheld
    /// The event is not to be believed; the cards stay where the ledger has them.
    case rejected
    /// Neither: the cards were found to be with the taker of the correction.
    case settled

    public var phrase: Phrase {
      switch self {
      case .upheld: Phrase(id: "dibenarkan", en: "upheld")
      case .rejected: Phrase(id: "ditolak", en: "rejected")
      case .settled: Phrase(id: "diselesaikan", en: "settled")
      }
    }
  }

  /// The chain hash of the event that is settled; see ``SignedEvent/hash``.
  public let event: Fingerprint
  public let decision: Decision

  public init(event: Fingerprint, decision: Decision) {
    self.event = event
    self.decision = decision
  }
}
