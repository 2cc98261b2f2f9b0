extension ContractionHierarchy {
  /// The arrays of a hierarchy as they lie in a file, by names that do not change.
  public var sections: [(name: String, values: FlatArray<Int32>)] {
    [("rank", rank), ("first", first), ("arcs", arcs), ("parts", parts)]
  }

  /// Takes over arrays that lie in a file, without copying them.
  ///
  /// Every index is checked, and that each arc stands for arcs of `graph` and takes as long as they
  /// do; that no way is missing is not.
  ///
  /// - Throws: ``HierarchyError`` naming the first section, node or arc that is wrong.
  /// - Complexity: O(nodes + arcs).
  public init(
    sections: [String: FlatArray<Int32>], of graph: DirectedGraph
  ) throws(HierarchyError) {
    func section(_ name: String) throws(HierarchyError) -> FlatArray<Int32> {
      guard let values = sections[name] else { throw .missing(section: name) }
      return values
    }
    rank = try section("rank")
    first = try section("first")
    arcs = try section("arcs")
    parts = try section("parts")
    try checkCounts(graph)
    let order = try nodesByRank()
    try checkOffsets()
    try checkArcs(graph, order)
  }

  private func checkCounts(_ graph: DirectedGraph) throws(HierarchyError) {
    let arcValues = arcs.count - arcs.count % 2
    for (section, actual, expected) in [
      ("rank", rank.count, graph.nodeCount), ("first", first.count, 2 * graph.nodeCount + 1),
      ("arcs", arcs.count, arcValues), ("parts", parts.count, arcValues),
    ] where actual != expected {
      throw .wrongCount(section: section, actual: actual, expected: expected)
    }
  }

  /// The node of each rank, after a check that each rank has one.
  private func nodesByRank() throws(HierarchyError) -> [Int32] {
    var nodes = [Int32](repeating: -1, count: rank.count)
    for node in rank.indices {
      let place = Int(rank[node])
      guard nodes.indices.contains(place), nodes[place] < 0 else { throw .wrongRank(node: node) }
      nodes[place] = Int32(node)
    }
    return nodes
  }

  private func checkOffsets() throws(HierarchyError) {
    guard first[0] == 0, Int(first[first.count - 1]) == arcCount else {
      throw .offsetsOutOfOrder(rank: first[0] == 0 ? rank.count : 0)
    }
    for block in 0..<first.count - 1 where first[block] > first[block + 1] {
      throw .offsetsOutOfOrder(rank: block / 2)
    }
  }

  private func checkArcs(_ graph: DirectedGraph, _ order: [Int32]) throws(HierarchyError) {
    var block = [Int32](repeating: 0, count: arcCount)
    for index in 0..<first.count - 1 {
      for arc in Int(first[index])..<Int(first[index + 1]) { block[arc] = Int32(index) }
    }
    for arc in 0..<arcCount {
      let lower = Int(block[arc]) / 2
      guard lower < higher(arc), higher(arc) < rank.count, arcs[2 * arc + 1] >= 0,
        arcs[2 * arc + 1] < Int32.max
      else { throw .wrongArc(arc) }
    }
    for arc in 0..<arcCount {
      let (lower, higher) = (Int(block[arc]) / 2, higher(arc))
      let isRising = block[arc].isMultiple(of: 2)
      let (tail, head) = isRising ? (lower, higher) : (higher, lower)
      let stands =
        parts[2 * arc + 1] < 0
        ? isArc(arc, of: graph, from: order[tail], to: order[head])
        : isShortcut(arc, past: lower, from: tail, to: head, block)
      guard stands else { throw .wrongArc(arc) }
    }
  }

  private func isArc(
    _ arc: Int, of graph: DirectedGraph, from tail: Int32, to head: Int32
  ) -> Bool {
    let original = Int(~parts[2 * arc])
    let leaving = Int(graph.firstArc[Int(tail)])..<Int(graph.firstArc[Int(tail) + 1])
    return leaving.contains(original) && graph.head[original] == head
      && graph.milliseconds[original] == arcs[2 * arc + 1]
  }

  /// Whether `arc` joins two others at a node below both its ends.
  ///
  /// - Parameter block: For each arc its place in `first`.
  private func isShortcut(
    _ arc: Int, past lower: Int, from tail: Int, to head: Int, _ block: [Int32]
  ) -> Bool {
    let (before, after) = (Int(parts[2 * arc]), Int(parts[2 * arc + 1]))
    guard block.indices.contains(before), block.indices.contains(after) else { return false }
    return block[before] == block[after] + 1 && block[after].isMultiple(of: 2)
      && Int(block[after]) / 2 < lower && higher(before) == tail && higher(after) == head
      && time(of: before) &+ time(of: after) == time(of: arc)
  }
}

/// Why arrays are no hierarchy of a graph.
public enum HierarchyError: Error, Equatable, CustomStringConvertible {
  case missing(section: String)
  case wrongCount(section: String, actual: Int, expected: Int)
  case wrongRank(node: Int)
  case offsetsOutOfOrder(rank: Int)
  case wrongArc(Int)

  public var description: String {
    switch self {
    case .missing(let section): "section \(section) of the hierarchy is missing"
    case .wrongCount(let section, let actual, let expected):
      "section \(section) of the hierarchy has \(actual) values, \(expected) are needed"
    case .wrongRank(let node): "node \(node) has no place of its own in the hierarchy"
    case .offsetsOutOfOrder(let rank): "the arcs of rank \(rank) do not follow one another"
    case .wrongArc(let arc): "arc \(arc) of the hierarchy does not stand for arcs of the graph"
    }
  }
}
