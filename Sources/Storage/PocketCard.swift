import Custody
import Domain
import GRDB

/// One card as the pocket knows it.
struct PocketCard {
  let custody: CardCustody
  /// The number of its run in the pocket.
  let run: Int
  let stop: Int
  /// Whether it comes in exchange for an old card.
  let replaces: Bool
  let isScanned: Bool
  /// The last event that this device recorded about it.
  let event: Int?

  private static let query = """
    SELECT id, holder, status, attempts, last_failure, since, run, stop, replaces, scanned, event
    FROM card
    """

  private init(_ columns: inout Columns) throws {
    custody = try CardCustody(&columns)
    run = try columns.next()
    stop = try columns.next()
    replaces = try columns.next()
    isScanned = try columns.next()
    event = try columns.nextIfPresent()
  }

  static func read(_ id: CardID, in database: Database) throws -> PocketCard? {
    try database.rows("\(query) WHERE id = ?", [id]).first { try PocketCard(&$0) }
  }

  /// Every card of a run, old ones included, by stop and number.
  static func all(of run: Int, in database: Database) throws -> [PocketCard] {
    try database.rows("\(query) WHERE run = ? ORDER BY stop, id", [run]).all {
      try PocketCard(&$0)
    }
  }
}

extension Database {
  /// Writes down a card that has come with a run.
  func insertCard(
    _ custody: CardCustody, run: Int, stop: Int, replaces: Bool, event: Int? = nil
  ) throws {
    try cachedStatement(
      sql: """
        INSERT OR REPLACE INTO card (
          id, run, stop, replaces, holder, status, attempts, last_failure, since, event
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      custody.card, run, stop, replaces, custody.holder, custody.status, custody.attempts,
      custody.lastFailure, custody.since, event,
    ])
  }

  /// Writes down what became of a card.
  func updateCard(_ custody: CardCustody, event: Int, isScanned: Bool) throws {
    try RepeatedStatement(
      """
      UPDATE card SET
        scanned = ?, holder = ?, status = ?, attempts = ?, last_failure = ?, since = ?, event = ?
      WHERE id = ?
      """, in: self
    ).run(
      isScanned, custody.holder.code, custody.status.rawValue, custody.attempts,
      custody.lastFailure?.rawValue, custody.since.milliseconds, event, custody.card.description)
  }
}
