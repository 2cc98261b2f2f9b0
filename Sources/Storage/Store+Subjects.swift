import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// Everything that is kept about the resident with one NIK.
  ///
  /// - Throws: ``StoreRefusal/noResident`` if nothing is.
  public func subjectExport(_ nik: NIK, _ access: Access) throws -> SubjectRecord {
    try read("subjectExport", access, cards: { $0.cards.map(\.record.card.id) }) { database in
      let records = try records(
        where: "nik_lookup = ?", [keys.nikLookup(nik)], in: database)
      guard let last = records.last else { throw StoreRefusal.noResident }
      let ids = records.map(\.card.id)
      return SubjectRecord(
        resident: last.card.resident, cards: try records.map { try story(of: $0, in: database) },
        accesses: try accesses(
          where:
            "place IN (SELECT place FROM journal_card WHERE card IN (SELECT value FROM json_each(?)))",
          [LedgerWriter.list(ids)], in: database))
    }
  }

  /// Erases what is kept about the resident with one NIK, for good: from the rows, from the free
  /// space of the file and from the write-ahead log.
  ///
  /// Only cards at the end of their story are erased, whatever the ground: without its address a
  /// card could not be brought, and before an order is carried out the card must be handed over or
  /// destroyed. Of an erased card there remain its number, village, kind of request and dates, none
  /// of which is about one person; and its events, which never held a name. Gone are the NIK, name,
  /// birth, address, place and telephone, and the personal contents of the events at the door, even
  /// where the same event handed over the cards of others in the household: they tell where the
  /// resident lives. The names of officials under documents stay.
  ///
  /// Doors of old runs: where all cards of a stop are erased, the stop is put at the reference point
  /// of its village, and the plan is sealed anew with the office's key. So whoever holds that key
  /// could move stops of past plans unseen; cards, couriers and times are in the ledger, too. A door
  /// shared with a card that is not erased stays, since it is another resident's.
  ///
  /// Documents already printed and backups are not reached from here; the caller says so.
  ///
  /// - Parameter by: The person who answers for it.
  /// - Throws: ``StoreRefusal/noResident`` if nothing is kept.
  public func subjectErase(
    _ nik: NIK, by: String, basis: ErasureBasis, now: Instant
  ) throws -> SubjectErasure {
    let erasure = try commit(now: now) { database, books in
      let records = try records(where: "nik_lookup = ?", [keys.nikLookup(nik)], in: database)
      guard !records.isEmpty else { throw StoreRefusal.noResident }
      let (ended, open) = records.divided(by: \.custody.status.isEnd)
      var details = 0
      for record in ended {
        let holder = record.custody.holder
        try books.ledger.append(
          EventDraft(
            kind: .erased, cards: [record.card.id], giver: holder, taker: holder, actor: by))
        details += try eraseDetails(of: record.card.id, in: database)
        try eraseColumns(of: record.card.id, now: now, in: database)
      }
      try eraseDoors(of: ended.map(\.card.id), in: database)
      try books.journal.append(changed: .plan, by: officeName, at: now)
      var entry = JournalEntry(.erasure, by: by.withoutLongNumbers, at: now)
      entry.purpose = basis.rawValue
      try books.journal.append(entry, cards: ended.map(\.card.id))
      return SubjectErasure(
        erased: ended.map(\.card.id), kept: open.map(\.custody), details: details)
    }
    // Even where an earlier erasure was cut short by a power failure, all of it is gone after this.
    if !erasure.erased.isEmpty { try file.compact() }
    return erasure
  }

  /// Who read data of one card, or of any, the oldest first.
  public func accessLog(of card: CardID? = nil, limit: Int = 1000) throws -> [AccessRecord] {
    try file.read { database in
      let condition =
        card == nil ? "TRUE" : "place IN (SELECT place FROM journal_card WHERE card = ?)"
      return try accesses(where: condition, card.map { [$0] } ?? [], limit: limit, in: database)
    }
  }

  private func story(
    of record: CardRecord, in database: Database
  ) throws -> SubjectRecord.CardStory {
    let card = record.card.id
    let entries = try events(of: card, in: database)
    let runs: [RunID] = try database.all("SELECT run FROM run_card WHERE card = ?", [card]) {
      try $0.read("run")
    }
    let postEvents = try database.all(
      """
      SELECT * FROM post_event WHERE item IN (SELECT item FROM post_item WHERE card = ?)
      ORDER BY at, code
      """, [card]
    ) { row in
      PostEvent(item: try row.read("item"), code: try row.read("code"), time: try row.read("at"))
    }
    return SubjectRecord.CardStory(
      record: record, entries: entries,
      details: try entries.filter(\.event.kind.isAtTheDoor).compactMap { entry in
        try detail(of: entry, in: database).map {
          SubjectRecord.Detail(place: entry.place, time: entry.event.time, content: $0)
        }
      }, runs: runs.sorted(), postEvents: postEvents)
  }

  private func accesses(
    where condition: String, _ arguments: StatementArguments, limit: Int = -1,
    in database: Database
  ) throws -> [AccessRecord] {
    // The newest are asked for, and told the oldest first.
    let rows: [(Int, Data)] = try database.all(
      "SELECT place, body FROM journal WHERE kind = ? AND \(condition) ORDER BY place DESC LIMIT ?",
      [JournalEntry.Kind.access.rawValue] + arguments + [limit]
    ) { (try $0.read("place"), try $0.read("body")) }
    return try rows.reversed().map { place, body in
      guard let entry = JournalEntry(bytes: Array(body)),
        let purpose = entry.purpose.flatMap(Access.Purpose.init(rawValue:))
      else { throw UnreadableColumn(name: "journal.body") }
      return AccessRecord(
        place: place, time: Instant(milliseconds: entry.at), by: entry.by, purpose: purpose,
        note: entry.note, cardCount: entry.cardCount ?? 0,
        cards: (entry.cards ?? []).compactMap { CardID($0) })
    }
  }
}

