import Custody
import Domain
import Foundation
import GRDB

extension Pocket {
  /// Writes an event down if the rules of custody allow it.
  ///
  /// - Parameter time: When it happened.
  /// - Parameter now: What the clock shows, which `time` may not be past.
  func record(_ draft: EventDraft, at time: Instant, now: Instant) throws -> Event {
    try file.write { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM event")
      let id = Event.ID(device: key.device, sequence: (last ?? 0) + 1)
      let event = draft.event(id, now: time)
      let outcome = try CustodyRules.outcome(
        of: event, given: try custody(in: database), now: now)
      try database.execute(
        sql: "INSERT INTO event VALUES (?, ?)",
        arguments: [id.sequence, Data(event.canonicalBytes())])
      for custody in outcome { try Self.save(custody, in: database) }
      return event
    }
  }

  /// Where each card of the run is, as far as this device knows.
  func custody() throws -> [CardID: CardCustody] {
    try file.read { try custody(in: $0) }
  }

  func eventCount() throws -> Int {
    try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
  }

  static func save(_ custody: CardCustody, in database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO card_custody VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: custody.columns)
  }

  private func custody(in database: Database) throws -> [CardID: CardCustody] {
    let all = try database.all("SELECT * FROM card_custody", [], CardCustody.init(row:))
    return Dictionary(uniqueKeysWithValues: all.map { ($0.card, $0) })
  }
}
