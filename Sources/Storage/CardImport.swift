import Custody
public import Domain
import GRDB

/// What became of the rows of an import.
public struct CardImportOutcome: Hashable, Sendable {
  public internal(set) var inserted = 0
  /// Rows whose card the store had already.
  public internal(set) var alreadyThere = 0
  /// Rows that contradict a stored card; they were not stored.
  public internal(set) var conflicts: [CardConflict] = []
}

/// Why one row of an import contradicts what is stored.
public struct CardConflict: Hashable, Sendable, Described {
  public enum Reason: Hashable, Sendable {
    /// The number is in use for a card with other content.
    case otherContent
    /// The same request of the same person is stored under another number.
    case samePerson(as: CardID)
  }

  /// The line of the file on which the row starts.
  public let sourceRow: Int
  public let card: CardID
  public let reason: Reason

  public var phrase: Phrase {
    switch reason {
    case .otherContent:
      Phrase(
        id: "kartu \(card) sudah tersimpan dengan isi lain; perbaiki nomor atau isinya",
        en: "card \(card) is stored with other content; correct the number or the content")
    case .samePerson(let stored):
      Phrase(
        id: "permohonan yang sama sudah tersimpan sebagai \(stored), bukan \(card); "
          + "perbaiki nomornya",
        en: "the same request is stored as \(stored), not \(card); correct the number")
    }
  }
}

/// One import within one transaction.
struct CardImport {
  private(set) var outcome = CardImportOutcome()
  private(set) var books: OfficeBooks
  private let database: Database
  private let store: Store
  private let now: Instant
  private let importID: Int64
  private let knownDesa: Set<RegionCode>
  private let selectByID: Statement
  private let selectByPerson: Statement
  private let insertCard: Statement
  private var serials: CardSerials
  private var unrecorded: [CardID] = []

  /// One printed event names at most this many cards, so that no entry grows without bound.
  private static let cardsPerEvent = 500

  init(
    _ books: OfficeBooks, into database: Database, of store: Store, sourceDigest: Fingerprint,
    now: Instant
  ) throws {
    self.database = database
    self.store = store
    self.now = now
    self.books = books
    try database.execute(
      sql: "INSERT INTO import (source_digest, imported_at) VALUES (?, ?)",
      arguments: [sourceDigest, now])
    importID = database.lastInsertedRowID
    let codes = try RegionCode.fetchAll(database, sql: "SELECT code FROM region")
    knownDesa = Set(codes.filter { $0.level == .desa })
    serials = CardSerials(regency: store.regency)
    selectByID = try database.makeStatement(sql: "SELECT * FROM card WHERE id = ?")
    selectByPerson = try database.makeStatement(
      sql: """
        SELECT id FROM card
        WHERE nik_lookup = ? AND request = ? AND requested_on = ? AND printed_on = ?
        """)
    let marks = repeatElement("?", count: 26).joined(separator: ", ")
    insertCard = try database.makeStatement(
      sql: "INSERT INTO card VALUES (\(marks)) ON CONFLICT (id) DO NOTHING")
  }

  mutating func add(_ card: NewCard) throws {
    let desa = card.resident.address.desa
    guard knownDesa.contains(desa) else { throw StoreRefusal.unknownRegion(desa) }
    let lookup = store.keys.nikLookup(card.resident.nik)
    let samePerson = try storedCard(like: card, lookup)
    guard let id = card.id else {
      guard samePerson == nil else { return outcome.alreadyThere += 1 }
      // Cards that brought their number may have taken the next serials.
      while try !insert(card, as: try serials.next(in: card.printedOn.year, from: database), lookup)
      {}
      return
    }
    if let row = try Row.fetchOne(selectByID, arguments: [id]) {
      let stored = try Card.unlessErased(row: row, openedWith: store.keys)
      if stored == card.card(numbered: id) { return outcome.alreadyThere += 1 }
      return report(.otherContent, of: card, as: id)
    }
    if let samePerson { return report(.samePerson(as: samePerson), of: card, as: id) }
    _ = try insert(card, as: id, lookup)
  }

  /// Records what is not recorded yet and remembers the last serials.
  mutating func finish() throws {
    try recordPrinted()
    try serials.save(in: database)
    for register in [Register.import, .cardSerial] {
      try books.journal.append(changed: register, by: store.officeName, at: now)
    }
  }

  private mutating func report(
    _ reason: CardConflict.Reason, of card: NewCard, as id: CardID
  ) {
    outcome.conflicts.append(CardConflict(sourceRow: card.row, card: id, reason: reason))
  }

  /// The card of the same request of the same person; nothing if it is new.
  private func storedCard(like card: NewCard, _ lookup: Fingerprint) throws -> CardID? {
    selectByPerson.setUncheckedArguments([
      lookup, card.request, card.requestedOn, card.printedOn,
    ])
    return try CardID.fetchOne(selectByPerson)
  }

  /// Stores a card; false if its number is taken, and then nothing changed.
  private mutating func insert(
    _ card: NewCard, as id: CardID, _ lookup: Fingerprint
  ) throws -> Bool {
    let columns = try card.card(numbered: id).columns(sealedWith: store.keys, lookup: lookup)
    insertCard.setUncheckedArguments(StatementArguments(columns + [importID, card.row, nil]))
    try insertCard.execute()
    guard database.changesCount > 0 else { return false }
    outcome.inserted += 1
    unrecorded.append(id)
    if unrecorded.count == Self.cardsPerEvent { try recordPrinted() }
    return true
  }

  private mutating func recordPrinted() throws {
    guard !unrecorded.isEmpty else { return }
    try books.ledger.append(
      EventDraft(
        kind: .printed, cards: unrecorded, giver: .printer, taker: .office,
        actor: store.officeName))
    unrecorded.removeAll(keepingCapacity: true)
  }
}

/// The serial numbers of cards, counted per regency and year.
private struct CardSerials {
  let regency: RegionCode
  private var lastByYear: [Int: Int] = [:]

  init(regency: RegionCode) { self.regency = regency }

  mutating func next(in year: Int, from database: Database) throws -> CardID {
    let stored = try lastByYear[year] ?? load(year, from: database)
    guard stored < 99_999_999 else {
      throw StoreRefusal.serialsExhausted(regency: regency, year: year)
    }
    lastByYear[year] = stored + 1
    return CardID(regency: regency, year: year, serial: stored + 1)
  }

  func save(in database: Database) throws {
    for (year, last) in lastByYear.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT OR REPLACE INTO card_serial VALUES (?, ?, ?)",
        arguments: [regency, year, last])
    }
  }

  private func load(_ year: Int, from database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT last FROM card_serial WHERE regency = ? AND year = ?",
      arguments: [regency, year]) ?? 0
  }
}
