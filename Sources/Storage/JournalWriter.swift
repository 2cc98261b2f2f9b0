import Custody
import Domain
import Foundation
import GRDB

/// The end of a journal: how many entries it has, and the hash that stands for all of them.
struct JournalHead: Hashable, Sendable {
  let count: Int
  let hash: Fingerprint

  /// The head of an empty journal; the workspace is hashed in, so that no office's entry fits
  /// another's journal.
  static func genesis(workspaceID: String) -> JournalHead {
    JournalHead(
      count: 0, hash: Fingerprint(sha256Of: Array("hantar-journal 1 \(workspaceID)".utf8)))
  }

  func appending(_ body: [UInt8]) -> JournalHead {
    JournalHead(count: count + 1, hash: Fingerprint(sha256Of: hash.bytes + body))
  }
}

/// The open end of the journal within one transaction.
///
/// Each entry carries the hash of all before it and a seal that needs the key of the ledger.
struct JournalWriter {
  private(set) var head: JournalHead
  private let key: LedgerKey
  private let database: Database

  /// More cards than this are counted and not named, so that no entry grows without bound.
  private static let namedCards = 100

  init(_ database: Database, of store: Store) throws {
    self.database = database
    key = store.keys.ledgerKey
    head = try store.journalHead(in: database)
  }

  mutating func append(_ entry: JournalEntry, cards: [CardID] = []) throws {
    var entry = entry
    if !cards.isEmpty { entry.cardCount = cards.count }
    let named = cards.count <= Self.namedCards ? Set(cards).sorted() : []
    if !named.isEmpty { entry.cards = named.map(\.description) }
    let body = try entry.bytes()
    head = head.appending(body)
    try database.cachedStatement(sql: "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        head.count, entry.kind.rawValue, entry.subject, entry.at, Data(body), head.hash,
        key.seal(head.hash),
      ])
    let insertCard = try database.cachedStatement(sql: "INSERT INTO journal_card VALUES (?, ?)")
    for card in named { try insertCard.execute(arguments: [card, head.count]) }
  }

  /// Writes down that personal data of `cards` were read.
  mutating func append(_ access: Access, verb: String, cards: [CardID]) throws {
    var entry = JournalEntry(.access, by: access.by, at: access.time)
    entry.purpose = access.purpose.rawValue
    entry.note = access.note
    entry.verb = verb
    entry.cardCount = 0
    try append(entry, cards: cards)
  }

  /// Writes down what a table is after a change, so that no later change goes unseen.
  mutating func append(changed register: Register, by: String, at time: Instant) throws {
    var entry = JournalEntry(.register, by: by, at: time)
    entry.subject = register.rawValue
    entry.digest = try register.digest(in: database).description
    try append(entry)
  }
}

extension Store {
  func journalHead(in database: Database) throws -> JournalHead {
    let query = "SELECT place, hash FROM journal ORDER BY place DESC LIMIT 1"
    let head = try database.first(query) { row in
      JournalHead(count: try row.read("place"), hash: try row.read("hash"))
    }
    return head ?? .genesis(workspaceID: workspaceID)
  }
}
