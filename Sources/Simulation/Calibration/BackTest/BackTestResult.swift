public import Domain

/// How a prediction of a past period did.
public struct BackTestResult: Hashable, Sendable {
  /// What the comparison comes to.
  public enum Verdict: String, CaseIterable, Hashable, Sendable, Described {
    case good, doubtful, bad
    case tooLittle = "too-little"

    public var phrase: Phrase {
      switch self {
      case .good: Phrase(id: "model dapat dipercaya di sini", en: "the model can be relied on here")
      case .doubtful:
        Phrase(
          id: "model hanya sebagian cocok; pakai dengan hati-hati",
          en: "the model fits only in part; use it with care")
      case .bad:
        Phrase(
          id: "model tidak cocok dengan kenyataan; kalibrasi ulang sebelum dipakai",
          en: "the model does not fit what happened; calibrate it before use")
      case .tooLittle:
        Phrase(
          id: "terlalu sedikit kejadian untuk menilai model",
          en: "too little happened to judge the model")
      }
    }
  }

  public let replications: Int
  /// In the order of ``BackTestFigure/allCases``.
  public let figures: [ComparedFigure]
  /// One per day of the period.
  public let days: [ComparedDay]

  /// Fewer days with any expectation or event, or fewer cards, are too little to judge by.
  static let fewestDays = 5
  static let fewestCards = 30.0

  /// - Precondition: At least two replications of as many days as the actual figures have.
  init(
    of replications: [PeriodFigures], against actual: PeriodFigures, before: [Double]?,
    firstDay: CalendarDate
  ) {
    precondition(replications.count >= 2, "\(replications.count) replications show no spread")
    self.replications = replications.count
    figures = BackTestFigure.allCases.map { figure in
      let values = replications.compactMap { $0[figure] }.sorted()
      return ComparedFigure(
        figure: figure, predicted: values.isEmpty ? nil : values.quantile(0.5),
        interval: values.isEmpty ? nil : Self.interval(values), actual: actual[figure])
    }
    days = actual.deliveredPerDay.indices.map { day in
      let values = replications.map { $0.deliveredPerDay[day] }.sorted()
      return ComparedDay(
        date: firstDay.adding(days: day), predicted: values.quantile(0.5),
        interval: Self.interval(values), actual: actual.deliveredPerDay[day],
        naive: before?[day])
    }
  }

  /// Where one more replication would lie nine times in ten, as what happened should if the model is
  /// the truth: from the value with a twentieth of `count + 1` up to the one with as many above it.
  private static func interval(_ sorted: [Double]) -> ClosedRange<Double> {
    func value(_ share: Double) -> Double {
      let place = share * Double(sorted.count + 1) - 1
      let inside = min(max(place, 0), Double(sorted.count - 1))
      return sorted.quantile(inside / Double(sorted.count - 1))
    }
    return sorted.count > 1 ? value(0.05)...value(0.95) : sorted[0]...sorted[0]
  }

  /// Days on which something was expected or happened.
  public var countedDays: Int { days.count { !$0.isIdle } }

  /// Of those, the days on which what happened lies in the band.
  public var daysInside: Int { days.count { !$0.isIdle && $0.isInside } }

  /// How many cards a day the prediction is off, mean over the counted days; nil if there are none.
  public var meanError: Double? {
    let counted = days.filter { !$0.isIdle }
    guard !counted.isEmpty else { return nil }
    return counted.map { abs($0.predicted - $0.actual) }.mean
  }

  /// The same of the naive forecast, over the same days; nil if the books do not reach back.
  public var naiveError: Double? {
    let counted = days.filter { !$0.isIdle }
    let errors = counted.compactMap { day in day.naive.map { abs($0 - day.actual) } }
    guard !errors.isEmpty, errors.count == counted.count else { return nil }
    return errors.mean
  }

  /// Whether so few days lie in their bands as would happen less than once in twenty if nine of ten
  /// did, taking days as independent.
  public var bandsAreTooNarrow: Bool {
    guard countedDays > 0 else { return false }
    return Binomial(trials: countedDays, share: 0.9).atMost(daysInside) < 0.05
  }

  public var verdict: Verdict {
    let delivered = days.reduce(0) { $0 + $1.actual }
    guard countedDays >= Self.fewestDays, delivered >= Self.fewestCards else { return .tooLittle }
    let judged = figures.filter { $0.verdict != .unknown }
    let outside = judged.count { $0.verdict != .inside }
    let farOff = judged.count(where: \.isFarOff)
    let isWorseThanNaive = zip2(meanError, naiveError).map { $0 > $1 } ?? false
    // Of six figures one lies outside by chance about every second time.
    if outside <= 1, farOff == 0, !bandsAreTooNarrow, !isWorseThanNaive { return .good }
    let missesMostDays = Double(daysInside) < 0.5 * Double(countedDays)
    return outside * 2 > judged.count || (missesMostDays && (isWorseThanNaive || farOff > 0))
      ? .bad : .doubtful
  }

  private func zip2(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    guard let one, let other else { return nil }
    return (one, other)
  }
}
