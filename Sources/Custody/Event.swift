public import Domain

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
    /// A clerk put the card into the bag of a run; it stays in the office.
    case packed
    /// office -> organisation -> courier, office -> courier, or office -> village office: a handover
    /// document (BAST) says so.
    case handedOver = "handed-over"
    /// A courier found the cards in the bag before setting out.
    case scannedOut = "scanned-out"
    /// courier, organisation, village office or office -> resident.
    case delivered
    /// A courier stood at the door in vain; the card stays with the courier.
    case failed
    /// A courier takes a failed card along for another attempt on the same run.
    case reattempted
    /// courier, organisation or village office -> office: the card is back in the safe.
    case returned
    /// courier or organisation -> village office, which keeps it for the resident.
    case held
    /// A clerk put right what had stopped the card; it stays in the office, free to be planned.
    case cleared
    /// resident -> office or courier: an old card given up outside a delivery.
    case withdrawn
    /// A count did not find the card where the ledger has it.
    case missing
    /// A missing card turned up, with its holder or elsewhere.
    case found
    /// A holder counted and had exactly these cards.
    case counted
    /// office -> destruction, before witnesses.
    case destroyed
    /// A named person settled what an earlier event had left open or said wrongly.
    case corrected
    /// The office erased the personal data of the resident, as the law asks.
    case erased
    /// Someone asked a resident for money, which is a crime, and the device wrote it down.
    case feeReported = "fee-reported"
    /// The office let a device record events.
    case enrolled
    /// The office took that right away: a device was lost or its courier left.
    case revoked

    public var phrase: Phrase {
      switch self {
      case .printed: Phrase(id: "dicetak", en: "printed")
      case .packed: Phrase(id: "dikemas", en: "packed")
      case .handedOver: Phrase(id: "diserahkan", en: "handed over")
      case .scannedOut: Phrase(id: "dipindai keluar", en: "scanned out")
      case .delivered: Phrase(id: "diterima penduduk", en: "delivered")
      case .failed: Phrase(id: "gagal diantar", en: "attempt failed")
      case .reattempted: Phrase(id: "dicoba lagi", en: "tried again")
      case .returned: Phrase(id: "dikembalikan", en: "returned")
      case .held: Phrase(id: "dititipkan", en: "held")
      case .cleared: Phrase(id: "selesai diperiksa", en: "cleared")
      case .withdrawn: Phrase(id: "KTP lama ditarik", en: "old card withdrawn")
      case .missing: Phrase(id: "tidak ditemukan", en: "missing")
      case .found: Phrase(id: "ditemukan kembali", en: "found again")
      case .counted: Phrase(id: "dihitung", en: "counted")
      case .destroyed: Phrase(id: "dimusnahkan", en: "destroyed")
      case .corrected: Phrase(id: "dibetulkan", en: "corrected")
      case .erased: Phrase(id: "data pribadi dihapus", en: "personal data erased")
      case .feeReported: Phrase(id: "permintaan uang dilaporkan", en: "demand of money reported")
      case .enrolled: Phrase(id: "perangkat didaftarkan", en: "device enrolled")
      case .revoked: Phrase(id: "perangkat dicabut", en: "device revoked")
      }
    }

    /// Whether giver and taker are two; in the other kinds they are the one who has the card.
    ///
    /// A card that is found or whose record is corrected may stay where it is.
    public var movesCard: Bool {
      switch self {
      case .printed, .handedOver, .delivered, .returned, .held, .withdrawn, .found, .destroyed,
        .corrected:
        true
      case .packed, .scannedOut, .failed, .reattempted, .cleared, .missing, .counted, .erased,
        .feeReported, .enrolled, .revoked:
        false
      }
    }

    /// Whether the cards of the event are new to the ledger.
    var bringsCards: Bool { self == .printed || self == .withdrawn }

    /// Whether the event is about a device and lists no cards.
    var concernsDevice: Bool { self == .enrolled || self == .revoked }
  }

  /// How the event came into the device.
  public enum Provenance: String, CaseIterable, Sendable {
    case scan, typed, paper
  }

  public let id: ID
  public let kind: Kind
  /// In order of identifier, each once; none for a device's enrolment and revocation.
  public let cards: [CardID]
  public let giver: Holder
  public let taker: Holder
  /// The person who answers for the event: a badge number or an office name.
  public let actor: String
  public let run: RunID?
  /// The stop of the run, from 1.
  public let stop: Int?
  /// The number of the document under which the cards move, where there is one.
  public let document: String?
  /// What the clock of the device showed when it happened, or the time written on paper.
  public let time: Instant
  /// Between which moments it can have happened, whatever the clock showed.
  public let clock: ClockEvidence?
  public let recipient: Recipient?
  public let reason: FailureReason?
  /// What is to be done about a failed attempt.
  public let action: ActionCode?
  /// In the order given.
  public let proofs: [Proof]
  /// Old cards taken in exchange, in order of identifier: they go from the resident to the giver.
  public let exchanged: [CardID]
  /// The number under which a post carries the card (UPU S10).
  public let item: PostItem?
  /// Whole rupiah that were asked for.
  public let fee: Int?
  /// The earlier event that this one settles.
  public let correction: Correction?
  /// The device that is enrolled or revoked.
  public let registration: DeviceRegistration?
  /// The commitment to the personal content of the event; see ``EventDetail``.
  public let detail: Fingerprint?
  /// The version of the policy that the device kept to.
  public let policy: Int
  public let provenance: Provenance

  public init(
    id: ID, kind: Kind, cards: [CardID], giver: Holder, taker: Holder, actor: String,
    run: RunID? = nil, stop: Int? = nil, document: String? = nil, time: Instant,
    clock: ClockEvidence? = nil, recipient: Recipient? = nil, reason: FailureReason? = nil,
    action: ActionCode? = nil, proofs: [Proof] = [], exchanged: [CardID] = [],
    item: PostItem? = nil, fee: Int? = nil, correction: Correction? = nil,
    registration: DeviceRegistration? = nil, detail: Fingerprint? = nil, policy: Int = 1,
    provenance: Provenance = .typed
  ) {
    self.id = id
    self.kind = kind
    self.cards = cards
    self.giver = giver
    self.taker = taker
    self.actor = actor
    self.run = run
    self.stop = stop
    self.document = document
    self.time = time
    self.clock = clock
    self.recipient = recipient
    self.reason = reason
    self.action = action
    self.proofs = proofs
    self.exchanged = exchanged
    self.item = item
    self.fee = fee
    self.correction = correction
    self.registration = registration
    self.detail = detail
    self.policy = policy
    self.provenance = provenance
  }
}
