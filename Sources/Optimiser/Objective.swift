/// What is minimised: first what is left out, tier by tier, then the cost.
public struct Objective: Hashable, Sendable {
  /// The weight left out in each tier, most urgent first.
  public var unservedByTier: [Int64]
  /// The cost of all runs; see ``Problem/Measure-swift.enum``.
  public var cost: Int64

  public init(unservedByTier: [Int64], cost: Int64) {
    self.unservedByTier = unservedByTier
    self.cost = cost
  }
}

extension Objective: Comparable {
  public static func < (left: Objective, right: Objective) -> Bool {
    for (ours, theirs) in zip(left.unservedByTier, right.unservedByTier) where ours != theirs {
      return ours < theirs
    }
    return left.cost < right.cost
  }
}
