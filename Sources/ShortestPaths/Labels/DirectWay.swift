/// A way between two places that passes no node of the graph, as between two doors of one road.
public struct DirectWay: Hashable, Sendable {
  public let from: Int32
  public let to: Int32
  public let milliseconds: Int32

  public init(from: Int32, to: Int32, milliseconds: Int32) {
    self.from = from
    self.to = to
    self.milliseconds = milliseconds
  }
}
