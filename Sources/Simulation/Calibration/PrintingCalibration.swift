import Domain

/// What the dates of printing tell of the printers.
public struct PrintingCalibration: Sendable {
  /// Cards printed on a working day of the office.
  public let perWorkingDay: Result<MeanEstimate, CalibrationRefusal>
  /// Cards printed on a working day on which at least as much waited as is usual, without days of
  /// low output: what the printers make when they have work, blanks and no fault.
  public let whenBusy: Result<MeanEstimate, CalibrationRefusal>
  /// Share of the days with work enough on which output was not below half of ``whenBusy``.
  ///
  /// The books do not tell a broken printer from a missing blank or ribbon.
  public let uptime: Result<ShareEstimate, CalibrationRefusal>

  init(_ samples: HistorySamples, _ scenario: Scenario, needs: CalibrationNeeds) {
    let printed = samples.cards.filter { samples.period.contains($0.printedOn.dayNumber) }
    let days = WorkingDays(scenario).days(in: Self.range(printed, samples.period))
    let output = Self.output(printed, on: days)
    perWorkingDay = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(output, needed: needs.days, .days)
    }
    let queue = Self.waiting(samples.cards, on: days)
    let usual = output.filter { $0 > 0 }.sorted()
    guard let middle = usual.isEmpty ? nil : usual.quantile(0.5) else {
      whenBusy = .failure(.tooFew(cases: 0, needed: needs.days, .days))
      uptime = .failure(.tooFew(cases: 0, needed: needs.days, .days))
      return
    }
    // A day is one with work enough if what was printed and what was left make a usual day's work.
    let busy = days.indices.filter { output[$0] + queue[$0] >= middle }.map { output[$0] }
    let low = busy.count { $0 < middle / 2 }
    whenBusy = Result { () throws(CalibrationRefusal) in
      try MeanEstimate(busy.filter { $0 >= middle / 2 }, needed: needs.days, .days)
    }
    uptime = Result { () throws(CalibrationRefusal) in
      try ShareEstimate(
        events: busy.count - low, cases: busy.count, needed: needs.days, .days)
    }
  }

  private static func range(
    _ printed: [HistoryCard], _ period: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    let days = printed.map(\.printedOn.dayNumber)
    guard let first = days.min(), let last = days.max() else {
      return period.lowerBound...period.lowerBound
    }
    return first...last
  }

  /// Cards printed on each of some days.
  private static func output(_ printed: [HistoryCard], on days: [Int]) -> [Double] {
    var counts: [Int: Double] = [:]
    for card in printed { counts[card.printedOn.dayNumber, default: 0] += 1 }
    return days.map { counts[$0] ?? 0 }
  }

  /// Cards asked for by the end of each day and printed later.
  private static func waiting(_ cards: [HistoryCard], on days: [Int]) -> [Double] {
    let asked = cards.map(\.requestedOn.dayNumber).sorted()
    let printed = cards.map(\.printedOn.dayNumber).sorted()
    var (askedCount, printedCount) = (0, 0)
    return days.map { day in
      while askedCount < asked.count, asked[askedCount] <= day { askedCount += 1 }
      while printedCount < printed.count, printed[printedCount] <= day { printedCount += 1 }
      return Double(askedCount - printedCount)
    }
  }
}
