/// The median and the value that nine of ten cases stay below, each with its 95 % interval, whatever
/// the distribution.
public struct QuantileEstimate: Hashable, Sendable {
  public let cases: Int
  public let median: Double
  public let ninetieth: Double
  public let medianInterval: ClosedRange<Double>
  public let ninetiethInterval: ClosedRange<Double>

  /// The fewest cases from which both intervals can be told.
  public static let fewest = 36

  init(
    _ values: [Double], needed: Int, _ counted: CalibrationRefusal.Counted
  ) throws(CalibrationRefusal) {
    let least = max(needed, Self.fewest)
    let sorted = values.sorted()
    guard sorted.count >= least, let middle = sorted.quantileInterval(0.5),
      let high = sorted.quantileInterval(0.9)
    else { throw .tooFew(cases: sorted.count, needed: least, counted) }
    cases = sorted.count
    median = sorted.quantile(0.5)
    ninetieth = sorted.quantile(0.9)
    medianInterval = middle
    ninetiethInterval = high
  }

  /// The log-normal spread with the same median and the same ninetieth percentile.
  ///
  /// - Throws: ``CalibrationRefusal/noSpread(cases:)`` if there is none.
  func logNormal() throws(CalibrationRefusal) -> Spread {
    guard median > 0, ninetieth > median else { throw .noSpread(cases: cases) }
    return .logNormal(median: median, ninetieth: ninetieth)
  }
}
