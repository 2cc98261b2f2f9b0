public import Custody
public import Domain

/// An event of the office before the log has given it its number, time and signature.
public struct EventDraft: Hashable, Sendable {
  public var kind: Event.Kind
  /// In any order.
  public var cards: [CardID]
  public var giver: Holder
  public var taker: Holder
  /// The person who answers for it: a badge number or an office name.
  public var actor: String
  public var run: RunID?
  public var document: String?
  /// When it happened, for what is typed in from paper; by default it happens now.
  public var time: Instant?
  public var recipient: Recipient?
  public var reason: FailureReason?
  public var action: ActionCode?
  public var proofs: [Proof]
  /// Old cards taken in exchange, in any order.
  public var exchanged: [CardID]
  public var item: PostItem?
  public var fee: Int?
  public var correction: Correction?
  public var registration: DeviceRegistration?
  /// Personal content, kept beside the log.
  public var detail: EventDetail?
  public var provenance: Event.Provenance

  public init(
    kind: Event.Kind, cards: [CardID], giver: Holder, taker: Holder, actor: String,
    run: RunID? = nil, document: String? = nil, time: Instant? = nil,
    recipient: Recipient? = nil, reason: FailureReason? = nil, action: ActionCode? = nil,
    proofs: [Proof] = [], exchanged: [CardID] = [], item: PostItem? = nil, fee: Int? = nil,
    correction: Correction? = nil, registration: DeviceRegistration? = nil,
    detail: EventDetail? = nil, provenance: Event.Provenance = .typed
  ) {
    self.kind = kind
    self.cards = cards
    self.giver = giver
    self.taker = taker
    self.actor = actor
    self.run = run
    self.document = document
    self.time = time
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
    self.provenance = provenance
  }

  func event(_ id: Event.ID, now: Instant, policy: Int) -> Event {
    Event(
      id: id, kind: kind, cards: cards.sorted(), giver: giver, taker: taker, actor: actor,
      run: run, document: document, time: time ?? now, recipient: recipient, reason: reason,
      action: action, proofs: proofs, exchanged: exchanged.sorted(), item: item, fee: fee,
      correction: correction, registration: registration, detail: detail?.commitment,
      policy: policy, provenance: provenance)
  }
}
