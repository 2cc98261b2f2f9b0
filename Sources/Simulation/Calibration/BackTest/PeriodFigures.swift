import Domain

/// The figures of one period, of the books or of one replication.
struct PeriodFigures: Hashable, Sendable {
  /// One per day.
  var deliveredPerDay: [Double]
  var printed: Double
  var calls: Double
  var failedCalls: Double
  var waitMedian: Double?
  var waitNinetieth: Double?
  var insideAtEnd: Double

  subscript(figure: BackTestFigure) -> Double? {
    switch figure {
    case .printed: printed
    case .delivered: deliveredPerDay.reduce(0, +)
    case .failurePercent: calls > 0 ? 100 * failedCalls / calls : nil
    case .waitMedianDays: waitMedian
    case .waitNinetiethDays: waitNinetieth
    case .insideAtEnd: insideAtEnd
    }
  }
}

extension PeriodFigures {
  /// Those of a replication.
  init(_ record: SimulationRecord) {
    let daily = record.daily
    let last = daily.dayCount - 1
    let levels: [Measure] = [.waitingToSort, .waitingToHandOver, .withChannel, .held]
    let waits = record.waits[.everyone]?.reached
    self.init(
      deliveredPerDay: daily[.delivered], printed: daily[.printed].reduce(0, +),
      calls: daily[.calls].reduce(0, +),
      failedCalls: Double(record.failures.reduce(0) { $0 + $1.reduce(0, +) }),
      waitMedian: waits?.quantile(0.5).map(Double.init),
      waitNinetieth: waits?.quantile(0.9).map(Double.init),
      insideAtEnd: levels.reduce(0) { $0 + daily[last, $1] })
  }

  /// Those of the books.
  ///
  /// - Parameter leadDays: Days from request to print ready, which the books do not tell.
  init(
    _ samples: HistorySamples, standings: [(card: HistoryCard, standing: CardStanding)],
    leadDays: Int
  ) {
    let period = samples.period
    var deliveredPerDay = Array(repeating: 0.0, count: period.count)
    var waits = WaitHistogram()
    for (card, standing) in standings {
      guard case .delivered(let day) = standing, period.contains(day) else { continue }
      deliveredPerDay[day - period.lowerBound] += 1
      waits.add(days: max(0, day - card.requestedOn.dayNumber - leadDays))
    }
    self.init(
      deliveredPerDay: deliveredPerDay,
      printed: Double(standings.count { period.contains($0.card.printedOn.dayNumber) }),
      calls: Double(samples.calls.count),
      failedCalls: Double(samples.calls.count { $0.reason != nil }),
      waitMedian: waits.quantile(0.5).map(Double.init),
      waitNinetieth: waits.quantile(0.9).map(Double.init),
      insideAtEnd: Double(standings.count { $0.standing == .inside }))
  }
}
