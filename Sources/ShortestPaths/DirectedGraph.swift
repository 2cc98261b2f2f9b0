/// Nodes joined by one-way arcs with a time, as compressed adjacency arrays.
///
/// Shape: the arcs of node `n` are `firstArc[n]..<firstArc[n + 1]`; `head` and `milliseconds` have
/// one value per arc. Invariant: offsets rise, heads are nodes, times are not negative.
public struct DirectedGraph: Sendable {
  public let firstArc: FlatArray<Int32>
  public let head: FlatArray<Int32>
  public let milliseconds: FlatArray<Int32>

  public var nodeCount: Int { firstArc.count - 1 }
  public var arcCount: Int { head.count }

  /// - Throws: ``GraphError`` naming the first node or arc that breaks the invariant.
  public init(
    firstArc: FlatArray<Int32>, head: FlatArray<Int32>, milliseconds: FlatArray<Int32>
  ) throws(GraphError) {
    guard firstArc.count > 0, firstArc[0] == 0 else { throw .offsetsOutOfOrder(node: 0) }
    for node in 0..<firstArc.count - 1 where firstArc[node] > firstArc[node + 1] {
      throw .offsetsOutOfOrder(node: node)
    }
    guard Int(firstArc[firstArc.count - 1]) == head.count, milliseconds.count == head.count else {
      throw .offsetsOutOfOrder(node: firstArc.count - 1)
    }
    let nodes = 0..<Int32(firstArc.count - 1)
    for arc in head.indices where !nodes.contains(head[arc]) {
      throw .noSuchHead(arc: arc, head: Int(head[arc]))
    }
    for arc in milliseconds.indices where milliseconds[arc] < 0 {
      throw .negativeTime(arc: arc, milliseconds: Int(milliseconds[arc]))
    }
    self.firstArc = firstArc
    self.head = head
    self.milliseconds = milliseconds
  }
}

/// Why numbers are not a graph.
public enum GraphError: Error, Equatable, CustomStringConvertible {
  case offsetsOutOfOrder(node: Int)
  case noSuchHead(arc: Int, head: Int)
  case negativeTime(arc: Int, milliseconds: Int)

  public var description: String {
    switch self {
    case .offsetsOutOfOrder(let node): "the arcs of node \(node) do not follow one another"
    case .noSuchHead(let arc, let head): "arc \(arc) leads to node \(head), which does not exist"
    case .negativeTime(let arc, let milliseconds): "arc \(arc) takes \(milliseconds) ms"
    }
  }
}
