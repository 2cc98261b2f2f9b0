/// A way to begin or to end a path: a node and the time between it and the place itself.
///
/// A door in the middle of a road has several: it can be left or reached in both directions.
public struct Seed: Hashable, Sendable {
  public let node: Int32
  /// From the place to the node where the path begins, from the node to the place where it ends.
  public let milliseconds: Int32

  public init(node: Int32, milliseconds: Int32) {
    self.node = node
    self.milliseconds = milliseconds
  }
}
