import Custody
import Dispatch
import Domain
import Foundation
import Synchronization

/// An event that came in, as far as it can be judged without looking at the ledger.
struct ArrivedEvent: Sendable {
  let signed: SignedEvent
  /// Whether the device whose name it carries signed it.
  let isGenuine: Bool
  let detail: EventDetail?
  /// The personal content as it is stored; nothing where there is none that fits the event.
  let sealedDetail: Data?
  /// The latest moment at which the event can have been recorded.
  let notAfter: Instant
  let receivedAt: Instant
  /// Whether a PIN came along that is not the resident's.
  let hasWrongPIN: Bool
  /// Whether it comes from the table of events that wait.
  let wasWaiting: Bool

  var hash: Fingerprint { signed.hash }
  var event: Event { signed.event }

  /// - Parameter isKnown: Whether the log has it already, so that nothing need be checked again.
  init(
    _ entry: CourierBundle.Entry, in bundle: CourierBundle, isKnown: Bool, keys: OfficeKeys,
    receivedAt: Instant
  ) {
    signed = entry.signed
    self.receivedAt = receivedAt
    wasWaiting = false
    // Whoever is not the device may have put other clocks beside its events.
    notAfter =
      bundle.isSigned ? bundle.latestRecording(of: entry, receivedAt: receivedAt) : receivedAt
    isGenuine = !isKnown && signed.isSigned(by: bundle.registration.signingKey)
    let isFitting = entry.detail.map { $0.commitment == entry.event.detail } ?? false
    detail = !isKnown && isFitting ? entry.detail : nil
    sealedDetail = detail.flatMap { try? keys.sealed($0, of: entry.signed.hash) }
    hasWrongPIN = detail?.hasWrongPIN(for: entry.event, keys) ?? false
  }

  /// An event that waited for an earlier one; its signature was checked when it came in.
  init(_ waiting: WaitingEvent, keys: OfficeKeys) {
    signed = waiting.signed
    isGenuine = true
    detail = waiting.sealedDetail.flatMap { sealed in
      try? keys.openedDetail(sealed, of: waiting.signed.hash)
    }
    sealedDetail = waiting.sealedDetail
    notAfter = waiting.notAfter
    receivedAt = waiting.receivedAt
    hasWrongPIN = detail?.hasWrongPIN(for: waiting.signed.event, keys) ?? false
    wasWaiting = true
  }
}

extension EventDetail {
  /// Whether the PIN typed at the door belongs to none of the cards.
  fileprivate func hasWrongPIN(for event: Event, _ keys: OfficeKeys) -> Bool {
    guard let sealedPIN else { return false }
    let typed = try? ResidentPIN.open(
      sealedPIN, for: event.id, cards: event.cards, with: keys.box)
    return !event.cards.contains { keys.pin(for: $0, issue: Store.pinIssue) == typed }
  }
}

/// What `work` makes of each element, in order, on all processors.
func onAllProcessors<Element: Sendable, Value: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) -> Value
) -> [Value] {
  let results = Mutex<[Value?]>(Array(repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let value = work(elements[index])
    results.withLock { $0[index] = value }
  }
  return results.withLock { $0.compactMap(\.self) }
}
