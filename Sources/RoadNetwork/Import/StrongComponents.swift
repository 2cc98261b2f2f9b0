import ShortestPaths

/// The strongly connected components of a graph, numbered in the order they are finished.
///
/// Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion,
/// since a road can be longer than the stack is deep.
///
/// - Returns: The component of every node.
func strongComponents(of graph: DirectedGraph) -> [Int32] {
  strongComponents(nodeCount: graph.nodeCount) {
    graph.firstArc[$0]
  } head: {
    graph.head[$0]
  }
}

/// The same for arcs that lie elsewhere.
///
/// - Parameters:
///   - firstArc: Where the arcs of a node begin; those of the last end at `firstArc(nodeCount)`.
///   - head: Where an arc leads.
@inline(__always)
func strongComponents(
  nodeCount: Int, firstArc: (Int) -> Int32, head headOf: (Int) -> Int32
) -> [Int32] {
  var component = [Int32](repeating: -1, count: nodeCount)
  var low = [Int32](repeating: -1, count: nodeCount)
  var nextArc = (0..<nodeCount).map { firstArc($0) }
  var path: [Int32] = []
  var open: [Int32] = []
  var found: Int32 = 0
  var components: Int32 = 0
  // While a node is open, `order` is when it was met, and `low` the earliest that it reaches.
  var order = [Int32](repeating: -1, count: nodeCount)

  for root in 0..<nodeCount where order[root] < 0 {
    path.append(Int32(root))
    while let node = path.last.map(Int.init) {
      if order[node] < 0 {
        order[node] = found
        low[node] = found
        found += 1
        open.append(Int32(node))
      }
      var isLeaving = true
      while nextArc[node] < firstArc(node + 1) {
        let head = Int(headOf(Int(nextArc[node])))
        if order[head] < 0 {
          path.append(Int32(head))
          isLeaving = false
          break
        }
        if component[head] < 0 { low[node] = min(low[node], low[head]) }
        nextArc[node] += 1
      }
      guard isLeaving else { continue }
      path.removeLast()
      guard low[node] == order[node] else { continue }
      while let member = open.popLast() {
        component[Int(member)] = components
        if Int(member) == node { break }
      }
      components += 1
    }
  }
  return component
}
