public import Custody
public import Domain

extension Pocket {
  /// Records that cards were given to `recipient`, as one event.
  ///
  /// The same cards to the same recipient again change nothing and give the event of then.
  ///
  /// - Parameter oldCardsTaken: The cards whose old card was taken in exchange, by the number of
  ///   either.
  /// - Parameter detail: With the resident's PIN, where one was told: it is sealed to the office.
  /// - Parameter time: The time written on paper; nothing for what happens now.
  /// - Throws: `CustodyRefusal` or ``PocketRefusal``; nothing has changed then.
  @discardableResult
  public func deliver(
    _ cards: [CardID], to recipient: Recipient, proofs: [Proof], oldCardsTaken: [CardID] = [],
    detail: DetailDraft = DetailDraft(), at time: Instant? = nil, clock: ClockReading,
    provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.delivered, cards, taker: .resident)
    draft.recipient = recipient
    draft.proofs = proofs
    draft.exchanged = oldCardsTaken.map(\.old)
    draft.complete(detail, time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records that cards could not be given, as one event; they stay with the courier.
  ///
  /// - Parameter action: What is to be done; by default what is usual after `reason`.
  @discardableResult
  public func fail(
    _ cards: [CardID], reason: FailureReason, action: ActionCode? = nil, proofs: [Proof] = [],
    detail: DetailDraft = DetailDraft(), at time: Instant? = nil, clock: ClockReading,
    provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.failed, cards, taker: .courier(courier))
    draft.reason = reason
    draft.action = action ?? reason.action
    draft.proofs = proofs
    draft.complete(detail, time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records that failed cards are taken along for another attempt on the same run.
  @discardableResult
  public func reattempt(
    _ cards: [CardID], at time: Instant? = nil, clock: ClockReading,
    provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.reattempted, cards, taker: .courier(courier))
    draft.complete(DetailDraft(), time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records that cards were left at the office of a kelurahan or desa for their residents.
  @discardableResult
  public func hold(
    _ cards: [CardID], at desa: RegionCode, detail: DetailDraft = DetailDraft(),
    at time: Instant? = nil, clock: ClockReading, provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.held, cards, taker: .villageOffice(desa))
    draft.complete(detail, time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records old cards that residents gave up outside a delivery, by the number of either.
  @discardableResult
  public func withdraw(
    _ cards: [CardID], at time: Instant? = nil, clock: ClockReading,
    provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.withdrawn, cards.map(\.old), taker: .courier(courier))
    draft.giver = .resident
    draft.complete(DetailDraft(), time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records that cards a count had missed turned up with the courier.
  @discardableResult
  public func find(
    _ cards: [CardID], clock: ClockReading, provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.found, cards, taker: .courier(courier))
    draft.provenance = provenance
    return try record(draft, clock: clock)
  }

  /// Records that someone asked a resident for money, which is a crime.
  ///
  /// - Parameter cards: The cards it was about, if any.
  @discardableResult
  public func reportFee(
    rupiah: Int, cards: [CardID] = [], run: RunID? = nil, detail: DetailDraft = DetailDraft(),
    at time: Instant? = nil, clock: ClockReading, provenance: Event.Provenance = .typed
  ) throws -> Recorded {
    var draft = draft(.feeReported, cards, taker: .courier(courier))
    draft.fee = rupiah
    draft.run = run
    draft.complete(detail, time, provenance)
    return try record(draft, clock: clock)
  }

  /// Records that every card of a run that is still in the bag is back at the office, old ones
  /// included, as one event; nothing if none is left.
  ///
  /// A card that a count missed stays missing.
  @discardableResult
  public func returnAll(
    _ run: RunID, at time: Instant? = nil, clock: ClockReading,
    provenance: Event.Provenance = .typed
  ) throws -> Recorded? {
    try file.write { database in
      guard let stored = try StoredRun.read(run, in: database) else {
        throw PocketRefusal.unknownRun(run)
      }
      let cards = try PocketCard.all(of: stored.number, in: database)
        .filter { $0.custody.holder == .courier(courier) && $0.custody.status != .missing }
        .map(\.custody.card)
      guard !cards.isEmpty else { return nil }
      var draft = draft(.returned, cards, taker: .office)
      draft.complete(DetailDraft(), time, provenance)
      return try record(draft, clock: clock, in: database)
    }
  }

  /// Compares what is in the bag with the run, before setting out or at any time after.
  ///
  /// Cards seen are recorded as scanned out once, missing ones as missing, and missing ones that
  /// turn up as found. Nobody can deliver or return a missing card before it is found. Cards that
  /// are not of the run are named and not recorded: they belong to the account of another.
  public func scanOut(
    _ run: RunID, scanned: [CardID], clock: ClockReading,
    provenance: Event.Provenance = .scan
  ) throws -> Reconciliation {
    try file.write { database in
      guard let stored = try StoredRun.read(run, in: database) else {
        throw PocketRefusal.unknownRun(run)
      }
      let bag = try PocketCard.all(of: stored.number, in: database)
        .filter { $0.custody.holder == .courier(courier) && !$0.custody.card.isOld }
      let count = Reconciliation(
        expected: bag.map(\.custody.card), counted: scanned.filter { !$0.isOld })
      let present = Set(count.present)
      let lost = bag.filter { $0.custody.status == .missing }
      let fresh = bag.filter { !$0.isScanned || $0.custody.status == .missing }
      let events: [(Event.Kind, [PocketCard])] = [
        (.found, lost.filter { present.contains($0.custody.card) }),
        (.scannedOut, fresh.filter { present.contains($0.custody.card) }),
        (
          .missing,
          bag.filter { !present.contains($0.custody.card) && $0.custody.status != .missing }
        ),
      ]
      for (kind, cards) in events where !cards.isEmpty {
        var draft = draft(kind, cards.map(\.custody.card), taker: .courier(courier))
        draft.provenance = provenance
        _ = try record(draft, clock: clock, in: database)
      }
      return count
    }
  }

  private func draft(_ kind: Event.Kind, _ cards: [CardID], taker: Holder) -> PocketDraft {
    PocketDraft(kind: kind, cards: cards, giver: .courier(courier), taker: taker)
  }
}

extension PocketDraft {
  fileprivate mutating func complete(
    _ detail: DetailDraft, _ time: Instant?, _ provenance: Event.Provenance
  ) {
    self.detail = detail
    paperTime = time
    self.provenance = provenance
  }
}
