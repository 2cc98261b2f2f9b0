/// A number of a scenario as its replications show it.
public struct Estimate: Hashable, Sendable {
  /// Replications in which it happened; the figures below are over these.
  public var observed: Int
  public var runs: Int
  public var mean: Double
  public var standardDeviation: Double
  /// Half the width of the 95 % confidence interval of the mean (Student's t); 0 for one value.
  public var halfWidth: Double
  public var tenth: Double
  public var median: Double
  public var ninetieth: Double
  /// The 95 % confidence intervals of the median and of the 90 % quantile, between two of the values
  /// themselves; nil where there are too few of them.
  public var medianInterval: ClosedRange<Double>?
  public var ninetiethInterval: ClosedRange<Double>?

  public init(
    observed: Int, runs: Int, mean: Double, standardDeviation: Double, halfWidth: Double,
    tenth: Double, median: Double, ninetieth: Double, medianInterval: ClosedRange<Double>? = nil,
    ninetiethInterval: ClosedRange<Double>? = nil
  ) {
    self.observed = observed
    self.runs = runs
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.halfWidth = halfWidth
    self.tenth = tenth
    self.median = median
    self.ninetieth = ninetieth
    self.medianInterval = medianInterval
    self.ninetiethInterval = ninetiethInterval
  }

  /// The 95 % confidence interval of the mean.
  public var interval: ClosedRange<Double> { (mean - halfWidth)...(mean + halfWidth) }
}

/// A figure over the days, as its replications show it.
///
/// Shape: one value per day in each.
public struct Band: Hashable, Sendable {
  public var mean: [Double]
  public var tenth: [Double]
  public var median: [Double]
  public var ninetieth: [Double]

  public init(mean: [Double], tenth: [Double], median: [Double], ninetieth: [Double]) {
    self.mean = mean
    self.tenth = tenth
    self.median = median
    self.ninetieth = ninetieth
  }
}
