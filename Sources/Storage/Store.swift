public import Custody
public import Domain
import GRDB

/// Everything the office knows, behind one set of verbs.
///
/// Each verb is one transaction: all of it is durable when the verb returns, or nothing happened.
/// The verbs stand in `Store+Topic.swift`, one file per topic.
///
/// Every verb throws ``StorageError`` for trouble with files or the database, and
/// ``StoreRefusal`` or a refusal of `Custody` where a rule says no.
public struct Store: Sendable {
  /// The regency whose office this is.
  public let regency: RegionCode
  /// What the clocks of the office show.
  public let zone: TimeZoneOffset
  /// What couriers of this office may do at the door; fixed for the life of the workspace.
  public let policy: CustodyPolicy
  let file: SQLiteFile
  let keyRing: KeyRing
  let anchor: AnchorFile

  var keys: OfficeKeys { keyRing.keys }

  /// The random name of this office's log.
  public var workspaceID: String { anchor.workspaceID }

  /// The key by which everyone knows this office.
  public var officeKey: PublicKey { anchor.office }

  /// What couriers' devices remember of this office.
  public var identity: OfficeIdentity { keys.identity(named: officeName) }

  /// Who answers for what the office records by itself.
  var officeName: String { "Dukcapil \(regency)" }

  /// Runs a transaction that may add to the log and to the journal, then moves the anchor on.
  ///
  /// - Parameter now: The clock of the office.
  func commit<Value>(
    now: Instant, _ body: (Database, inout OfficeBooks) throws -> Value
  ) throws -> Value {
    let (value, size, root, journal) = try file.write { database in
      var books = try OfficeBooks(database, of: self, now: now)
      let value = try body(database, &books)
      return (value, books.ledger.frontier.size, books.ledger.frontier.root, books.journal.head)
    }
    // All is durable by now. An anchor that could not follow is only behind, and the next commit
    // moves it on; to report a failure here would say that nothing had happened.
    try? anchor.advance(toSize: size, journal: journal) {
      try Checkpoint(
        workspaceID: workspaceID, size: size, root: root, time: now, signedWith: keys.signing)
    }
    return value
  }

  /// Changes a table that only its digest in the journal covers.
  func change<Value>(
    _ register: Register, now: Instant, _ body: (Database) throws -> Value
  ) throws -> Value {
    try commit(now: now) { database, books in
      let value = try body(database)
      try books.journal.append(changed: register, by: officeName, at: now)
      return value
    }
  }

  /// Writes down what every register is, for a workspace that has just been made.
  func sealRegisters(now: Instant) throws {
    try commit(now: now) { _, books in
      for register in Register.allCases {
        try books.journal.append(changed: register, by: officeName, at: now)
      }
    }
  }

  /// Reads personal data, once it is written down who reads them and what for.
  ///
  /// - Parameter cards: Whose data the value shows.
  func read<Value>(
    _ verb: String, _ access: Access, cards: (Value) -> [CardID],
    _ body: (Database) throws -> Value
  ) throws -> Value {
    try commit(now: access.time) { database, books in
      let value = try body(database)
      try books.journal.append(access, verb: verb, cards: cards(value))
      return value
    }
  }
}

extension Store {
  /// What the connection promises, as the database itself reports it.
  public struct Durability: Hashable, Sendable {
    public let journalMode: String
    /// 2 is FULL: a commit returns when it is on the disk.
    public let synchronous: Int
    public let foreignKeys: Bool
    /// Whether what is deleted is overwritten.
    public let secureDelete: Bool
  }

  public func durability() throws -> Durability {
    try file.read { database in
      Durability(
        journalMode: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        synchronous: try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0,
        foreignKeys: try Bool.fetchOne(database, sql: "PRAGMA foreign_keys") ?? false,
        secureDelete: try Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1)
    }
  }
}
