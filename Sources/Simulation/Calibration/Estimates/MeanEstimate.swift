/// A mean of independent cases, with its 95 % interval (Student's t).
public struct MeanEstimate: Hashable, Sendable {
  public let cases: Int
  public let mean: Double
  public let interval: ClosedRange<Double>

  /// - Parameter areCounts: Whether the values count what comes by itself; then they are taken to
  ///   vary at least as a Poisson process does, which a short stretch of even days may hide.
  init(
    _ values: [Double], needed: Int, _ counted: CalibrationRefusal.Counted, areCounts: Bool = false
  ) throws(CalibrationRefusal) {
    let least = max(2, needed)
    guard values.count >= least else {
      throw .tooFew(cases: values.count, needed: least, counted)
    }
    cases = values.count
    mean = values.mean
    var deviation = values.standardDeviation
    if areCounts { deviation = max(deviation, mean.squareRoot()) }
    let bound = StudentT(degreesOfFreedom: values.count - 1).bound(outside: 0.05)
    let half = bound * deviation / Double(values.count).squareRoot()
    interval = (areCounts ? max(0, mean - half) : mean - half)...(mean + half)
  }
}
