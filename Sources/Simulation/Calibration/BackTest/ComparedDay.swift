public import Domain

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
