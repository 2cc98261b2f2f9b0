/// Cuts lines into segments from junction to junction.
struct SegmentBuilder {
  private let nodes: NodeTable
  /// How often a node is on a line, an end counted twice; two make it a junction.
  private var visits: [UInt8]
  private var graphNode: [Int32]
  private(set) var table = SegmentTable()
  private(set) var closedBarriers = 0

  /// - Parameter viaNodes: Nodes of turn restrictions, which are junctions in any case.
  init(_ lines: RoadLines, _ nodes: NodeTable, viaNodes: [Int]) {
    self.nodes = nodes
    graphNode = [Int32](repeating: -1, count: nodes.count)
    visits = [UInt8](repeating: 0, count: nodes.count)
    for line in lines.lines.indices {
      let run = lines.nodeRange(of: line)
      for place in run { visit(lines.nodes[place]) }
      visit(lines.nodes[run.lowerBound])
      visit(lines.nodes[run.upperBound - 1])
    }
    for node in viaNodes { visits[node] = 2 }
  }

  /// Adds the segments of one line.
  mutating func add(_ run: ArraySlice<Int32>, way: Int32, name: Int32, use: RoadUse) {
    var start = run.startIndex
    var startNode = graphNode(at: run[start])
    for place in run.indices.dropFirst() {
      let node = run[place]
      let isEnd = place == run.endIndex - 1
      guard isEnd || visits[Int(node)] >= 2 || nodes.isClosed(node) else { continue }
      let endNode = graphNode(at: node)
      add(run[start...place], from: startNode, to: endNode, way: way, name: name, use: use)
      start = place
      // A closed barrier ends the road on both of its sides.
      startNode = isEnd ? endNode : graphNode(at: node, after: endNode)
    }
  }

  private mutating func add(
    _ run: ArraySlice<Int32>, from: Int32, to: Int32, way: Int32, name: Int32, use: RoadUse
  ) {
    guard from == to else {
      table.append(from: from, to: to, run: run, way: way, name: name, use: use, nodes)
      return
    }
    // A road back to where it began is cut in the middle: no arc leads to its own node.
    let middle = (run.startIndex + run.endIndex) / 2
    guard run.startIndex < middle, middle < run.endIndex - 1 else { return }
    let node = table.newGraphNode()
    table.append(
      from: from, to: node, run: run[...middle], way: way, name: name, use: use, nodes)
    table.append(from: node, to: to, run: run[middle...], way: way, name: name, use: use, nodes)
  }

  /// Adds the time to get on board to every ferry that is left from land.
  mutating func addBoarding(milliseconds: Int32) {
    table.addBoarding(milliseconds: milliseconds)
  }

  private mutating func visit(_ node: Int32) {
    if visits[Int(node)] < 2 { visits[Int(node)] += 1 }
  }

  /// The graph node at `node`; behind a closed barrier a new one every time.
  private mutating func graphNode(at node: Int32) -> Int32 {
    if nodes.isClosed(node) {
      closedBarriers += 1
      return table.newGraphNode()
    }
    if graphNode[Int(node)] < 0 { graphNode[Int(node)] = table.newGraphNode() }
    return graphNode[Int(node)]
  }

  private mutating func graphNode(at node: Int32, after end: Int32) -> Int32 {
    nodes.isClosed(node) ? table.newGraphNode() : end
  }

  /// The graph node at `node`; nothing if no line goes there or a barrier closes it.
  func junction(at node: Int) -> Int32? {
    graphNode[node] < 0 ? nil : graphNode[node]
  }
}
