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
  let keys: OfficeKeys
  let anchor: AnchorFile

  /// The random name of this office's ledger.
  public var workspaceID: String { keys.workspaceID }

  /// The key by which couriers' devices know this office.
  public var officeKey: PublicKey { keys.signing.publicKey }

  /// The name under which the office itself records events.
  var officeDevice: String { "office" }

  /// Who answers for what the office records by itself.
  var officeName: String { "Dukcapil \(regency)" }

  /// Runs a transaction that may add to the ledger, then moves the anchor on.
  ///
  /// - Parameter body: Returns its value and the end of the ledger after it.
  func commit<Value>(_ body: (Database) throws -> (Value, ChainHead)) throws -> Value {
    let (value, head) = try file.write(body)
    // The events are durable by now. An anchor that could not follow is only behind, and the next
    // commit moves it on; to report a failure here would say that nothing had happened.
    try? anchor.advance(to: head)
    return value
  }
}

extension Store {
  /// What the connection promises, as the database itself reports it.
  public struct Durability: Hashable, Sendable {
    public let journalMode: String
    /// 2 is FULL: a commit returns when it is on the disk.
    public let synchronous: Int
    public let foreignKeys: Bool
  }

  public func durability() throws -> Durability {
    try file.read { database in
      Durability(
        journalMode: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        synchronous: try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0,
        foreignKeys: try Bool.fetchOne(database, sql: "PRAGMA foreign_keys") ?? false)
    }
  }
}
