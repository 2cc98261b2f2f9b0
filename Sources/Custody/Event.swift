public import Domain
public import Geometry

/// One change of hands, or one attempt at it, as the device that saw it wrote it down.
///
/// An event names cards by their opaque identifiers and holds no name, NIK or address.
public struct Event: Hashable, Sendable {
  /// Its place in the story of its device: gapless from 1.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let device: String
    public let sequence: Int

    public init(device: String, sequence: Int) {
      self.device = device
      self.sequence = sequence
    }

    public var description: String { "\(device)/\(sequence)" }

    public static func < (left: ID, right: ID) -> Bool {
      (left.device, left.sequence) < (right.device, right.sequence)
    }
  }

  public enum Kind: String, CaseIterable, Sendable, Described {
    /// printer -> office: the card exists.
    case printed
    /// office -> organisation -> courier, or office -> courier: a handover document (BAST) says so.
    case handedOver = "handed-over"
    /// courier, village office or office -> resident.
    case delivered
    /// A courier stood at the door in vain; the card stays with the courier.
    case failed
    /// courier, organisation or village office -> office: the card is back in the safe.
    case returned
    /// courier -> village office, which keeps it for the resident.
    case held
    /// A clerk put right what had stopped the card; it stays in the office, free to be planned.
    case cleared

    public var phrase: Phrase {
      switch self {
      case .printed: Phrase(id: "dicetak", en: "printed")
      case .handedOver: Phrase(id: "diserahkan", en: "handed over")
      case .delivered: Phrase(id: "diterima penduduk", en: "delivered")
      case .failed: Phrase(id: "gagal diantar", en: "attempt failed")
      case .returned: Phrase(id: "dikembalikan", en: "returned")
      case .held: Phrase(id: "dititipkan", en: "held")
      case .cleared: Phrase(id: "selesai diperiksa", en: "cleared")
      }
    }

    /// Whether the card changes hands; where it does not, giver and taker are the one who has it.
    public var movesCard: Bool { self != .failed && self != .cleared }
  }

  /// How the event came into the device.
  public enum Provenance: String, CaseIterable, Sendable {
    case scan, typed, paper
  }

  public let id: ID
  public let kind: Kind
  /// In order of identifier, each once; at least one.
  public let cards: [CardID]
  public let giver: Holder
  public let taker: Holder
  /// The person who answers for the event: a badge number or an office name.
  public let actor: String
  public let run: RunID?
  /// The number of the handover document, where there is one.
  public let document: String?
  public let time: Instant
  public let position: Coordinate?
  public let recipient: Recipient?
  public let reason: FailureReason?
  /// In the order given.
  public let proofs: [Proof]
  public let provenance: Provenance

  public init(
    id: ID, kind: Kind, cards: [CardID], giver: Holder, taker: Holder, actor: String,
    run: RunID? = nil, document: String? = nil, time: Instant, position: Coordinate? = nil,
    recipient: Recipient? = nil, reason: FailureReason? = nil, proofs: [Proof] = [],
    provenance: Provenance = .typed
  ) {
    self.id = id
    self.kind = kind
    self.cards = cards
    self.giver = giver
    self.taker = taker
    self.actor = actor
    self.run = run
    self.document = document
    self.time = time
    self.position = position
    self.recipient = recipient
    self.reason = reason
    self.proofs = proofs
    self.provenance = provenance
  }
}
