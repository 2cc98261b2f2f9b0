import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// Counts the PINs given out for one card; each card is given one.
  static let pinIssue = 1

  /// The six digits by which the owner of a card shows the courier to be the owner.
  public func pin(for id: CardID, _ access: Access) throws -> String {
    try read("pin", access, cards: { _ in [id] }) { database in
      _ = try card(id, in: database)
      return keys.pin(for: id, issue: Self.pinIssue)
    }
  }

  /// Replaces the key for personal data and seals everything anew with the new one.
  ///
  /// The key file has both keys before anything is sealed anew, and only the new one afterwards: if
  /// the power fails in between, everything can still be read, and running this again completes it.
  ///
  /// - Returns: How many values were sealed anew.
  @discardableResult
  public func rotateKeys(now: Instant) throws -> Int {
    // Secrets are the one thing that no caller may make repeatable.
    var random = SystemRandomNumberGenerator()
    let stored = try KeyRing.read(keyRing.path)
    let isUnfinished = stored.forgettingOldPersonalDataKeys != stored
    try keyRing.replace(
      with: isUnfinished ? stored : stored.rotatingPersonalDataKey(using: &random))
    let count = try commit(now: now) { database, books in
      let count = try sealCardsAnew(in: database) + sealDetailsAnew(in: database)
      var entry = JournalEntry(.rotation, by: officeName, at: now)
      entry.counts = [Self.keyNumber: keys.personalDataKeyNumber, "values": count]
      try books.journal.append(entry)
      return count
    }
    try keyRing.replace(with: keys.forgettingOldPersonalDataKeys)
    return count
  }

  /// Takes the keys from their file if another process has sealed the data anew.
  func refreshKeys(in database: Database) throws {
    let body: Data? = try database.first(
      "SELECT body FROM journal WHERE kind = ? ORDER BY place DESC LIMIT 1",
      [JournalEntry.Kind.rotation.rawValue]
    ) { try $0.read("body") }
    let entry = body.flatMap { JournalEntry(bytes: Array($0)) }
    guard let number = entry?.counts?[Self.keyNumber] else { return }
    try keyRing.refresh(toReach: number)
  }

  private static let keyNumber = "key"

  private func sealCardsAnew(in database: Database) throws -> Int {
    let update = try database.makeStatement(
      sql: "UPDATE card SET numbers_sealed = ? WHERE id = ?")
    var count = 0
    var last = ""
    // Read and written in turns, so that no cursor sees a row that changes under it.
    while true {
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM card WHERE id > ? ORDER BY id LIMIT 1000", arguments: [last])
      guard let end = rows.last else { return count }
      last = try end.read("id")
      for row in rows {
        let place = try OfficeKeys.placeOfNumbers(in: row)
        guard let sealed = try sealedAnew(try row.read("numbers_sealed"), place) else { continue }
        try update.execute(arguments: [sealed, try row.read("id") as String])
        count += 1
      }
    }
  }

  private func sealDetailsAnew(in database: Database) throws -> Int {
    try sealAnew(
      "SELECT place AS row, event_hash, sealed FROM detail JOIN entry USING (place)",
      "UPDATE detail SET sealed = ? WHERE place = ?", in: database)
      + sealAnew(
        """
        SELECT event_hash AS row, event_hash, detail_sealed AS sealed FROM waiting
        WHERE detail_sealed IS NOT NULL
        """, "UPDATE waiting SET detail_sealed = ? WHERE event_hash = ?", in: database)
  }

  /// - Parameter select: Gives `row`, by which `update` finds it, `event_hash` and `sealed`.
  private func sealAnew(
    _ select: String, _ update: String, in database: Database
  ) throws -> Int {
    let rows: [(DatabaseValue, Data)] = try database.all(select) { row in
      let anew = try sealedAnew(
        try row.read("sealed"), OfficeKeys.place(of: try row.read("event_hash")))
      return (row["row"], anew ?? Data())
    }
    let statement = try database.makeStatement(sql: update)
    let changed = rows.filter { !$0.1.isEmpty }
    for (row, sealed) in changed { try statement.execute(arguments: [sealed, row]) }
    return changed.count
  }

  /// The same value under the newest key; nothing if it is sealed with that one.
  private func sealedAnew(_ sealed: Data, _ place: String) throws -> Data? {
    let bytes = Array(sealed)
    guard !keys.isSealedWithNewestKey(bytes) else { return nil }
    return Data(try keys.seal(keys.open(bytes, context: place), context: place))
  }
}
