/// How far a plan has come.
public struct PlanProgress: Hashable, Sendable {
  public let problemsDone: Int
  /// One per kecamatan with couriers, or one in all where runs may cross borders.
  public let problemCount: Int
  /// Cards left out so far in the tier that decides each stop, most urgent tier first.
  public let leftOutByTier: [Int64]
  /// What the best runs so far cost, in seconds.
  public let costSeconds: Int64
}
