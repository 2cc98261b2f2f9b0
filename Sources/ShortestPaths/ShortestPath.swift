/// The quickest way between two places.
public struct ShortestPath: Hashable, Sendable {
  /// From place to place, the times of both seeds included.
  public let milliseconds: Int32
  /// The arcs of the ``DirectedGraph`` in the order they are used; none if the path begins and
  /// ends at the same node.
  public let arcs: [Int32]
  /// Which of the seeds the path begins at.
  public let departure: Int
  /// Which of the seeds the path ends at.
  public let arrival: Int
}
