import Domain

/// What the books tell of one channel to the door.
public struct DoorCalibration: Sendable {
  /// Index into ``Delivery/channels``.
  public let channel: Int
  /// Share of first and of later calls that fail.
  public let firstFailure: Result<ShareEstimate, CalibrationRefusal>
  public let laterFailure: Result<ShareEstimate, CalibrationRefusal>
  /// Times the share of later calls to allow for the hours and weekdays they were made at.
  let laterScale: Double
  /// 24 of them, from midnight; empty with too few calls.
  public let hours: [GroupShare]
  /// 7 of them, Monday first; empty with too few calls.
  public let weekdays: [GroupShare]
  /// By index into the scenario's kecamatan and places; empty with too few calls.
  public let kecamatan: [GroupShare]
  public let places: [GroupShare]
  /// Failed calls of each reason, by index into ``OfficeHistory/reasons``.
  public let reasons: Result<[ShareEstimate], CalibrationRefusal>
  /// Days from a failed call to the next.
  public let retryDays: Result<QuantileEstimate, CalibrationRefusal>
  /// Share of held cards that were fetched, of those held long enough ago.
  public let fetched: Result<ShareEstimate, CalibrationRefusal>
  /// Days after which a held card that nobody fetched went back.
  public let holdDays: Result<QuantileEstimate, CalibrationRefusal>
  /// Minutes at the door for a card, without parking and finding.
  public let minutesAtDoor: Result<QuantileEstimate, CalibrationRefusal>
  /// Minutes more where an old card was taken back.
  public let oldCardMinutes: Result<MedianDifference, CalibrationRefusal>
  public let cardsPerDoor: Result<MeanEstimate, CalibrationRefusal>
  /// Couriers out on a day on which any was out.
  public let couriers: Result<MeanEstimate, CalibrationRefusal>
  /// Cards given to residents by a courier on a day.
  public let cardsPerCourierDay: Result<MeanEstimate, CalibrationRefusal>
  /// Days from the hand-over to the first call, waiting for a courier among them.
  public let firstCallDays: Result<QuantileEstimate, CalibrationRefusal>

  init(
    _ samples: HistorySamples, channel: Int, service: DoorService, history: OfficeHistory,
    runs: [RunID: HistoryRun], scenario: Scenario, needs: CalibrationNeeds
  ) {
    self.channel = channel
    let calls = samples.calls.filter { $0.channel == channel }
    firstFailure = Self.failures(calls.filter { $0.number == 1 }, needs)
    laterFailure = Self.failures(calls.filter { $0.number > 1 }, needs)
    let tellsFactors = calls.count >= needs.cases
    let factors = FailureFactors(tellsFactors ? calls : [], scenario)
    hours = tellsFactors ? factors.hours : []
    weekdays = tellsFactors ? factors.weekdays : []
    kecamatan = tellsFactors ? factors.kecamatan : []
    places = tellsFactors ? factors.places : []
    let rawLater = (try? laterFailure.get())?.share ?? 0
    laterScale = tellsFactors && rawLater > 0 ? factors.later / rawLater : 1
    reasons = Self.reasons(calls, count: history.reasons.count, needs)

    let retries = samples.retryDays[channel]
    retryDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(retries, needed: needs.cases, .gaps)
    }
    let holds = samples.holds.filter { $0.channel == channel }
    let unfetched = holds.compactMap { stay in stay.returned.map { Double($0 - stay.since) } }
    holdDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(unfetched, needed: needs.cases, .cards)
    }
    let known = (try? holdDays.get()).map { Int($0.median.rounded()) }
    fetched = Self.fetched(
      holds, within: known ?? service.attempts.holdDays, period: samples.period, needs)

    let times = DoorTimes(samples, of: channel, runs: runs, setupMinutes: service.setupMinutes)
    minutesAtDoor = Self.minutes(times.plainMinutes, needs)
    oldCardMinutes = Result { () throws(CalibrationRefusal) in
      try MedianDifference(times.exchangeMinutes, over: times.plainMinutes, needed: needs.cases)
    }
    cardsPerDoor = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(times.cardsPerDoor, needed: needs.cases, .visits)
    }
    let days = samples.courierDays.filter { $0.key.channel == channel }.sorted { $0.key < $1.key }
    couriers = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(Self.countsPerDay(days.map(\.key.day)), needed: needs.days, .days)
    }
    cardsPerCourierDay = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(days.map { Double($0.value) }, needed: needs.days, .days)
    }
    let waits = samples.firstCallDays[channel]
    firstCallDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(waits, needed: needs.cases, .cards)
    }
  }

  private static func failures(
    _ calls: [HistorySamples.Call], _ needs: CalibrationNeeds
  ) -> Result<ShareEstimate, CalibrationRefusal> {
    Result { () throws(CalibrationRefusal) in
      try ShareEstimate(
        events: calls.count { $0.reason != nil }, cases: calls.count, needed: needs.cases, .calls)
    }
  }

  private static func reasons(
    _ calls: [HistorySamples.Call], count: Int, _ needs: CalibrationNeeds
  ) -> Result<[ShareEstimate], CalibrationRefusal> {
    var counts = Array(repeating: 0, count: count)
    for call in calls { if let reason = call.reason { counts[reason] += 1 } }
    let all = counts.reduce(0, +)
    guard all >= needs.cases else {
      return .failure(.tooFew(cases: all, needed: needs.cases, .failures))
    }
    return .success(counts.map { ShareEstimate(events: $0, cases: all) })
  }

  /// Cards held so late that they may still be fetched do not count, fetched or not.
  private static func fetched(
    _ holds: [HistorySamples.Stay], within days: Int, period: ClosedRange<Int>,
    _ needs: CalibrationNeeds
  ) -> Result<ShareEstimate, CalibrationRefusal> {
    let length = period.upperBound - period.lowerBound + 1
    guard holds.isEmpty || length > days else {
      return .failure(.periodTooShort(days: length, needed: days))
    }
    let old = holds.filter { $0.since + days <= period.upperBound }
    return Result { () throws(CalibrationRefusal) in
      try ShareEstimate(
        events: old.count { $0.fetched != nil }, cases: old.count, needed: needs.cases, .cards)
    }
  }

  private static func minutes(
    _ values: [Double], _ needs: CalibrationNeeds
  ) -> Result<QuantileEstimate, CalibrationRefusal> {
    Result { () throws(CalibrationRefusal) in
      let estimate = try QuantileEstimate(values, needed: needs.cases, .gaps)
      guard estimate.median > 0 else { throw .ridingFillsTheGaps(cases: estimate.cases) }
      _ = try estimate.logNormal()
      return estimate
    }
  }

  /// How many entries each day of a sorted list has.
  private static func countsPerDay(_ days: [Int]) -> [Double] {
    var counts: [Double] = []
    for (index, day) in days.enumerated() {
      if index > 0, days[index - 1] == day {
        counts[counts.count - 1] += 1
      } else {
        counts.append(1)
      }
    }
    return counts
  }
}
