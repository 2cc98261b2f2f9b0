import Custody
import Domain
import Foundation
import GRDB

/// The open end of the ledger within one transaction: the only place where custody changes.
///
/// Invariant: `entry`, `entry_card` and `card_custody` change together or not at all.
struct LedgerWriter {
  /// The end of the chain after everything appended so far.
  private(set) var head: ChainHead
  private let key: LedgerKey
  private let policy: CustodyPolicy
  private let now: Instant
  private let selectCustody: Statement
  private let insertEntry: Statement
  private let insertCards: Statement
  private let saveCustody: Statement

  /// - Throws: ``StorageError/damaged(path:detail:)`` if the ledger does not reach its anchor.
  init(_ database: Database, of store: Store, now: Instant) throws {
    head = try store.ledgerHead(in: database)
    key = store.keys.ledgerKey
    policy = store.policy
    self.now = now
    try store.requireAnchored(in: database)
    selectCustody = try database.cachedStatement(
      sql: "SELECT * FROM card_custody WHERE card IN (SELECT value FROM json_each(?))")
    insertEntry = try database.cachedStatement(
      sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    insertCards = try database.cachedStatement(
      sql: "INSERT INTO entry_card SELECT value, ? FROM json_each(?)")
    saveCustody = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO card_custody SELECT value, ?, ?, ?, ?, ? FROM json_each(?)
        """)
  }

  /// Appends an event if the rules of custody allow it.
  ///
  /// - Throws: `CustodyRefusal`, before anything has changed.
  @discardableResult
  mutating func append(_ event: Event) throws -> LedgerEntry {
    let outcome = try CustodyRules.outcome(
      of: event, given: try states(of: event.cards), under: policy, now: now)
    let link = head.link(event.canonicalBytes(), sealedWith: key)
    try insertEntry.execute(arguments: [
      link.index, event.id.device, event.id.sequence, event.run, Data(link.canonical),
      link.hash, link.seal, now,
    ])
    try insertCards.execute(arguments: [link.index, Self.list(event.cards)])
    try save(outcome)
    head = link.head
    return LedgerEntry(place: link.index, event: event, recordedAt: now)
  }

  /// Stores new states, all neighbours that differ in nothing but the card at once: most events do
  /// the same to every card.
  private func save(_ outcome: [CardCustody]) throws {
    var rest = outcome[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.differsOnlyInCard(from: first) }
      try saveCustody.execute(arguments: first.state + [Self.list(alike.map(\.card))])
      rest = rest.dropFirst(alike.count)
    }
  }

  private func states(of cards: [CardID]) throws -> [CardID: CardCustody] {
    let rows = try Row.fetchCursor(selectCustody, arguments: [Self.list(cards)])
    var states: [CardID: CardCustody] = [:]
    while let row = try rows.next() {
      let custody = try CardCustody(row: row)
      states[custody.card] = custody
    }
    return states
  }

  /// The cards as a list in JSON, which a statement takes as one argument.
  private static func list(_ cards: [CardID]) -> String {
    "[\(cards.map { "\"\($0)\"" }.joined(separator: ","))]"
  }
}

extension CardCustody {
  init(row: Row) throws {
    self.init(
      card: try row.read("card"), holder: try row.read("holder"), status: try row.read("status"),
      attempts: try row.read("attempts"), lastFailure: try row.readIfPresent("last_failure"),
      since: try row.read("since"))
  }

  var columns: StatementArguments { [card] + state }

  /// The columns after the card.
  fileprivate var state: StatementArguments { [holder, status, attempts, lastFailure, since] }

  fileprivate func differsOnlyInCard(from other: CardCustody) -> Bool {
    (holder, status, attempts, lastFailure, since)
      == (other.holder, other.status, other.attempts, other.lastFailure, other.since)
  }
}
