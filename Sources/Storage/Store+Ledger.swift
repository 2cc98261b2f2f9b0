public import Custody
public import Domain
import Foundation
import GRDB

/// One leaf of the log with its place.
public struct LedgerEntry: Hashable, Sendable {
  /// Its place in the log, from 1.
  public let place: Int
  public let leaf: LedgerLeaf

  public var event: Event { leaf.event }
  /// When the office took it in, which for a courier's event is later than the event.
  public var recordedAt: Instant { leaf.receivedAt }
  /// Whether it changed custody.
  public var isAccepted: Bool { leaf.verdict == .accepted }
}

extension Store {
  /// Records what the office did itself: all of the events in order, or none.
  ///
  /// - Throws: `CustodyRefusal` for the first event the rules of custody forbid.
  @discardableResult
  public func record(_ drafts: [EventDraft], now: Instant) throws -> [LedgerEntry] {
    try commit(now: now) { _, books in
      try drafts.map { try books.ledger.append($0) }
    }
  }

  /// The story of one card as the ledger accepted it, the oldest event first.
  ///
  /// - Throws: ``StoreRefusal/unknownCard(_:)`` if there is none.
  public func events(of card: CardID) throws -> [LedgerEntry] {
    try file.read { try events(of: card, in: $0) }
  }

  func events(of card: CardID, in database: Database) throws -> [LedgerEntry] {
    _ = try custody(of: card, in: database)
    let query = """
      SELECT entry.* FROM entry_card JOIN entry USING (place)
      WHERE card = ? AND refusal IS NULL ORDER BY place
      """
    return try database.all(query, [card], LedgerEntry.init(row:))
  }

  /// At most `limit` entries of the log from one place on, in order, refused ones too.
  public func entries(from place: Int = 1, limit: Int = 1000) throws -> [LedgerEntry] {
    try file.read { database in
      try database.all(
        "SELECT * FROM entry WHERE place >= ? ORDER BY place LIMIT ?", [place, limit],
        LedgerEntry.init(row:))
    }
  }

  /// How many entries the log has.
  public func entryCount() throws -> Int { try file.read { try entryCount(in: $0) } }

  func entryCount(in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT coalesce(max(place), 0) FROM entry") ?? 0
  }

  /// The hash of a complete subtree of the log.
  func node(_ level: Int, _ place: Int, in database: Database) throws -> Fingerprint {
    let hash: Fingerprint? =
      level == 0
      ? try database.first("SELECT leaf_hash FROM entry WHERE place = ?", [place + 1]) {
        try $0.read("leaf_hash")
      }
      : try database.first("SELECT hash FROM node WHERE level = ? AND place = ?", [level, place]) {
        try $0.read("hash")
      }
    guard let hash else { throw UnreadableColumn(name: "node.hash") }
    return hash
  }

  func frontier(in database: Database) throws -> MerkleFrontier {
    try MerkleFrontier(size: entryCount(in: database)) { level, place throws(any Error) in
      try node(level, place, in: database)
    }
  }

  func root(ofSize size: Int, in database: Database) throws -> Fingerprint {
    try MerkleTree.root(size: size) { level, place throws(any Error) in
      try node(level, place, in: database)
    }
  }

  /// The chain of what the office itself recorded.
  func officeChain(in database: Database) throws -> DeviceChain {
    let query = """
      SELECT sequence, event_hash FROM entry WHERE device = ? AND refusal IS NULL
      ORDER BY sequence DESC LIMIT 1
      """
    let head = try database.first(query, [DeviceID.office.description]) { row in
      ChainHead(count: try row.read("sequence"), hash: try row.read("event_hash"))
    }
    return chain(of: .office, key: officeKey, head: head)
  }

  /// - Parameter head: By default the beginning.
  func chain(of device: DeviceID, key: PublicKey, head: ChainHead? = nil) -> DeviceChain {
    let start = DeviceChain(
      workspaceID: workspaceID, device: device.description, publicKey: key)
    guard let head else { return start }
    return DeviceChain(
      workspaceID: workspaceID, device: device.description, publicKey: key, head: head)
  }

  /// - Throws: ``StorageError`` if log or journal do not reach the anchor.
  func requireAnchored(in database: Database) throws {
    let anchored = try anchor.read()
    let count = try entryCount(in: database)
    let size = anchored.checkpoint.size
    guard size <= count else {
      throw StorageError.logIsCut(entries: count, anchored: size)
    }
    guard try root(ofSize: size, in: database) == anchored.checkpoint.root else {
      throw StorageError.logDiffers(anchored: size)
    }
    let journal = try head(ofJournalAt: anchored.journal.count, in: database)
    guard journal == anchored.journal else {
      throw StorageError.journalDiffers(anchored: anchored.journal.count)
    }
  }

  private func head(
    ofJournalAt count: Int, in database: Database
  ) throws -> JournalHead? {
    if count == 0 { return .genesis(workspaceID: workspaceID) }
    return try database.first("SELECT hash FROM journal WHERE place = ?", [count]) { row in
      JournalHead(count: count, hash: try row.read("hash"))
    }
  }
}

extension LedgerEntry {
  init(row: Row) throws {
    let body: Data = try row.read("body")
    guard let leaf = try? LedgerLeaf(bytes: Array(body)) else {
      throw UnreadableColumn(name: "entry.body")
    }
    self.init(place: try row.read("place"), leaf: leaf)
  }
}
