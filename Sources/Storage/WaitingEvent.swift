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

  init(_ arrived: ArrivedEvent) {
    signed = arrived.signed
    sealedDetail = arrived.sealedDetail
    receivedAt = arrived.receivedAt
    notAfter = arrived.notAfter
  }

  init(row: Row) throws {
    guard let signed = try? SignedEvent(bytes: Array(try row.read("body") as Data)) else {
      throw UnreadableColumn(name: "waiting.body")
    }
    self.signed = signed
    sealedDetail = try row.readIfPresent("detail_sealed")
    receivedAt = try row.read("received_at")
    notAfter = try row.read("not_after")
  }

  /// Whether personal content that lies beside the event is what its device signed for.
  func hasFittingDetail(openedWith keys: OfficeKeys) -> Bool {
    guard let sealedDetail else { return true }
    let detail = try? keys.openedDetail(sealedDetail, of: signed.hash)
    return detail != nil && detail?.commitment == signed.event.detail
  }

  /// A seal over what the event does not say itself, made with the key of the ledger: since when it
  /// waits, and whether it came with personal content.
  func seal(by store: Store) -> Fingerprint {
    let times = [receivedAt, notAfter].flatMap { time in
      withUnsafeBytes(of: time.milliseconds.bigEndian) { Array($0) }
    }
    // Thousands may have to wait at once, so this is bytes of one length and not lines of text.
    let content = signed.hash.bytes + times + [sealedDetail == nil ? 0 : 1]
    return store.keys.ledgerKey.seal(
      Fingerprint(sha256Of: Array("hantar-waiting ".utf8) + content))
  }
}
