/// A share of independent cases, with the 95 % interval of the share behind it.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// 1927; recommended by L. D. Brown, T. T. Cai, A. DasGupta, 2001.
public struct ShareEstimate: Hashable, Sendable {
  public let events: Int
  public let cases: Int

  /// - Precondition: `0 <= events <= cases` and at least one case.
  public init(events: Int, cases: Int) {
    precondition(cases > 0 && (0...cases).contains(events), "\(events) of \(cases)")
    self.events = events
    self.cases = cases
  }

  /// The same, unless there are too few.
  init(
    events: Int, cases: Int, needed: Int, _ counted: CalibrationRefusal.Counted
  ) throws(CalibrationRefusal) {
    guard cases >= max(1, needed) else {
      throw .tooFew(cases: cases, needed: max(1, needed), counted)
    }
    self.init(events: events, cases: cases)
  }

  public var share: Double { Double(events) / Double(cases) }

  public var interval: ClosedRange<Double> {
    let n = Double(cases)
    let z = 1.959963984540054
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // At the ends the interval touches the end exactly; rounding must not lift it off.
    return (events == 0 ? 0 : middle - half)...(events == cases ? 1 : middle + half)
  }
}
