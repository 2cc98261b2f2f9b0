import Custody
import Domain
import Foundation
import GRDB

/// An event that came in before an earlier one of its device and stands outside the log until then.
struct WaitingEvent {
  let signed: SignedEvent
  /// Sealed for this event, so that it can be kept beside the log as it is.
  let sealedDetail: Data?
  let receivedAt: Instant
  /// The latest moment at which it can have been recorded.
  let notAfter: Instant

  init(row: Row) throws {
    guard let signed = try? SignedEvent(bytes: Array(try row.read("body") as Data)) else {
      throw UnreadableColumn(name: "waiting.body")
    }
    self.signed = signed
    sealedDetail = try row.readIfPresent("detail_sealed")
    receivedAt = try row.read("received_at")
    notAfter = try row.read("not_after")
  }
}
