/// How a duration or amount varies from case to case.
public enum Spread: Hashable, Sendable {
  /// Always the same.
  case fixed(Double)
  /// Memoryless, given by its mean.
  case exponential(mean: Double)
  /// Given by its median and the value that nine of ten stay below; the latter is larger.
  case logNormal(median: Double, ninetieth: Double)
  /// Any value between the two equally likely.
  case uniform(from: Double, to: Double)
  /// One of several spreads, with weights that sum to one.
  indirect case mixture([Part])

  public struct Part: Hashable, Sendable {
    public var weight: Double
    public var spread: Spread

    public init(weight: Double, spread: Spread) {
      self.weight = weight
      self.spread = spread
    }
  }
}
