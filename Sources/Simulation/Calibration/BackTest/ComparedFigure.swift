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
