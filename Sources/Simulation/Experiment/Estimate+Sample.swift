extension Estimate {
  /// What the values of `runs` replications show of the number behind them.
  ///
  /// - Parameter values: Those of the replications in which it happened, at least one.
  public init(_ values: [Double], runs: Int) {
    precondition(!values.isEmpty && values.count <= runs, "\(values.count) of \(runs) values")
    let sorted = values.sorted()
    let mean = values.mean
    let deviation = values.standardDeviation
    var halfWidth = 0.0
    if values.count > 1 {
      let bound = StudentT(degreesOfFreedom: values.count - 1).bound(outside: 0.05)
      halfWidth = bound * deviation / Double(values.count).squareRoot()
    }
    self.init(
      observed: values.count, runs: runs, mean: mean, standardDeviation: deviation,
      halfWidth: halfWidth, tenth: sorted.quantile(0.1), median: sorted.quantile(0.5),
      ninetieth: sorted.quantile(0.9), medianInterval: sorted.quantileInterval(0.5),
      ninetiethInterval: sorted.quantileInterval(0.9))
  }
}

extension [Double] {
  /// - Precondition: Not empty.
  var mean: Double { reduce(0, +) / Double(count) }

  /// With one degree of freedom taken by the mean; 0 for fewer than two values.
  var standardDeviation: Double {
    guard count > 1 else { return 0 }
    let mean = mean
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }

  /// The value below which a share of a sorted sample lies, between its neighbours in proportion.
  ///
  /// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let lower = Int(place)
    let upper = Swift.min(lower + 1, count - 1)
    return self[lower] + (place - Double(lower)) * (self[upper] - self[lower])
  }

  /// The 95 % confidence interval of a quantile of what a sorted sample was drawn from, whatever its
  /// distribution; nil if the sample is too small for one.
  ///
  /// The number of values below the quantile is binomial: the interval reaches from the last value
  /// that more than `share` of the cases exceed with 97.5 % certainty to the first that they do not.
  ///
  /// Source: H. A. David, H. N. Nagaraja, "Order Statistics", 3rd edition, 2003, section 7.1.
  func quantileInterval(_ share: Double) -> ClosedRange<Double>? {
    let below = Binomial(trials: count, share: share)
    guard let lower = (1...count).last(where: { below.atMost($0 - 1) <= 0.025 }),
      let upper = (1...count).first(where: { below.atMost($0 - 1) >= 0.975 })
    else { return nil }
    return self[lower - 1]...self[upper - 1]
  }
}
