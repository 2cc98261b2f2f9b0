public import Custody
import Domain
public import Geometry

/// What goes beside an event because it is personal.
public struct DetailDraft: Hashable, Sendable {
  /// Where the device is.
  public var position: Coordinate?
  public var accuracyMetres: Int?
  /// The name of whoever took the card, where it was not the resident.
  public var receiverName: String?
  /// The six digits that the resident told.
  public var pin: String?
  public var note: String?

  public init(
    position: Coordinate? = nil, accuracyMetres: Int? = nil, receiverName: String? = nil,
    pin: String? = nil, note: String? = nil
  ) {
    self.position = position
    self.accuracyMetres = accuracyMetres
    self.receiverName = receiverName
    self.pin = pin
    self.note = note
  }
}

/// An event that the pocket wrote down, now or before.
public struct Recorded: Hashable, Sendable {
  public let event: Event
  /// False if the same had been recorded before and nothing was written now.
  public let isNew: Bool
}

/// An event before the pocket has given it its number and time.
struct PocketDraft {
  let kind: Event.Kind
  /// In any order.
  var cards: [CardID]
  var giver: Holder
  var taker: Holder
  var run: RunID?
  var recipient: Recipient?
  var reason: FailureReason?
  var action: ActionCode?
  var proofs: [Proof] = []
  /// Old cards, by their own number.
  var exchanged: [CardID] = []
  var fee: Int?
  var detail = DetailDraft()
  /// The time written on paper, for what is typed in afterwards.
  var paperTime: Instant?
  var provenance = Event.Provenance.typed

  func event(
    _ id: Event.ID, actor: CourierID, run: RunID?, stop: Int?, clock: ClockReading,
    evidence: ClockEvidence?, detail: EventDetail?, policy: Int
  ) -> Event {
    let pin = self.detail.pin == nil ? [] : [Proof(kind: .pin)]
    return Event(
      id: id, kind: kind, cards: Set(cards).sorted(), giver: giver, taker: taker,
      actor: actor.description, run: run, stop: run == nil ? nil : stop,
      time: paperTime ?? clock.wall, clock: evidence, recipient: recipient, reason: reason,
      action: action, proofs: proofs.filter { $0.kind != .pin } + pin,
      exchanged: Set(exchanged).sorted(), fee: fee, detail: detail?.commitment, policy: policy,
      provenance: paperTime == nil ? provenance : .paper)
  }
}
