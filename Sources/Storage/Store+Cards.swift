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
    try commit { database in
      var job = try CardImport(into: database, of: self, sourceDigest: sourceDigest, now: now)
      while let card = try next() { try job.add(card) }
      try job.finish()
      return (job.outcome, job.writer.head)
    }
  }

  /// Takes in the cards of a sequence, read one by one.
  public func importCards(
    _ cards: some Sequence<NewCard>, sourceDigest: Fingerprint, now: Instant
  ) throws -> CardImportOutcome {
    var cards = cards.makeIterator()
    return try importCards(sourceDigest: sourceDigest, now: now) { cards.next() }
  }

  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none.
  public func card(_ id: CardID) throws -> CardRecord {
    guard let record = try records(where: "card.id = ?", [id]).first else {
      throw StoreRefusal.unknownCard(id)
    }
    return record
  }

  /// The cards asked for, in that order.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` for the first that is not known.
  public func cards(_ ids: [CardID]) throws -> [Card] {
    try file.read { try cards(ids, in: $0) }
  }

  func cards(_ ids: [CardID], in database: Database) throws -> [Card] {
    try ids.map { id in
      let card = try database.first("SELECT * FROM card WHERE id = ?", [id]) { row in
        try Card(row: row, openedWith: keys)
      }
      guard let card else { throw StoreRefusal.unknownCard(id) }
      return card
    }
  }

  /// Finds cards by any of these together, in order of number.
  ///
  /// - Parameter name: Words or parts of words, in any order and case.
  public func searchCards(
    name: String? = nil, birthDate: CalendarDate? = nil, kecamatan: RegionCode? = nil,
    status: CardCustody.Status? = nil, nik: NIK? = nil, limit: Int = 50, offset: Int = 0
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
    return try records(
      where: sql, StatementArguments(conditions.map(\.value)), limit: limit, offset: offset)
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
    on date: CalendarDate, today: CalendarDate? = nil, in kecamatan: Set<RegionCode> = []
  ) throws -> [Card] {
    try deliverableRecords(on: date, today: today, in: kecamatan).map(\.card)
  }

  /// The same cards as ``deliverableCards(on:today:in:)``, with their attempts so far.
  public func deliverableRecords(
    on date: CalendarDate, today: CalendarDate? = nil, in kecamatan: Set<RegionCode> = []
  ) throws -> [CardRecord] {
    let marks = repeatElement("?", count: kecamatan.count).joined(separator: ", ")
    // The first eight characters of a desa's code are those of its kecamatan.
    let place = kecamatan.isEmpty ? "" : "substr(desa, 1, 8) IN (\(marks)) AND "
    return try records(
      where: """
        \(place)channel = ? AND status = ? AND holder = ? AND NOT EXISTS (
          SELECT 1 FROM run_card JOIN run ON run.id = run_card.run JOIN plan ON plan.id = run.plan
          WHERE run_card.card = card.id AND plan.date <> ? AND plan.date >= ?
            AND \(Self.runIsWaiting))
        """,
      StatementArguments(kecamatan.sorted())
        + [Channel.door, CardCustody.Status.atOffice, Holder.office, date, today ?? date])
  }

  /// How many cards have not reached their resident yet.
  public func openCardCount() throws -> Int {
    try file.read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM card_custody WHERE status <> ?",
        arguments: [CardCustody.Status.delivered]) ?? 0
    }
  }

  /// Where a card is.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none.
  public func custody(of card: CardID) throws -> CardCustody {
    try file.read { try custody(of: card, in: $0) }
  }

  func custody(of card: CardID, in database: Database) throws -> CardCustody {
    let query = "SELECT * FROM card_custody WHERE card = ?"
    guard let custody = try database.first(query, [card], CardCustody.init(row:)) else {
      throw StoreRefusal.unknownCard(card)
    }
    return custody
  }

  private func records(
    where condition: String, _ arguments: StatementArguments, limit: Int = -1, offset: Int = 0
  ) throws -> [CardRecord] {
    try file.read { database in
      let query = """
        SELECT * FROM card JOIN card_custody ON card = id WHERE \(condition)
        ORDER BY id LIMIT ? OFFSET ?
        """
      return try database.all(query, arguments + [limit, offset]) { row in
        CardRecord(
          card: try Card(row: row, openedWith: keys), custody: try CardCustody(row: row))
      }
    }
  }
}
