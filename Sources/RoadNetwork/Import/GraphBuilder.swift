import ShortestPaths

/// Makes the graph of a segment table, with a copy of a junction for every approach from which
/// not all turns are allowed.
///
/// The copies are the states of a machine that reads the segments driven and remembers which turn
/// restrictions have begun. A shortest path in the graph then keeps all restrictions, and neither
/// Dijkstra's search nor a hierarchy needs to know of turns. Source: restrictions as automata,
/// after Kirchler et al., "Efficient computation of shortest paths in time-dependent multi-modal
/// networks", 2015; the expansion itself is folklore.
struct GraphBuilder {
  /// Restrictions that have begun: number of the restriction in the upper half, via segments
  /// driven since in the lower; rises.
  private typealias Progress = [Int64]

  private struct State: Hashable {
    /// The directed segment driven last; its head is where the state is.
    let approach: Int32
    let progress: Progress
  }

  private let table: SegmentTable
  private let restrictions: [ResolvedRestriction]
  /// The restrictions that each directed segment begins.
  private var beginnings: [Int32: Progress] = [:]
  /// Directed segments out of each node: offsets and values.
  private var firstOut: [Int32] = []
  private var out: [Int32] = []
  private var copies: [State: Int32] = [:]
  private var states: [State] = []

  private var firstArc: [Int32] = [0]
  private var heads: [Int32] = []
  private var milliseconds: [Int32] = []
  private var arcSegments: [Int32] = []

  /// - Precondition: every segment of a restriction is in the table and open.
  init(_ table: SegmentTable, _ restrictions: [ResolvedRestriction]) {
    self.table = table
    self.restrictions = restrictions
    for (number, restriction) in restrictions.enumerated() {
      for arc in restriction.from { beginnings[arc, default: []].append(Int64(number) << 32) }
    }
    listArcsOut()
  }

  /// The finished arrays.
  struct Result {
    let graph: DirectedGraph
    /// Per arc: `segment * 2`, plus 1 where it is driven backward.
    let arcSegments: [Int32]
    /// Nodes beyond the junctions themselves.
    let copies: Int
  }

  consuming func build() throws(GraphError) -> Result {
    for node in 0..<table.graphNodeCount {
      let arcs = Int(firstOut[node])..<Int(firstOut[node + 1])
      for place in arcs { addArc(out[place], progress: []) }
      firstArc.append(Int32(heads.count))
    }
    var next = 0
    while next < states.count {
      let state = states[next]
      for arc in arcsOut(of: state) { addArc(arc, progress: state.progress) }
      firstArc.append(Int32(heads.count))
      next += 1
    }
    let graph = try DirectedGraph(
      firstArc: FlatArray(copying: firstArc), head: FlatArray(copying: heads),
      milliseconds: FlatArray(copying: milliseconds))
    return Result(graph: graph, arcSegments: arcSegments, copies: states.count)
  }

  private mutating func listArcsOut() {
    var places = [Int32](repeating: 0, count: table.graphNodeCount + 1)
    forEachOpenArc { arc, tail in places[Int(tail) + 1] += 1 }
    for node in 1..<max(1, places.count) { places[node] += places[node - 1] }
    firstOut = places
    out = [Int32](repeating: 0, count: Int(places.last ?? 0))
    var filled = [Int32](repeating: 0, count: out.count)
    forEachOpenArc { arc, tail in
      filled[Int(places[Int(tail)])] = arc
      places[Int(tail)] += 1
    }
    out = filled
  }

  private func forEachOpenArc(_ body: (_ arc: Int32, _ tail: Int32) -> Void) {
    for segment in 0..<table.count {
      if table.forwardMilliseconds[segment] != SegmentTable.closed {
        body(Int32(segment) * 2, table.fromNode[segment])
      }
      if table.backwardMilliseconds[segment] != SegmentTable.closed {
        body(Int32(segment) * 2 + 1, table.toNode[segment])
      }
    }
  }

  private mutating func addArc(_ arc: Int32, progress: Progress) {
    let segment = Int(arc >> 1)
    let isForward = arc & 1 == 0
    heads.append(stateNode(after: arc, advanced(progress, by: arc)))
    milliseconds.append(
      isForward ? table.forwardMilliseconds[segment] : table.backwardMilliseconds[segment])
    arcSegments.append(arc)
  }

  /// The directed segments that may follow.
  ///
  /// Nobody turns round on the spot to get past a sign, unless there is no other way on.
  private func arcsOut(of state: State) -> [Int32] {
    let node = Int(head(of: state.approach))
    let allowed = out[Int(firstOut[node])..<Int(firstOut[node + 1])]
      .filter { isAllowed($0, after: state.progress) }
    let onward = allowed.filter { $0 != state.approach ^ 1 }
    return onward.isEmpty ? allowed : onward
  }

  private func isAllowed(_ arc: Int32, after progress: Progress) -> Bool {
    progress.allSatisfy { item in
      let restriction = restrictions[Int(item >> 32)]
      guard Int(item & 0xFFFF_FFFF) == restriction.via.count else { return true }
      return restriction.to.contains(arc) == restriction.isOnly
    }
  }

  /// What has begun after `arc` too: restrictions whose via it continues, and its own.
  private func advanced(_ progress: Progress, by arc: Int32) -> Progress {
    if progress.isEmpty { return beginnings[arc] ?? [] }
    let continued = progress.filter { item in
      let via = restrictions[Int(item >> 32)].via
      let driven = Int(item & 0xFFFF_FFFF)
      return driven < via.count && via[driven] == arc
    }
    return (continued.map { $0 + 1 } + (beginnings[arc] ?? [])).sorted()
  }

  private func head(of arc: Int32) -> Int32 {
    arc & 1 == 0 ? table.toNode[Int(arc >> 1)] : table.fromNode[Int(arc >> 1)]
  }

  /// The node where `arc` leads: the junction itself, or its copy if restrictions have begun.
  private mutating func stateNode(after arc: Int32, _ progress: Progress) -> Int32 {
    if progress.isEmpty { return head(of: arc) }
    let state = State(approach: arc, progress: progress)
    if let copy = copies[state] { return copy }
    let copy = Int32(table.graphNodeCount + states.count)
    copies[state] = copy
    states.append(state)
    return copy
  }
}
