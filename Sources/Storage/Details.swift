import Custody
import Foundation
import GRDB

// The personal content of events, sealed beside the log.

extension OfficeKeys {
  /// Seals the content of one event; it opens for no other.
  func sealed(_ detail: EventDetail, of event: Fingerprint) throws(KeyError) -> Data {
    Data(try seal(detail.bytes, context: Self.place(of: event)))
  }

  /// - Throws: `KeyError` if it was sealed for another event or with a key that is gone.
  func openedDetail(_ sealed: Data, of event: Fingerprint) throws -> EventDetail {
    try EventDetail(bytes: open(Array(sealed), context: Self.place(of: event)))
  }

  static func place(of event: Fingerprint) -> String { "detail/\(event)" }
}

extension Store {
  /// The personal content of an event; nothing if it has none or it was erased.
  func detail(of entry: LedgerEntry, in database: Database) throws -> EventDetail? {
    let sealed: Data? = try database.first(
      "SELECT sealed FROM detail WHERE place = ?", [entry.place]
    ) { try $0.read("sealed") }
    return try sealed.map { try keys.openedDetail($0, of: entry.leaf.signed.hash) }
  }

  /// Personal content of something the office did; nothing where there is nothing to keep.
  func newDetail(
    position: EventDetail.Position? = nil, receiverName: String? = nil, note: String? = nil
  ) -> EventDetail? {
    // Secrets are the one thing that no caller may make repeatable.
    var random = SystemRandomNumberGenerator()
    let detail = EventDetail(
      position: position, receiverName: receiverName, note: note, using: &random)
    return detail.isEmpty ? nil : detail
  }
}
