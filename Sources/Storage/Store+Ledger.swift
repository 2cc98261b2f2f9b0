public import Custody
public import Domain
import Foundation
import GRDB

/// One accepted event with its place in the ledger.
public struct LedgerEntry: Hashable, Sendable {
  /// Its place in the chain, from 1.
  public let place: Int
  public let event: Event
  /// When the office took it in, which for a courier's event is later than the event.
  public let recordedAt: Instant
}

extension Store {
  /// Records what the office did itself: all of the events in order, or none.
  ///
  /// - Throws: `CustodyRefusal` for the first event the rules of custody forbid.
  @discardableResult
  public func record(_ drafts: [EventDraft], now: Instant) throws -> [LedgerEntry] {
    try commit { database in
      var writer = try LedgerWriter(database, of: self, now: now)
      let entries = try append(drafts, with: &writer, now: now, in: database)
      return (entries, writer.head)
    }
  }

  /// The story of one card, the oldest event first.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none.
  public func events(of card: CardID) throws -> [LedgerEntry] {
    try file.read { database in
      _ = try custody(of: card, in: database)
      let query = """
        SELECT entry.* FROM entry_card JOIN entry USING (place) WHERE card = ? ORDER BY place
        """
      return try database.all(query, [card], LedgerEntry.init(row:))
    }
  }

  /// At most `limit` entries of the ledger from one place on, in order.
  public func entries(from place: Int = 1, limit: Int = 1000) throws -> [LedgerEntry] {
    try file.read { database in
      try database.all(
        "SELECT * FROM entry WHERE place >= ? ORDER BY place LIMIT ?", [place, limit],
        LedgerEntry.init(row:))
    }
  }

  /// The end of the ledger: with it a stranger can tell later whether anything before was changed.
  public func ledgerHead() throws -> ChainHead {
    try file.read { try ledgerHead(in: $0) }
  }

  /// Gives the office's events their numbers and appends them.
  func append(
    _ drafts: [EventDraft], with writer: inout LedgerWriter, now: Instant, in database: Database
  ) throws -> [LedgerEntry] {
    var sequence = try lastOfficeSequence(in: database)
    return try drafts.map { draft in
      sequence += 1
      return try writer.append(
        draft.event(Event.ID(device: officeDevice, sequence: sequence), now: now))
    }
  }

  func lastOfficeSequence(in database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT max(sequence) FROM entry WHERE device = ?", arguments: [officeDevice]
    ) ?? 0
  }

  func ledgerHead(in database: Database) throws -> ChainHead {
    let query = "SELECT place, hash FROM entry ORDER BY place DESC LIMIT 1"
    let head = try database.first(query) { row in
      ChainHead(count: try row.read("place"), hash: try row.read("hash"))
    }
    return head ?? .genesis(workspaceID: workspaceID)
  }

  /// - Throws: ``StorageError/unsoundLedger(_:)`` if the ledger does not reach its anchor.
  func requireAnchored(in database: Database) throws {
    let anchored = try anchor.read().head
    guard anchored.count > 0 else { return }
    let query = "SELECT hash FROM entry WHERE place = ?"
    let hash: Fingerprint? = try database.first(query, [anchored.count]) { try $0.read("hash") }
    guard let hash else {
      let count = try ledgerHead(in: database).count
      throw StorageError.unsoundLedger(.truncated(entries: count, anchored: anchored.count))
    }
    guard hash == anchored.hash else {
      throw StorageError.unsoundLedger(.notTheAnchoredChain(anchored: anchored.count))
    }
  }
}

extension LedgerEntry {
  init(row: Row) throws {
    let body: Data = try row.read("body")
    guard let event = try? Event(canonicalBytes: Array(body)) else {
      throw UnreadableColumn(name: "entry.body")
    }
    self.init(place: try row.read("place"), event: event, recordedAt: try row.read("recorded_at"))
  }
}
