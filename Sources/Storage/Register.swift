import Custody
import Foundation
import GRDB

/// A table that neither the ledger nor a seal of its own covers: the journal keeps its digest.
enum Register: String, CaseIterable {
  case workspace, region, neighbour, boundary, sailing, courier
  case `import`
  case cardSerial = "card_serial"
  case postEvent = "post_event"
  /// Which plans there are, and which runs were replaced: what is in a plan has a seal of its own.
  case plan

  /// SHA-256 over every value of every row, chained row by row in the order of the key.
  func digest(in database: Database) throws -> Fingerprint {
    var digest = Fingerprint(sha256Of: Array("hantar-register \(rawValue)".utf8))
    let rows = try Row.fetchCursor(database, sql: query)
    while let row = try rows.next() {
      digest = Fingerprint(sha256Of: digest.bytes + row.databaseValues.flatMap(Self.bytes))
    }
    return digest
  }

  /// Every value in a form that no other value or sequence of values has.
  private static func bytes(_ value: DatabaseValue) -> [UInt8] {
    let (type, content): (UInt8, [UInt8]) =
      switch value.storage {
      case .null: (0, [])
      case .int64(let number): (1, Array("\(number)".utf8))
      case .double(let number): (2, Array("\(number.bitPattern)".utf8))
      case .string(let text): (3, Array(text.utf8))
      case .blob(let data): (4, Array(data))
      }
    return [type] + Array("\(content.count):".utf8) + content
  }

  private var query: String {
    self == .plan
      ? """
      SELECT id, seal, saved_at FROM plan
      UNION ALL SELECT id, superseded_by, NULL FROM run WHERE superseded_by IS NOT NULL ORDER BY 1
      """ : "SELECT * FROM \(rawValue) ORDER BY \(key)"
  }

  private var key: String {
    switch self {
    case .plan: "id"
    case .workspace: "row"
    case .region: "code"
    case .neighbour: "first, second"
    case .boundary: "region"
    case .sailing: "route"
    case .courier, .import: "id"
    case .cardSerial: "regency, year"
    case .postEvent: "item, at, code"
    }
  }
}