// How an erasure goes about.
extension Store {
  private func eraseDetails(of card: CardID, in database: Database) throws -> Int {
    var count = 0
    let entries = try database.all(
      "SELECT entry.* FROM entry_card JOIN entry USING (place) WHERE card IN (?, ?)",
      [card, card.old], LedgerEntry.init(row:))
    for entry in entries where entry.event.kind.isAtTheDoor {
      try database.execute(
        sql: "DELETE FROM detail WHERE place = ?", arguments: [entry.place])
      count += database.changesCount
    }
    return count
  }

  private func eraseColumns(of card: CardID, now: Instant, in database: Database) throws {
    let empty = ErasedCard.personalColumns.map { "\($0) = NULL" }.joined(separator: ", ")
    try database.execute(
      sql: "UPDATE card SET \(empty), numbers_sealed = x'', erased_at = ? WHERE id = ?",
      arguments: [now, card])
    let seal = try database.first("SELECT * FROM card WHERE id = ?", [card]) { row in
      try ErasedCard(row: row).seal(with: keys)
    }
    try database.execute(
      sql: "UPDATE card SET numbers_sealed = ? WHERE id = ?", arguments: [seal, card])
  }

  private func eraseDoors(of cards: [CardID], in database: Database) throws {
    let stops: [(run: RunID, stop: Int)] = try database.all(
      """
      SELECT DISTINCT run, stop FROM run_card
      WHERE card IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM run_card AS other JOIN card ON card.id = other.card
        WHERE other.run = run_card.run AND other.stop = run_card.stop AND erased_at IS NULL)
      ORDER BY run, stop
      """, [LedgerWriter.list(cards)]
    ) { (try $0.read("run"), try $0.read("stop")) }
    for (run, stop) in stops {
      try database.execute(
        sql: """
          UPDATE stop SET (latitude_e7, longitude_e7) = (
              SELECT latitude_e7, longitude_e7 FROM region WHERE code = desa),
            location_source = ?, uncertainty_metres = ?
          WHERE run = ? AND number = ?
          """, arguments: [Location.Source.desa, Self.villageMetres, run, stop])
    }
    for id in Set(stops.map(\.run.plan)) {
      let seal = PlanSeal(try plan(id, in: database), of: self)
      try database.execute(
        sql: "UPDATE plan SET seal = ? WHERE id = ?", arguments: [seal.value, id])
    }
  }

  /// How far a door can be from the reference point of its village.
  private static let villageMetres = 5000.0
}

extension Event.Kind {
  /// Whether the personal content of such an event is about a resident, not about officials.
  fileprivate var isAtTheDoor: Bool {
    switch self {
    case .delivered, .failed, .reattempted, .held, .withdrawn, .feeReported, .scannedOut, .returned:
      true
    case .printed, .packed, .handedOver, .cleared, .missing, .found, .counted, .destroyed,
      .corrected, .erased, .enrolled, .revoked:
      false
    }
  }
}

extension CardCustody.Status {
  /// Whether the card's story is over.
  fileprivate var isEnd: Bool { self == .delivered || self == .destroyed }
}

extension [CardRecord] {
  fileprivate func divided(
    by isFirst: (CardRecord) -> Bool
  ) -> (first: [CardRecord], rest: [CardRecord]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
