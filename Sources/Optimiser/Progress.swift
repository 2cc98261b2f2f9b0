/// How far a search has come, for a caller that shows it.
public struct Progress: Sendable {
  /// Ruin and recreate steps made.
  public var steps: Int
  /// The part of the budget that is used, in `0...1`.
  public var fraction: Double
  /// The best plan so far.
  public var best: Objective
}
