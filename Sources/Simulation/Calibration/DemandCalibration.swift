public import Domain

/// How many ask for cards, told from the dates on the cards that were printed.
///
/// The books hold no card before it is printed. So only requests made after the first printing and
/// so long before the end that nearly all of them must have been printed are counted.
public struct DemandCalibration: Sendable {
  public struct Kind: Sendable {
    public let kind: RequestKind
    /// Requests on a working day of the office.
    public let perDay: Result<MeanEstimate, CalibrationRefusal>
    public let urgent: Result<ShareEstimate, CalibrationRefusal>
    /// Requests on a Monday, on a Tuesday ... that the office works on; in order of weekday.
    public let byWeekday: [(weekday: Weekday, perDay: MeanEstimate)]
  }

  /// The days whose requests are counted; nil if there are none.
  public let days: ClosedRange<CalendarDate>?
  /// In the order of ``RequestKind/allCases``.
  public let kinds: [Kind]

  init(_ samples: HistorySamples, _ scenario: Scenario, needs: CalibrationNeeds) {
    let window = Self.window(samples)
    days = window.map {
      CalendarDate(dayNumber: $0.lowerBound)...CalendarDate(dayNumber: $0.upperBound)
    }
    let working = window.map { WorkingDays(scenario).days(in: $0) } ?? []
    kinds = RequestKind.allCases.map { kind in
      let cards = samples.cards.filter {
        $0.kind == kind && window?.contains($0.requestedOn.dayNumber) == true
      }
      return Self.kind(kind, cards, working, needs)
    }
  }

  private static func kind(
    _ kind: RequestKind, _ cards: [HistoryCard], _ working: [Int], _ needs: CalibrationNeeds
  ) -> Kind {
    var counts = Dictionary(uniqueKeysWithValues: working.map { ($0, 0.0) })
    // A request made while the office was closed is one of the next working day.
    for card in cards {
      let day = card.requestedOn.dayNumber
      if let next = working.first(where: { $0 >= day }) { counts[next, default: 0] += 1 }
    }
    let values = working.map { counts[$0] ?? 0 }
    let perDay = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(values, needed: needs.days, .days, areCounts: true)
    }
    let urgent = Result { () throws(CalibrationRefusal) in
      try ShareEstimate(
        events: cards.count { $0.urgency == .urgent }, cases: cards.count, needed: needs.cases,
        .cards)
    }
    let byWeekday = Weekday.allCases.compactMap { weekday in
      let own = working.filter { CalendarDate(dayNumber: $0).dayOfWeek == weekday }
      return (try? MeanEstimate(own.map { counts[$0] ?? 0 }, needed: 4, .days, areCounts: true))
        .map { (weekday: weekday, perDay: $0) }
    }
    return Kind(kind: kind, perDay: perDay, urgent: urgent, byWeekday: byWeekday)
  }

  /// From the first printing to the last day after which the time lies that 19 of 20 cards took to
  /// be printed.
  private static func window(_ samples: HistorySamples) -> ClosedRange<Int>? {
    guard let first = samples.cards.map(\.printedOn.dayNumber).min(),
      let last = samples.cards.map(\.printedOn.dayNumber).max()
    else { return nil }
    let start = max(first, samples.period.lowerBound)
    let days = samples.cards
      .map { Double($0.printedOn.dayNumber - $0.requestedOn.dayNumber) }.sorted()
    let end = min(last, samples.period.upperBound) - Int(days.quantile(0.95).rounded(.up))
    return start <= end ? start...end : nil
  }
}
