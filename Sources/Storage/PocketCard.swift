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

  init(row: Row) throws {
    custody = CardCustody(
      card: try row.read("id"), holder: try row.read("holder"), status: try row.read("status"),
      attempts: try row.read("attempts"), lastFailure: try row.readIfPresent("last_failure"),
      since: try row.read("since"))
    run = try row.read("run")
    stop = try row.read("stop")
    replaces = try row.read("replaces")
    isScanned = try row.read("scanned")
    event = try row.readIfPresent("event")
  }

  static func read(_ id: CardID, in database: Database) throws -> PocketCard? {
    try database.first("SELECT * FROM card WHERE id = ?", [id], PocketCard.init(row:))
  }

  /// Every card of a run, old ones included, by stop and number.
  static func all(of run: Int, in database: Database) throws -> [PocketCard] {
    try database.all(
      "SELECT * FROM card WHERE run = ? ORDER BY stop, id", [run], PocketCard.init(row:))
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
    try cachedStatement(
      sql: """
        UPDATE card SET
          scanned = ?, holder = ?, status = ?, attempts = ?, last_failure = ?, since = ?, event = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      isScanned, custody.holder, custody.status, custody.attempts, custody.lastFailure,
      custody.since, event, custody.card,
    ])
  }
}
