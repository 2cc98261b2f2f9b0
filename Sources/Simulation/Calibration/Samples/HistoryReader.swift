import Domain

/// Follows card after card through the books and notes the cases on its way.
struct HistoryReader {
  private let zone: TimeZoneOffset
  private let lastDay: Int
  private var match: ChannelMatch
  private let reasons: [String: Int]
  private let isAtDoor: [Bool]
  private let allowsRetry: [Bool]
  private let places: [RegionCode: Int]
  private var seen: Set<CardID> = []

  init(_ history: OfficeHistory, _ scenario: Scenario) {
    zone = history.zone
    lastDay = history.period.upperBound.dayNumber
    match = ChannelMatch(history, scenario)
    reasons = Dictionary(history.reasons.enumerated().map { ($1.code, $0) }) { first, _ in first }
    isAtDoor = history.reasons.map(\.isAtDoor)
    allowsRetry = history.reasons.map(\.allowsRetry)
    places = Dictionary(scenario.places.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }

  mutating func read(_ card: HistoryCard, into samples: inout HistorySamples) {
    guard card.printedOn.dayNumber <= lastDay else { return }
    let events = card.events.filter { LocalTime($0.time, in: zone).day <= lastDay }
    if let fault = fault(of: card, events) {
      samples.findings.add(fault, card.id)
      return
    }
    var known = card
    known.events = events
    samples.cards.append(known)
    let place = places[card.desa]
    if place == nil { samples.findings.add(.unknownPlace, card.id) }
    if samples.period.contains(card.printedOn.dayNumber) {
      samples.printDays.append(Double(card.printedOn.dayNumber - card.requestedOn.dayNumber))
    }
    var way = CardWay(card: card, place: place)
    for event in events { follow(event, &way, &samples) }
    finish(way, &samples)
  }

  /// What makes the whole card unusable, if anything.
  private mutating func fault(of card: HistoryCard, _ events: [HistoryEvent]) -> HistoryFault? {
    guard seen.insert(card.id).inserted else { return .repeatedCard }
    guard card.requestedOn <= card.printedOn else { return .printedBeforeRequest }
    var last: LocalTime?
    var isDelivered = false
    for event in events {
      let time = LocalTime(event.time, in: zone)
      if time.day < card.printedOn.dayNumber { return .eventBeforePrint }
      if let last, time < last { return .clockRunsBack }
      if isDelivered, event.kind != .removed { return .eventAfterDelivery }
      if case .delivered = event.kind { isDelivered = true }
      last = time
    }
    return nil
  }

  /// Where one card is on its way.
  private struct CardWay {
    let card: HistoryCard
    let place: Int?
    var handedOver: Int?
    var organisation: String?
    var calls = 0
    var hasCalled = false
    /// The day of the last failed call after which another makes sense.
    var retryFrom: Int?
    var hold: HistorySamples.Stay?
    var village: HistorySamples.Stay?
    var isAtCounter: Bool

    init(card: HistoryCard, place: Int?) {
      self.card = card
      self.place = place
      isAtCounter = card.channel == .counter
    }
  }

  private mutating func follow(
    _ event: HistoryEvent, _ way: inout CardWay, _ samples: inout HistorySamples
  ) {
    let time = LocalTime(event.time, in: zone)
    switch event.kind {
    case .handedOver:
      way.isAtCounter = false
      way.organisation = match.organisation(of: event) ?? way.organisation
      guard way.handedOver == nil else { return }
      way.handedOver = time.day
      noteHandOver(way, time, &samples)
    case .sentToVillage:
      way.isAtCounter = false
      noteHandOver(way, time, &samples)
      guard let channel = match.village else {
        return samples.findings.add(.unknownChannel, way.card.id)
      }
      way.village = HistorySamples.Stay(channel: channel, since: time.day)
    case .failed(let code):
      guard let reason = reasons[code] else {
        return samples.findings.add(.unknownReason, way.card.id)
      }
      if isAtDoor[reason] { noteCall(event, time, reason: reason, &way, &samples) }
    case .delivered(let from): noteDelivery(event, from, time, &way, &samples)
    case .held:
      guard let channel = door(of: event, way) else {
        return samples.findings.add(.unknownChannel, way.card.id)
      }
      way.hold = HistorySamples.Stay(channel: channel, since: time.day)
    case .returned:
      if way.hold != nil { way.hold?.returned = time.day }
      if way.village != nil { way.village?.returned = time.day }
      close(&way, &samples)
    case .cleared:
      way.calls = 0
      way.retryFrom = nil
    case .removed:
      // A card that was lost tells nothing of how long residents take.
      way.hold = nil
      way.village = nil
      way.isAtCounter = false
    }
  }

  private func noteHandOver(_ way: CardWay, _ time: LocalTime, _ samples: inout HistorySamples) {
    guard samples.period.contains(time.day) else { return }
    samples.handOverDays.append(Double(time.day - way.card.printedOn.dayNumber))
  }

  private mutating func door(of event: HistoryEvent, _ way: CardWay) -> Int? {
    match.door(of: match.organisation(of: event) ?? way.organisation)
  }

  private mutating func noteCall(
    _ event: HistoryEvent, _ time: LocalTime, reason: Int?, _ way: inout CardWay,
    _ samples: inout HistorySamples
  ) {
    way.isAtCounter = false
    guard let channel = door(of: event, way) else {
      return samples.findings.add(.unknownChannel, way.card.id)
    }
    way.calls += 1
    if samples.period.contains(time.day) {
      samples.calls.append(
        HistorySamples.Call(
          day: time.day, hour: time.hour, number: way.calls, reason: reason, channel: channel,
          place: way.place))
      if let from = way.retryFrom { samples.retryDays[channel].append(Double(time.day - from)) }
      if !way.hasCalled, let handedOver = way.handedOver {
        samples.firstCallDays[channel].append(Double(time.day - handedOver))
      }
      noteOutcome(event, time, channel, isDelivered: reason == nil, &samples)
    }
    way.hasCalled = true
    way.retryFrom = reason.flatMap { allowsRetry[$0] ? time.day : nil }
  }

  private func noteOutcome(
    _ event: HistoryEvent, _ time: LocalTime, _ channel: Int, isDelivered: Bool,
    _ samples: inout HistorySamples
  ) {
    if let courier = event.courier {
      let day = HistorySamples.CourierDay(channel: channel, day: time.day, courier: courier)
      samples.courierDays[day, default: 0] += isDelivered ? 1 : 0
    }
    guard let run = event.run, let stop = event.stop else { return }
    samples.outcomes.append(
      HistorySamples.Outcome(
        run: run, stop: stop, seconds: time.seconds, isDelivered: isDelivered,
        tookOldCard: event.tookOldCard, channel: channel))
  }

  private mutating func noteDelivery(
    _ event: HistoryEvent, _ from: HistoryEvent.From, _ time: LocalTime, _ way: inout CardWay,
    _ samples: inout HistorySamples
  ) {
    if way.hold != nil {
      way.hold?.fetched = time.day
    } else if way.village != nil {
      way.village?.fetched = time.day
    } else if from == .counter {
      // Fetched at the office before or between calls: only cards that waited there all along tell
      // how long residents take to come.
      guard way.isAtCounter, let channel = match.counter else { return }
      samples.counterStays.append(
        HistorySamples.Stay(
          channel: channel, since: way.card.printedOn.dayNumber, fetched: time.day))
      way.isAtCounter = false
      return
    } else {
      noteCall(event, time, reason: nil, &way, &samples)
    }
    close(&way, &samples)
    way.isAtCounter = false
  }

  private func close(_ way: inout CardWay, _ samples: inout HistorySamples) {
    if let hold = way.hold { samples.holds.append(hold) }
    if let village = way.village { samples.villageStays.append(village) }
    way.hold = nil
    way.village = nil
  }

  /// Notes stays that are still open.
  private func finish(_ way: CardWay, _ samples: inout HistorySamples) {
    var way = way
    if way.isAtCounter, let channel = match.counter {
      samples.counterStays.append(
        HistorySamples.Stay(channel: channel, since: way.card.printedOn.dayNumber))
    }
    close(&way, &samples)
  }
}
