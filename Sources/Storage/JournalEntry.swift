import Custody
import Domain
import Foundation

/// One line of the office's journal: something the office did that moved no card.
///
/// Its bytes, JSON with sorted keys, are what the journal's chain is made of.
struct JournalEntry: Codable, Equatable {
  enum Kind: String, Codable {
    /// Personal data were read.
    case access
    /// A device's events came in; the subject is the device.
    case sync
    /// A table was changed; the subject is the table.
    case register
    /// A resident's data were erased.
    case erasure
    /// A secret was replaced.
    case rotation
  }

  let at: Int64
  let by: String
  let kind: Kind
  var subject: String?
  var purpose: String?
  var note: String?
  /// The verb that read, such as `card`.
  var verb: String?
  /// How many cards were concerned.
  var cardCount: Int?
  /// Which, where they are few.
  var cards: [String]?
  /// What became of events that came in, by verdict.
  var counts: [String: Int]?
  /// SHA-256 of a table as it is now.
  var digest: String?

  init(_ kind: Kind, by: String, at time: Instant) {
    self.kind = kind
    self.by = by
    at = time.milliseconds
  }

  init?(bytes: [UInt8]) {
    guard let entry = try? JSONDecoder().decode(JournalEntry.self, from: Data(bytes)) else {
      return nil
    }
    self = entry
  }

  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}
