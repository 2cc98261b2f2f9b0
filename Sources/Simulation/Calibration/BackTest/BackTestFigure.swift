public import Domain

/// A figure of a period that is predicted and compared.
public enum BackTestFigure: String, CaseIterable, Hashable, Sendable, Described {
  case printed, delivered
  case failurePercent = "failure-percent"
  case waitMedianDays = "wait-median-days"
  case waitNinetiethDays = "wait-90-days"
  /// Printed cards that are neither with their residents nor back for good on the last evening.
  case insideAtEnd = "inside-at-end"

  public var phrase: Phrase {
    switch self {
    case .printed: Phrase(id: "kartu dicetak", en: "cards printed")
    case .delivered: Phrase(id: "kartu diterima penduduk", en: "cards received by residents")
    case .failurePercent: Phrase(id: "kunjungan gagal (%)", en: "calls that failed (%)")
    case .waitMedianDays: Phrase(id: "tunggu, tengah (hari)", en: "wait, median (days)")
    case .waitNinetiethDays: Phrase(id: "tunggu, P90 (hari)", en: "wait, P90 (days)")
    case .insideAtEnd:
      Phrase(id: "kartu tercetak belum diterima di akhir", en: "printed cards inside at the end")
    }
  }

  /// Digits after the point that mean something.
  public var decimals: Int { self == .failurePercent ? 1 : 0 }
}

/// What the replications of a period let expect, beside what happened.
public struct ComparedFigure: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable { case inside, above, below, unknown }

  public var figure: BackTestFigure
  /// The median of the replications; nil if it never happened in one.
  public var predicted: Double?
  /// Nine of ten replications lie in it.
  public var interval: ClosedRange<Double>?
  /// nil where the books do not tell.
  public var actual: Double?

  public init(
    figure: BackTestFigure, predicted: Double?, interval: ClosedRange<Double>?, actual: Double?
  ) {
    self.figure = figure
    self.predicted = predicted
    self.interval = interval
    self.actual = actual
  }

  /// Where what happened lies: above the interval, below it, inside.
  public var verdict: Verdict {
    guard let interval, let actual else { return .unknown }
    if interval.contains(actual) { return .inside }
    return actual > interval.upperBound ? .above : .below
  }
}

extension ComparedFigure {
  /// Whether what happened is outside by more than the interval is wide, a tenth of what was
  /// predicted, and 1: no bad luck.
  public var isFarOff: Bool {
    guard verdict != .inside, let interval, let actual, let predicted else { return false }
    let distance = max(interval.lowerBound - actual, actual - interval.upperBound)
    let width = interval.upperBound - interval.lowerBound
    return distance > max(width, abs(predicted) / 10, 1)
  }
}

/// Cards received by residents on one day: predicted, what happened, and the naive forecast.
public struct ComparedDay: Hashable, Sendable {
  public var date: CalendarDate
  public var predicted: Double
  /// Nine of ten replications lie in it.
  public var interval: ClosedRange<Double>
  public var actual: Double
  /// What the same weekday of the period before had; nil if the books do not reach back so far.
  public var naive: Double?

  public init(
    date: CalendarDate, predicted: Double, interval: ClosedRange<Double>, actual: Double,
    naive: Double?
  ) {
    self.date = date
    self.predicted = predicted
    self.interval = interval
    self.actual = actual
    self.naive = naive
  }

  /// Whether nothing was expected and nothing happened, which is no merit of a forecast.
  public var isIdle: Bool { interval.upperBound == 0 && actual == 0 }
  public var isInside: Bool { interval.contains(actual) }
}
