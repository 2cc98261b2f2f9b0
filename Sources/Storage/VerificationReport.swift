public import Custody
public import Domain

/// What an examination of the whole store found.
public struct VerificationReport: Hashable, Sendable {
  public enum Finding: Hashable, Sendable, Described {
    /// A fault of the ledger, its anchor, or the custody rebuilt from it.
    case ledger(LedgerFinding)
    /// A fault of the tables beside it.
    case store(StoreFinding)

    /// A stable word for programs: upper case with underscores.
    public var code: String {
      switch self {
      case .ledger(let finding): finding.code
      case .store(let finding): finding.code
      }
    }

    public var phrase: Phrase {
      switch self {
      case .ledger(let finding): finding.phrase
      case .store(let finding): finding.phrase
      }
    }
  }

  /// The ledger's first; none in a sound store.
  public let findings: [Finding]
  /// How many entries the log has.
  public let entries: Int
  /// How many cards have a stored custody.
  public let cards: Int
  /// How many entries the journal has.
  public let journalEntries: Int
  /// The root of the log's tree as found.
  public let root: Fingerprint

  public var isSound: Bool { findings.isEmpty }
}
