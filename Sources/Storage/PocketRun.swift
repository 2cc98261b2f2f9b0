public import Custody
public import Domain
import Foundation
import GRDB

/// One run of a pocket, without what is personal.
public struct PocketRun: Hashable, Sendable {
  public let id: RunID
  public let date: CalendarDate
  public let zone: TimeZoneOffset
  public let document: HandoverDocumentNumber
  public let issued: Instant
  /// Until when names and addresses are shown.
  public let expires: Instant
  public let policy: CustodyPolicy
  /// Whether they are shown now.
  public let isReadable: Bool
  /// Cards that the courier still has, old ones included.
  public let cardsInBag: Int
}

/// What an event says of its run.
struct RunInForce {
  let number: Int
  let id: RunID
  let policy: CustodyPolicy

  static func read(
    number: Int, in database: Database, _ policies: PocketPolicies
  ) throws -> RunInForce? {
    try database.rows("SELECT number, id, policy FROM run WHERE number = ?", [number]).first {
      try RunInForce(&$0, policies)
    }
  }

  static func read(
    _ id: RunID, in database: Database, _ policies: PocketPolicies
  ) throws -> RunInForce? {
    try database.rows("SELECT number, id, policy FROM run WHERE id = ?", [id]).first {
      try RunInForce(&$0, policies)
    }
  }

  private init(_ columns: inout Columns, _ policies: PocketPolicies) throws {
    number = try columns.next()
    id = try columns.next()
    policy = try policies.policy(try columns.next())
  }
}

/// A run as it stands in the pocket's table.
struct StoredRun {
  let number: Int
  let id: RunID
  let date: CalendarDate
  let zone: TimeZoneOffset
  let document: HandoverDocumentNumber
  let issued: Instant
  let expires: Instant
  let policy: CustodyPolicy
  /// Whether names and addresses are still there.
  let hasContent: Bool

  /// Without the content, which is large and not needed to record.
  private static let query = """
    SELECT number, id, date, zone, document, issued, expires, policy,
      content IS NOT NULL AS has_content
    FROM run
    """

  static func read(_ id: RunID, in database: Database) throws -> StoredRun? {
    try database.first("\(query) WHERE id = ?", [id], StoredRun.init(row:))
  }

  /// In order of date, then of number.
  static func all(in database: Database) throws -> [StoredRun] {
    try database.all("\(query) ORDER BY date, id", [], StoredRun.init(row:))
  }

  /// Names and addresses, sealed; nothing once they were dropped.
  func content(in database: Database) throws -> [UInt8]? {
    let content = try Data.fetchOne(
      database, sql: "SELECT content FROM run WHERE number = ?", arguments: [number])
    return content.map { Array($0) }
  }

  private init(row: Row) throws {
    number = try row.read("number")
    id = try row.read("id")
    date = try row.read("date")
    zone = try row.read("zone")
    document = try row.read("document")
    issued = try row.read("issued")
    expires = try row.read("expires")
    guard let policy = try? CustodyPolicy(bytes: Array(try row.read("policy") as Data)) else {
      throw UnreadableColumn(name: "run.policy")
    }
    self.policy = policy
    hasContent = try row.read("has_content")
  }
}
