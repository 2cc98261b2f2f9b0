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
    guard sorted.count >= least, let middle = Self.interval(of: 0.5, in: sorted),
      let high = Self.interval(of: 0.9, in: sorted)
    else { throw .tooFew(cases: sorted.count, needed: least, counted) }
    cases = sorted.count
    median = sorted.quantile(0.5)
    ninetieth = sorted.quantile(0.9)
    medianInterval = middle
    ninetiethInterval = high
  }

  /// The same as `quantileInterval`, found by halving: books have cases by the hundred thousand.
  ///
  /// - Complexity: O(log n) evaluations of the binomial distribution.
  static func interval(of share: Double, in sorted: [Double]) -> ClosedRange<Double>? {
    let below = Binomial(trials: sorted.count, share: share)
    // How many of the ranks from 0 on have at most this probability, which grows with the rank.
    func ranks(_ isWithin: (Double) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isWithin(below.atMost(middle)) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let lower = ranks { $0 <= 0.025 }
    let upper = ranks { $0 < 0.975 }
    guard lower > 0, upper < sorted.count else { return nil }
    return sorted[lower - 1]...sorted[upper]
  }

  /// The log-normal spread with the same median and the same ninetieth percentile.
  ///
  /// - Throws: ``CalibrationRefusal/noSpread(cases:)`` if there is none.
  func logNormal() throws(CalibrationRefusal) -> Spread {
    guard median > 0, ninetieth > median else { throw .noSpread(cases: cases) }
    return .logNormal(median: median, ninetieth: ninetieth)
  }
}
