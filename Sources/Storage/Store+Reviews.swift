public import Custody
public import Domain
import GRDB

extension Store {
  /// Everything a named person must decide about, the oldest first: events that were refused, and
  /// events that were accepted with a flag.
  ///
  /// An event that was turned away and accepted later, because its device had been enrolled, is
  /// settled by that.
  public func reviews(includingSettled: Bool = false) throws -> [Review] {
    try file.read { try reviews(includingSettled: includingSettled, in: $0) }
  }

  /// What came in before an earlier event of its device, by device; nobody need do anything but
  /// bring the files that are missing.
  public func waitingReviews() throws -> [WaitingReview] {
    try file.read { database in
      let ids: [DeviceID] = try database.all(
        "SELECT DISTINCT device FROM waiting ORDER BY device"
      ) { try $0.read("device") }
      return try ids.map { id in
        let device = try device(id, in: database)
        let waiting = try database.all(
          "SELECT * FROM waiting WHERE device = ? ORDER BY sequence, event_hash", [id],
          WaitingEvent.init(row:))
        return WaitingReview(
          device: id, courier: device.courier, waitingFor: device.lastSequence + 1,
          events: waiting.map(\.signed.event),
          since: waiting.map(\.receivedAt).min() ?? device.enrolledAt)
      }
    }
  }

  /// Settles what an entry left open; nothing is deleted, a correction is added that points at it.
  ///
  /// - Parameter decision: `upheld`: the event told the truth, and cards that it moved and that were
  ///   refused go where it says. `rejected`: it is not to be believed, and the cards stay.
  ///   `settled`: neither; the cards are with `cardsTo`.
  /// - Parameter by: The person who decides and answers for it.
  /// - Parameter note: Why, kept beside the log.
  /// - Throws: ``StoreRefusal`` if nothing is open at that place or the decision lacks a holder;
  ///   `CustodyRefusal` if the cards cannot go there.
  @discardableResult
  public func resolve(
    _ place: Int, _ decision: Correction.Decision, by: String, note: String? = nil,
    cardsTo: Holder? = nil, now: Instant
  ) throws -> [LedgerEntry] {
    guard (cardsTo != nil) == (decision == .settled) else {
      throw cardsTo == nil ? StoreRefusal.decisionNeedsHolder : .decisionTakesNoHolder
    }
    return try commit(now: now) { database, books in
      let review = try openReview(at: place, in: database)
      let event = review.entry.event
      let correction = Correction(event: review.entry.leaf.signed.hash, decision: decision)
      var custody: [CardCustody] = []
      for card in event.cards {
        if let state = try books.ledger.custody(of: card) { custody.append(state) }
      }
      let byHolder = Dictionary(grouping: custody, by: \.holder)
        .sorted { $0.key.code < $1.key.code }
      let groups =
        byHolder.isEmpty ? [(key: Holder.office, value: [])] : byHolder
      return try groups.map { holder, cards in
        try books.ledger.append(
          EventDraft(
            kind: .corrected, cards: cards.map(\.card), giver: holder,
            taker: cards.isEmpty
              ? holder : review.taker(after: decision, cardsTo: cardsTo) ?? holder,
            actor: by, correction: correction,
            detail: newDetail(note: note?.withoutLongNumbers)))
      }
    }
  }

  func reviews(includingSettled: Bool, in database: Database) throws -> [Review] {
    let entries = try database.all(
      """
      SELECT * FROM entry WHERE (refusal IS NOT NULL OR flags <> '') AND (
        ? OR NOT EXISTS (
          SELECT 1 FROM entry AS later WHERE later.corrects = entry.event_hash
          UNION ALL
          SELECT 1 FROM entry AS later
          WHERE later.event_hash = entry.event_hash AND later.refusal IS NULL
            AND entry.refusal IS NOT NULL))
      ORDER BY place
      """, [includingSettled], LedgerEntry.init(row:))
    return try entries.map { try review(of: $0, in: database) }
  }

  private func openReview(at place: Int, in database: Database) throws -> Review {
    let entry = try database.first(
      "SELECT * FROM entry WHERE place = ? AND (refusal IS NOT NULL OR flags <> '')", [place],
      LedgerEntry.init(row:))
    guard let entry else { throw StoreRefusal.noSuchReview(place: place) }
    let review = try review(of: entry, in: database)
    guard review.settlement == nil else { throw StoreRefusal.reviewSettled(place: place) }
    return review
  }

  private func review(of entry: LedgerEntry, in database: Database) throws -> Review {
    let settling = try database.first(
      "SELECT * FROM entry WHERE corrects = ? ORDER BY place LIMIT 1",
      [entry.leaf.signed.hash], LedgerEntry.init(row:))
    return Review(
      entry: entry, cause: try cause(of: entry, in: database),
      settlement: settling.flatMap { later in
        later.event.correction.map { correction in
          Review.Settlement(
            decision: correction.decision, by: later.event.actor, at: later.recordedAt,
            place: later.place)
        }
      })
  }

  /// A refused event is judged once more, by how things stand now, for the sentence that fits best.
  private func cause(of entry: LedgerEntry, in database: Database) throws -> Review.Cause {
    guard let code = entry.leaf.refusal else { return .flagged(entry.leaf.flags) }
    if let refusal = ArrivalRefusal(rawValue: code) {
      return .refused(code: code, refusal.phrase)
    }
    let event = entry.event
    var states: [CardID: CardCustody] = [:]
    for card in event.cards + event.exchanged + event.cards.map(\.new) {
      states[card] = try? custody(of: card, in: database)
    }
    let courier = try DeviceID(event.id.device).flatMap {
      try knownDevice($0, in: database)?.registration.courier
    }
    do {
      _ = try CustodyRules.outcome(
        of: event, given: states, recordedFor: courier, under: policy, now: entry.recordedAt)
    } catch  where error.code == code {
      return .refused(code: code, error.phrase)
    } catch {}
    return .refused(
      code: code,
      Phrase(
        id: "saat diterima, aturan serah terima menolaknya (\(code)); periksa riwayat kartunya",
        en: "when it came in, the rules of custody refused it (\(code));"
          + " look at the card's history"))
  }
}

extension Review {
  /// Where a decision puts the cards; nothing if they stay.
  fileprivate func taker(after decision: Correction.Decision, cardsTo: Holder?) -> Holder? {
    switch decision {
    case .settled: cardsTo
    case .rejected: nil
    case .upheld:
      if case .refused = cause, entry.event.kind.movesCard { entry.event.taker } else { nil }
    }
  }
}
