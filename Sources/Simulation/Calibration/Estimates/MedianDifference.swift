/// How much longer the median of some cases is than that of others.
///
/// The 95 % interval joins those of the two medians, which are independent.
public struct MedianDifference: Hashable, Sendable {
  /// Of the longer cases.
  public let cases: Int
  public let difference: Double
  public let interval: ClosedRange<Double>

  init(_ values: [Double], over others: [Double], needed: Int) throws(CalibrationRefusal) {
    let longer = try QuantileEstimate(values, needed: needed, .gaps)
    let shorter = try QuantileEstimate(others, needed: needed, .gaps)
    cases = longer.cases
    let difference = longer.median - shorter.median
    func joined(_ one: Double, _ other: Double) -> Double {
      (one * one + other * other).squareRoot()
    }
    let down = joined(
      longer.median - longer.medianInterval.lowerBound,
      shorter.medianInterval.upperBound - shorter.median)
    let up = joined(
      longer.medianInterval.upperBound - longer.median,
      shorter.median - shorter.medianInterval.lowerBound)
    self.difference = difference
    interval = (difference - down)...(difference + up)
  }
}
