public import Custody
public import Domain

/// An event of the office before the ledger has given it its number and time.
public struct EventDraft: Hashable, Sendable {
  public var kind: Event.Kind
  /// In any order.
  public var cards: [CardID]
  public var giver: Holder
  public var taker: Holder
  /// The person who answers for it: a badge number or an office name.
  public var actor: String
  public var run: RunID?
  public var document: HandoverDocumentNumber?
  /// Personal content, kept beside the ledger.
  public var detail: EventDetail?
  public var recipient: Recipient?
  public var reason: FailureReason?
  public var proofs: [Proof]
  public var provenance: Event.Provenance

  public init(
    kind: Event.Kind, cards: [CardID], giver: Holder, taker: Holder, actor: String,
    run: RunID? = nil, document: HandoverDocumentNumber? = nil, detail: EventDetail? = nil,
    recipient: Recipient? = nil, reason: FailureReason? = nil, proofs: [Proof] = [],
    provenance: Event.Provenance = .typed
  ) {
    self.kind = kind
    self.cards = cards
    self.giver = giver
    self.taker = taker
    self.actor = actor
    self.run = run
    self.document = document
    self.detail = detail
    self.recipient = recipient
    self.reason = reason
    self.proofs = proofs
    self.provenance = provenance
  }

  func event(_ id: Event.ID, now: Instant) -> Event {
    Event(
      id: id, kind: kind, cards: cards.sorted(), giver: giver, taker: taker, actor: actor,
      run: run, document: document?.description, time: now,
      recipient: recipient, reason: reason, proofs: proofs, detail: detail?.commitment,
      provenance: provenance)
  }
}
