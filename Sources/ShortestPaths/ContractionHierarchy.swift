/// A road graph prepared so that quickest paths between far places are found in microseconds.
///
/// Nodes are numbered by rank, their place in the order of contraction: the higher, the more
/// important. Every arc, original or shortcut, is listed by the lower of its two nodes, and
/// between two nodes there is a quickest path that first only rises and then only falls.
///
/// Equal graphs make equal hierarchies, and what is read from a file works as it lies there.
///
/// Source: Geisberger, Sanders, Schultes, Vetter, "Exact Routing in Large Road Networks Using
/// Contraction Hierarchies", 2012.
public struct ContractionHierarchy: Sendable {
  /// The rank of each node of the graph.
  let rank: FlatArray<Int32>
  /// Shape: `2 × nodes + 1`. The arcs that rise from rank `r` are `first[2r]..<first[2r + 1]`, and
  /// those that fall to it from above are `first[2r + 1]..<first[2r + 2]`.
  let first: FlatArray<Int32>
  /// For each arc the rank of its higher node and its milliseconds, in turn.
  let arcs: FlatArray<Int32>
  /// For each arc the two arcs it stands for, in turn: one that falls to the node in its middle
  /// and one that rises from there. An arc of the graph has `~index` and -1.
  let parts: FlatArray<Int32>

  public var nodeCount: Int { rank.count }
  /// The number of arcs, shortcuts included.
  public var arcCount: Int { arcs.count / 2 }

  /// Contracts `graph`.
  ///
  /// - Parameter progress: Called now and then with the part that is done.
  /// - Complexity: About 30 µs per node of a road network.
  public init(_ graph: DirectedGraph, progress: ((Double) -> Void)? = nil) {
    var contraction = Contraction(graph)
    contraction.run(progress: progress)
    self.init(contraction)
  }

  private init(_ contraction: borrowing Contraction) {
    let count = contraction.rank.count
    var rank = [Int32](repeating: 0, count: count)
    var order = [Int](repeating: 0, count: count)
    for node in 0..<count {
      rank[node] = contraction.rank[node]
      order[Int(rank[node])] = node
    }
    var first: [Int32] = [0]
    var listed: [(owner: Int, arc: ListedArc)] = []
    for node in order {
      for isUpward in [true, false] {
        listed += contraction.arcs(of: node, outgoing: isUpward)
          .sorted { rank[Int($0.node)] < rank[Int($1.node)] }.map { (node, $0) }
        first.append(Int32(listed.count))
      }
    }

    /// The arc between the contracted node `middle` and `other`.
    func position(_ middle: Int32, _ other: Int, rising: Bool) -> Int32 {
      let block = 2 * Int(rank[Int(middle)]) + (rising ? 0 : 1)
      let places = Int(first[block])..<Int(first[block + 1])
      return Int32(places.first { listed[$0].arc.node == Int32(other) } ?? -1)
    }
    var parts: [Int32] = []
    parts.reserveCapacity(2 * listed.count)
    var block = 0
    for (index, (owner, arc)) in listed.enumerated() {
      while index >= first[block + 1] { block += 1 }
      let (tail, head) =
        block.isMultiple(of: 2) ? (owner, Int(arc.node)) : (Int(arc.node), owner)
      guard arc.origin >= 0 else {
        parts += [arc.origin, -1]
        continue
      }
      parts.append(position(arc.origin, tail, rising: false))
      parts.append(position(arc.origin, head, rising: true))
    }
    self.rank = FlatArray(rank)
    self.first = FlatArray(first)
    arcs = FlatArray(listed.flatMap { [rank[Int($0.arc.node)], Int32($0.arc.milliseconds)] })
    self.parts = FlatArray(parts)
  }

  /// The arcs that rise from `rank`.
  @inline(__always)
  func rising(from rank: Int) -> Range<Int> {
    let (low, high) = (Int(first[2 &* rank]), Int(first[2 &* rank &+ 1]))
    assert(low <= high)
    return unsafe Range(uncheckedBounds: (low, high))
  }

  /// The arcs that fall to `rank` from above.
  @inline(__always)
  func falling(to rank: Int) -> Range<Int> {
    let (low, high) = (Int(first[2 &* rank &+ 1]), Int(first[2 &* rank &+ 2]))
    assert(low <= high)
    return unsafe Range(uncheckedBounds: (low, high))
  }

  /// The rank of the higher node of `arc`.
  @inline(__always)
  func higher(_ arc: Int) -> Int { Int(arcs[2 &* arc]) }

  @inline(__always)
  func time(of arc: Int) -> UInt32 { UInt32(truncatingIfNeeded: arcs[2 &* arc &+ 1]) }
}

extension ContractionHierarchy {
  /// The rank of the lower node of `arc`, the one that lists it.
  ///
  /// - Complexity: O(log nodes).
  func lower(_ arc: Int) -> Int { first.lastIndex(notAbove: Int32(arc)) / 2 }

  /// Adds the arcs of the graph that `arc` stands for, in the order they are used.
  func unpack(_ arc: Int, into unpacked: inout [Int32]) {
    var waiting = [Int32(arc)]
    while let arc = waiting.popLast() {
      let (before, after) = (parts[2 * Int(arc)], parts[2 * Int(arc) + 1])
      if after < 0 {
        unpacked.append(~before)
      } else {
        waiting += [after, before]
      }
    }
  }
}
