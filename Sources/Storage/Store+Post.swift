import Custody
public import Domain
import GRDB

extension Store {
  /// Hands cards to a post under its numbers, with one document that both sides sign.
  ///
  /// - Parameter organisation: The post, such as `Pos Indonesia`.
  /// - Throws: ``StoreRefusal`` if a card is not at the office; `CustodyRefusal`.
  public func handToPost(
    _ items: [(card: CardID, item: PostItem)], organisation: String, giver: String, taker: String,
    now: Instant
  ) throws -> SignedHandover {
    guard !giver.isEmpty, !taker.isEmpty else { throw StoreRefusal.signerMissing }
    let numbers = Dictionary(items.map { ($0.card, $0.item) }) { first, _ in first }
    let draft = try createHandover(
      of: items.map(\.card), to: .organisation(organisation), now: now)
    return try commit(now: now) { database, books in
      try sign(
        draft.number, giver: giver, taker: taker, counted: nil, items: numbers, now: now,
        in: database, &books)
    }
  }

  /// Takes in what a post reports; bringing the same report again changes nothing.
  ///
  /// Deliveries, failed attempts and cards kept for collection are recorded on the cards inside;
  /// where in its network the post has an item is only noted.
  ///
  /// - Parameter organisation: The post.
  public func recordPost(
    _ events: [PostEvent], organisation: String, by: String, now: Instant
  ) throws -> PostOutcome {
    try commit(now: now) { database, books in
      var outcome = PostOutcome()
      for event in events {
        try record(
          event, of: organisation, by: by, now: now, &outcome, in: database, &books)
      }
      try books.journal.append(changed: .postEvent, by: by, at: now)
      return outcome
    }
  }

  /// What a post reported about the items of a card, the oldest first.
  public func postEvents(of card: CardID) throws -> [PostEvent] {
    try file.read { database in
      let query = """
        SELECT post_event.* FROM post_event
        WHERE item IN (SELECT item FROM post_item WHERE card = ?) ORDER BY at, code
        """
      return try database.all(query, [card]) { row in
        PostEvent(item: try row.read("item"), code: try row.read("code"), time: try row.read("at"))
      }
    }
  }

  private func record(
    _ event: PostEvent, of organisation: String, by: String, now: Instant,
    _ outcome: inout PostOutcome, in database: Database, _ books: inout OfficeBooks
  ) throws {
    let cards: [CardID] = try database.all(
      "SELECT DISTINCT card FROM post_item WHERE item = ? ORDER BY card", [event.item]
    ) { try $0.read("card") }
    guard !cards.isEmpty else { return outcome.unknown.append(event) }
    let isKnown = try database.hasRow(
      "SELECT 1 FROM post_event WHERE item = ? AND at = ? AND code = ?",
      [event.item, event.time, event.code])
    guard !isKnown else { return outcome.alreadyKnown += 1 }
    do {
      if let draft = event.draft(of: cards, with: organisation, by: by) {
        try books.ledger.append(draft)
        outcome.recorded += 1
      } else {
        outcome.noted += 1
      }
    } catch let refusal as CustodyRefusal {
      return outcome.refused.append(PostOutcome.Refused(event: event, refusal: refusal))
    }
    try database.execute(
      sql: "INSERT INTO post_event VALUES (?, ?, ?, ?)",
      arguments: [event.item, event.time, event.code, now])
  }
}

extension PostEvent {
  /// What the report means for the cards inside; nothing if they are only on their way.
  fileprivate func draft(
    of cards: [CardID], with organisation: String, by actor: String
  ) -> EventDraft? {
    let post = Holder.organisation(organisation)
    var draft = EventDraft(
      kind: .held, cards: cards, giver: post, taker: post, actor: actor, time: time,
      item: cards.count == 1 ? item : nil, provenance: .paper)
    switch (code.meaning, outcome) {
    case (.held, _): break
    case (.attemptFailed, .failed(let reason, let action)):
      draft.kind = .failed
      draft.reason = reason
      draft.action = action
    case (.delivered, .delivered(let recipient)):
      draft.kind = .delivered
      draft.taker = .resident
      draft.recipient = recipient
    default: return nil
    }
    return draft
  }
}
