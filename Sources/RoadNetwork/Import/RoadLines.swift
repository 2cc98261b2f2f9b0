/// The ways of the network as runs of nodes that are all in the map.
///
/// A way is cut where nodes are missing; a node that follows itself is there once.
struct RoadLines {
  struct Line {
    let way: Int32
    /// The line's nodes are those of ``RoadLines/nodes`` from here to the next line's first.
    let firstNode: Int
  }

  private(set) var lines: [Line] = []
  private(set) var nodes: [Int32] = []
  private(set) var waysCut = 0
  private(set) var missingNodes = 0

  init() {}

  /// - Parameter nodeNumbers: The node of every reference of `ways`.
  init(_ ways: WayCollector, nodeNumbers: [Int32], _ table: NodeTable) {
    nodes.reserveCapacity(nodeNumbers.count)
    for way in ways.ways.indices where ways.ways[way].use != nil {
      add(nodeNumbers[ways.nodeRange(of: way)], of: Int32(way), table)
    }
  }

  /// Where the nodes of `line` lie in ``nodes``.
  func nodeRange(of line: Int) -> Range<Int> {
    lines[line].firstNode..<(line + 1 < lines.count ? lines[line + 1].firstNode : nodes.count)
  }

  /// Adds a line as it is.
  mutating func append(_ run: some Sequence<Int32>, of way: Int32) {
    lines.append(Line(way: way, firstNode: nodes.count))
    nodes.append(contentsOf: run)
  }

  /// Puts nodes into lines, after the places given and in the order of their fractions.
  mutating func insert(_ inserted: [Int: [(fraction: Double, node: Int32)]]) {
    var longer = RoadLines()
    for line in lines.indices {
      var run: [Int32] = []
      for place in nodeRange(of: line) {
        run.append(nodes[place])
        guard let between = inserted[place] else { continue }
        run += between.sorted { ($0.fraction, $0.node) < ($1.fraction, $1.node) }.map(\.node)
      }
      longer.append(run, of: lines[line].way)
    }
    (lines, nodes) = (longer.lines, longer.nodes)
  }

  private mutating func add(_ references: ArraySlice<Int32>, of way: Int32, _ table: NodeTable) {
    var start = nodes.count
    var isCut = false
    for node in references {
      if table.isMissing(node) {
        missingNodes += 1
        isCut = true
        finish(from: start, of: way)
        start = nodes.count
      } else if start == nodes.count || nodes[nodes.count - 1] != node {
        nodes.append(node)
      }
    }
    finish(from: start, of: way)
    if isCut { waysCut += 1 }
  }

  /// Makes the nodes from `start` on a line, or drops a single one.
  private mutating func finish(from start: Int, of way: Int32) {
    if nodes.count - start >= 2 {
      lines.append(Line(way: way, firstNode: start))
    } else {
      nodes.removeLast(nodes.count - start)
    }
  }
}
