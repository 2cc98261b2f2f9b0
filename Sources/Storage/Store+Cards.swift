public import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// Takes in printed cards and records that they lie at the office, all or none of them.
  ///
  /// A card without a number is given the next serial of the regency and the year it was printed
  /// in. Bringing the same cards again changes nothing: a row is already there if the store has its
  /// number with the same content or, for a row without a number, the same request of the same
  /// person. A row that contradicts a stored card is reported and left out.
  ///
  /// - Parameter sourceDigest: SHA-256 of the file the cards came from.
  /// - Parameter next: Asked for one card after another, which are not kept; what it throws undoes
  ///   the whole import.
  public func importCards(
    sourceDigest: Fingerprint, now: Instant, next: () throws -> NewCard?
  ) throws -> CardImportOutcome {
    try commit(now: now) { database, books in
      var job = try CardImport(
        books, into: database, of: self, sourceDigest: sourceDigest, now: now)
      while let card = try next() { try job.add(card) }
      try job.finish()
      books = job.books
      return job.outcome
    }
  }

  /// Takes in the cards of a sequence, read one by one.
  public func importCards(
    _ cards: some Sequence<NewCard>, sourceDigest: Fingerprint, now: Instant
  ) throws -> CardImportOutcome {
    var cards = cards.makeIterator()
    return try importCards(sourceDigest: sourceDigest, now: now) { cards.next() }
  }

  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none, ``StoreRefusal/erased(_:)`` if
  ///   nothing is known of its resident any more.
  public func card(_ id: CardID, _ access: Access) throws -> CardRecord {
    try read("card", access, cards: { [$0.card.id] }) { database in
      CardRecord(
        card: try card(id, in: database), custody: try custody(of: id, in: database))
    }
  }

  /// The cards asked for, in that order.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` or ``StoreRefusal/erased(_:)`` for the first that is
  ///   not to be had.
  public func cards(_ ids: [CardID], _ access: Access) throws -> [Card] {
    try read("cards", access, cards: { $0.map(\.id) }) { database in
      try ids.map { try card($0, in: database) }
    }
  }

  /// Those of the cards whose residents' data were not erased, in the order asked for.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` for the first that never was.
  public func cardsOnRecord(_ ids: [CardID], _ access: Access) throws -> [Card] {
    try read("cards", access, cards: { $0.map(\.id) }) { database in
      try ids.compactMap { id in
        do { return try card(id, in: database) } catch StoreRefusal.erased { return nil }
      }
    }
  }

  func card(_ id: CardID, in database: Database) throws -> Card {
    let found = try database.first("SELECT * FROM card WHERE id = ?", [id]) { row in
      guard let card = try Card.unlessErased(row: row, openedWith: keys) else {
        throw StoreRefusal.erased(id)
      }
      return card
    }
    guard let found else { throw StoreRefusal.unknownCard(id) }
    return found
  }

  /// Finds cards by any of these together, in order of number; none whose resident's data were
  /// erased.
  ///
  /// - Parameter name: Words or parts of words, in any order and case.
  public func searchCards(
    name: String? = nil, birthDate: CalendarDate? = nil, kecamatan: RegionCode? = nil,
    status: CardCustody.Status? = nil, nik: NIK? = nil, limit: Int = 50, offset: Int = 0,
    _ access: Access
  ) throws -> [CardRecord] {
    var conditions: [(sql: String, value: any DatabaseValueConvertible)] = []
    for word in Card.searchable(name ?? "").split(separator: " ") {
      conditions.append(("instr(name_search, ?)", String(word)))
    }
    if let birthDate { conditions.append(("birth_date = ?", birthDate)) }
    // Codes of the desa of a kecamatan start with its own and a dot.
    if let kecamatan { conditions.append(("instr(desa, ?) = 1", "\(kecamatan).")) }
    if let status { conditions.append(("status = ?", status)) }
    if let nik { conditions.append(("nik_lookup = ?", keys.nikLookup(nik))) }
    let sql = (["TRUE"] + conditions.map(\.sql)).joined(separator: " AND ")
    return try read("searchCards", access, cards: { $0.map(\.card.id) }) { database in
      try records(
        where: sql, StatementArguments(conditions.map(\.value)), limit: limit, offset: offset,
        in: database)
    }
  }

  /// Cards that can be planned for a day, in order of number.
  ///
  /// They go to the door, lie at the office, need no clerk, and are in no run of another day that
  /// is still waiting to be taken out. A run of a day before `today` has missed its day and waits
  /// no longer.
  ///
  /// - Parameter today: By default `date`.
  /// - Parameter kecamatan: Only cards of these; empty means all.
  public func deliverableCards(
    on date: CalendarDate, today: CalendarDate? = nil, in kecamatan: Set<RegionCode> = [],
    _ access: Access
  ) throws -> [Card] {
    try deliverableRecords(on: date, today: today, in: kecamatan, access).map(\.card)
  }

  /// The same cards as ``deliverableCards(on:today:in:_:)``, with their attempts so far.
  public func deliverableRecords(
    on date: CalendarDate, today: CalendarDate? = nil, in kecamatan: Set<RegionCode> = [],
    _ access: Access
  ) throws -> [CardRecord] {
    let marks = repeatElement("?", count: kecamatan.count).joined(separator: ", ")
    // The first eight characters of a desa's code are those of its kecamatan.
    let place = kecamatan.isEmpty ? "" : "substr(desa, 1, 8) IN (\(marks)) AND "
    let condition = """
      \(place)channel = ? AND status = ? AND holder = ? AND NOT EXISTS (
        SELECT 1 FROM run_card JOIN run ON run.id = run_card.run JOIN plan ON plan.id = run.plan
        WHERE run_card.card = card.id AND plan.date <> ? AND plan.date >= ?
          AND \(Self.runIsWaiting))
      """
    let arguments =
      StatementArguments(kecamatan.sorted())
      + [Channel.door, CardCustody.Status.atOffice, Holder.office, date, today ?? date]
    return try read("deliverableCards", access, cards: { $0.map(\.card.id) }) { database in
      try records(where: condition, arguments, in: database)
    }
  }

  /// How many cards have not reached their resident yet.
  public func openCardCount() throws -> Int {
    try file.read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM card_custody WHERE status NOT IN (?, ?) AND card LIKE 'KTP%'",
        arguments: [CardCustody.Status.delivered, CardCustody.Status.destroyed]) ?? 0
    }
  }

  /// Where a card is.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none.
  public func custody(of card: CardID) throws -> CardCustody {
    try file.read { try custody(of: card, in: $0) }
  }

  func custody(of card: CardID, in database: Database) throws -> CardCustody {
    let query = "SELECT \(CardCustody.columns) FROM card_custody WHERE card = ?"
    guard let custody = try database.rows(query, [card]).first({ try CardCustody(&$0) }) else {
      throw StoreRefusal.unknownCard(card)
    }
    return custody
  }

  func records(
    where condition: String, _ arguments: StatementArguments, limit: Int = -1, offset: Int = 0,
    in database: Database
  ) throws -> [CardRecord] {
    let query = """
      SELECT * FROM card JOIN card_custody ON card = id
      WHERE erased_at IS NULL AND (\(condition)) ORDER BY id LIMIT ? OFFSET ?
      """
    return try database.all(query, arguments + [limit, offset]) { row in
      CardRecord(card: try Card(row: row, openedWith: keys), custody: try CardCustody(row: row))
    }
  }
}
