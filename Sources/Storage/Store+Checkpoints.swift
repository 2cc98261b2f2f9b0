public import Custody
public import Domain
import GRDB

extension Store {
  /// Signs the office's word on the log as it is now, and remembers that it was given.
  public func checkpoint(now: Instant) throws -> Checkpoint {
    try commit(now: now) { database, books in
      try issueCheckpoint(of: books.ledger.frontier, now: now, in: database)
    }
  }

  /// Every checkpoint that the office has given out, one line each, the smallest log first.
  public func checkpointLines() throws -> [String] {
    try file.read { database in
      try database.all("SELECT line FROM checkpoint ORDER BY size") { try $0.read("line") }
    }
  }

  /// How the log proves that it has only grown since it had `size` entries.
  ///
  /// - Throws: ``StoreRefusal/noSuchCheckpoint(size:entries:)`` if it never had so many.
  public func consistencyProof(from size: Int) throws -> LogProof {
    try file.read { database in
      let count = try entryCount(in: database)
      guard (0...count).contains(size) else {
        throw StoreRefusal.noSuchCheckpoint(size: size, entries: count)
      }
      return try logProof(from: size, to: count, in: database)
    }
  }

  /// What shows a stranger that the log of the first `older` entries is the beginning of that of the
  /// first `newer`. Where the office has not given its word on one of the two, it does so now.
  ///
  /// - Throws: ``StoreRefusal/noSuchCheckpoint(size:entries:)`` if it never had so many, or `newer` is
  ///   smaller; `ConsistencyProofError` if what is stored proves nothing.
  public func consistencyProof(
    from older: Int, to newer: Int, now: Instant
  ) throws -> ConsistencyProof {
    try commit(now: now) { database, books in
      let count = books.ledger.frontier.size
      guard (0...count).contains(newer) else {
        throw StoreRefusal.noSuchCheckpoint(size: newer, entries: count)
      }
      guard (0...newer).contains(older) else {
        throw StoreRefusal.noSuchCheckpoint(size: older, entries: newer)
      }
      let path = try logProof(from: older, to: newer, in: database).path
      return try ConsistencyProof(
        older: checkpoint(ofSize: older, now: now, in: database),
        newer: checkpoint(ofSize: newer, now: now, in: database), path: path,
        officeKey: officeKey)
    }
  }

  /// The office's word on its first `size` entries: as it was given, or given now.
  private func checkpoint(
    ofSize size: Int, now: Instant, in database: Database
  ) throws -> Checkpoint {
    let line: String? = try database.first(
      "SELECT line FROM checkpoint WHERE size = ?", [size]
    ) { try $0.read("line") }
    if let line { return try Checkpoint(line: line) }
    return try issueCheckpoint(
      ofSize: size, root: root(ofSize: size, in: database), now: now, in: database)
  }

  func logProof(from size: Int, to count: Int, in database: Database) throws -> LogProof {
    let path = try MerkleTree.consistencyProof(from: size, to: count) {
      level, place throws(any Error) in
      try node(level, place, in: database)
    }
    return LogProof(from: size, path: path)
  }

  /// Signs a checkpoint and keeps it: whatever the office said of its log, it can be reminded of.
  func issueCheckpoint(
    of frontier: MerkleFrontier, now: Instant, in database: Database
  ) throws -> Checkpoint {
    try issueCheckpoint(ofSize: frontier.size, root: frontier.root, now: now, in: database)
  }

  private func issueCheckpoint(
    ofSize size: Int, root: Fingerprint, now: Instant, in database: Database
  ) throws -> Checkpoint {
    let checkpoint = try Checkpoint(
      workspaceID: workspaceID, size: size, root: root, time: now, signedWith: keys.signing)
    try database.execute(
      sql: """
        INSERT INTO checkpoint VALUES (?, ?)
        ON CONFLICT (size) DO UPDATE SET line = excluded.line
        """, arguments: [checkpoint.size, checkpoint.line])
    return checkpoint
  }

  /// What the office says with everything it sends to a device: the newest checkpoint, with proofs
  /// from those that the device may keep.
  func note(
    to device: KnownDevice, now: Instant, in database: Database, _ books: OfficeBooks
  ) throws -> OfficeNote {
    let id = device.registration.device
    let checkpoint = try issueCheckpoint(of: books.ledger.frontier, now: now, in: database)
    let issued: [Int] = try database.all(
      "SELECT size FROM issued_checkpoint WHERE device = ? ORDER BY size DESC LIMIT ?",
      [id, Self.largestProofCount]
    ) { try $0.read("size") }
    let sizes = Set(issued + [device.checkpoint?.size].compactMap(\.self)).sorted()
    let proofs = try sizes.filter { 0 < $0 && $0 < checkpoint.size }.map {
      try logProof(from: $0, to: checkpoint.size, in: database)
    }
    try database.execute(
      sql: "INSERT OR IGNORE INTO issued_checkpoint VALUES (?, ?)",
      arguments: [id, checkpoint.size])
    return OfficeNote(office: identity, checkpoint: checkpoint, proofs: proofs)
  }

  /// A device that says nothing for longer than this many answers is given the newest proofs only.
  private static let largestProofCount = 64
}
