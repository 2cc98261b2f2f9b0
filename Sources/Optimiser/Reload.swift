/// Where a vehicle can fill its bag again during a run.
public struct Reload: Hashable, Sendable {
  /// An index into the problem's ``TravelTimes``.
  public var location: Int
  /// Time to fill the bag, in seconds; part of the run's duration.
  public var seconds: Int32
  /// How often a run may come back for more; at least 1.
  public var maximum: Int

  public init(location: Int, seconds: Int32 = 0, maximum: Int = 1) {
    self.location = location
    self.seconds = seconds
    self.maximum = maximum
  }
}
