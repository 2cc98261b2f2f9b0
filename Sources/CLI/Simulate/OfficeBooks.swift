import Custody
import Domain
import Simulation
import Storage

/// The office's own books as plain values to learn from: nothing in them names a resident.
struct OfficeBooks {
  private let store: Store

  init(_ store: Store) { self.store = store }

  /// What the books tell, looked at during `period`, or from their first day to their last.
  ///
  /// - Throws: ``Failure`` if they are empty.
  func history(during period: ClosedRange<CalendarDate>?) throws -> OfficeHistory {
    let today = try currentInstant().date(in: store.zone)
    var history = OfficeHistory(
      zone: store.zone, period: period ?? today...today, cards: try cards(), runs: try runs(),
      reasons: FailureReason.allCases.map(HistoryReason.init),
      couriers: try store.couriers().map {
        HistoryCourier(id: $0.id, organisation: $0.organisation)
      })
    guard let span = history.span else {
      throw Failure(
        .refused, id: "buku kantor masih kosong; belum ada kartu untuk dipelajari",
        en: "the office's books are empty; there is no card to learn from")
    }
    if period == nil { history = history.during(span) }
    return history
  }

  private func cards() throws -> [HistoryCard] {
    let events = try eventsByCard()
    return try store.cardDates().map { card in
      HistoryCard(
        id: card.id, desa: card.desa, kind: card.request, urgency: card.urgency,
        requestedOn: card.requestedOn, printedOn: card.printedOn, channel: card.channel,
        events: events[card.id] ?? [])
    }
  }

  /// What was accepted, in the order of the log.
  private func eventsByCard() throws -> [CardID: [HistoryEvent]] {
    var byCard: [CardID: [HistoryEvent]] = [:]
    var place = 1
    while true {
      let entries = try store.entries(from: place, limit: 5_000)
      guard let last = entries.last else { return byCard }
      for entry in entries where entry.isAccepted {
        guard let event = HistoryEvent(entry.event) else { continue }
        for card in entry.event.cards where !card.isOld {
          byCard[card, default: []].append(event)
        }
      }
      place = last.place + 1
    }
  }

  /// The runs of every plan, with the rest of their couriers' shifts.
  private func runs() throws -> [HistoryRun] {
    let rests = Dictionary(
      try store.couriers().map { ($0.id, $0.shift.rest?.minutes ?? 0) },
      uniquingKeysWith: { first, _ in first })
    return try store.planIDs().flatMap { plan in
      try store.runs(plan).map { HistoryRun($0, restMinutes: rests[$0.courier] ?? 0) }
    }
  }
}

extension HistoryReason {
  fileprivate init(_ reason: FailureReason) {
    let isAtDoor: Bool
    switch reason {
    case .noTime, .missorted, .cardNotInBag, .noAccess: isAtDoor = false
    default: isAtDoor = true
    }
    self.init(
      code: reason.rawValue, title: reason.phrase, allowsRetry: reason.allowsRetry,
      isAtDoor: isAtDoor)
  }
}

extension HistoryEvent {
  /// What an event of the log means for the way of its cards; nil for what moves none.
  fileprivate init?(_ event: Event) {
    guard let kind = Self.kind(of: event) else { return nil }
    var courier: CourierID?
    var organisation: String?
    for holder in [event.giver, event.taker] {
      if case .courier(let id) = holder { courier = id }
      if case .organisation(let name) = holder { organisation = name }
    }
    self.init(
      kind, at: event.time, courier: courier, organisation: organisation, run: event.run,
      stop: event.stop, tookOldCard: !event.exchanged.isEmpty)
  }

  private static func kind(of event: Event) -> Kind? {
    switch event.kind {
    case .handedOver:
      if case .villageOffice = event.taker { return .sentToVillage }
      return .handedOver
    case .failed: return .failed(event.reason?.rawValue ?? "")
    case .delivered: return .delivered(origin(event.giver))
    case .held: return .held
    case .returned: return .returned
    case .cleared: return .cleared
    case .missing, .destroyed: return .removed
    case .found, .corrected: return event.taker == .office ? .returned : nil
    case .printed, .packed, .scannedOut, .reattempted, .withdrawn, .counted, .erased,
      .feeReported, .enrolled, .revoked:
      return nil
    }
  }

  private static func origin(_ giver: Holder) -> From {
    switch giver {
    case .villageOffice: .villageOffice
    case .office: .counter
    case .courier, .organisation, .printer, .resident, .destruction: .courier
    }
  }
}

extension HistoryFinding {
  /// What was wrong with how many cards, and with which to begin with.
  var line: String {
    let examples = examples.map(\.description).joined(separator: ", ")
    return say(
      "\(say(cards)) kartu: \(fault.phrase.indonesian) (\(examples))",
      "\(counted(cards, "card")): \(fault.phrase.english) (\(examples))")
  }
}
