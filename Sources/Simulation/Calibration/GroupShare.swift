/// How often calls fail in one hour, on one day of the week, in one kecamatan or desa.
public struct GroupShare: Hashable, Sendable {
  /// The hour, the day of the week from 0 for Monday, or the index into the scenario's kecamatan or
  /// places.
  public var group: Int
  public var calls: Int
  public var failed: Int
  /// The share of calls that fail, drawn towards what is usual the more, the fewer the calls.
  public var share: Double
  /// Where the group's share lies with 95 % probability.
  public var interval: ClosedRange<Double>
  /// Its share over what other circumstances let expect, mean about 1.
  public var factor: Double
  public var factorInterval: ClosedRange<Double>

  public init(
    group: Int, calls: Int, failed: Int, share: Double, interval: ClosedRange<Double>,
    factor: Double, factorInterval: ClosedRange<Double>
  ) {
    self.group = group
    self.calls = calls
    self.failed = failed
    self.share = share
    self.interval = interval
    self.factor = factor
    self.factorInterval = factorInterval
  }
}
