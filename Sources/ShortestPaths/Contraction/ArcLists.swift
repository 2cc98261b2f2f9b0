/// An arc of the graph that is being contracted, as one of its two nodes lists it.
struct ListedArc: BitwiseCopyable {
  /// The other node.
  var node: Int32
  var milliseconds: UInt32
  /// How many arcs of the original graph it stands for.
  var hops: Int32
  /// The contracted node in its middle, or `~arc` for an arc of the original graph.
  var origin: Int32
}

/// For each node a short list of arcs that grows and shrinks, at most one per other node.
///
/// Shape: the lists lie in one piece of memory; a list that outgrows its place moves to the end.
struct ArcLists: ~Copyable {
  private var arcs = Cells<ListedArc>()
  private let start: Cells<Int32>
  private let counts: Cells<Int32>
  private let capacities: Cells<Int32>

  /// Creates empty lists with room for `capacity` arcs each.
  init(capacities wanted: borrowing Cells<Int32>) {
    start = Cells(repeating: 0, count: wanted.count)
    counts = Cells(repeating: 0, count: wanted.count)
    capacities = Cells(repeating: 0, count: wanted.count)
    for node in 0..<wanted.count {
      start[node] = Int32(arcs.count)
      capacities[node] = wanted[node]
      arcs.append(repeating: Self.nothing, count: Int(wanted[node]))
    }
  }

  private static let nothing = ListedArc(node: -1, milliseconds: 0, hops: 0, origin: -1)

  @inline(__always)
  func count(of node: Int) -> Int { Int(counts[node]) }

  /// The places of a node's arcs, good until the lists change.
  @inline(__always)
  func places(of node: Int) -> Range<Int> {
    let first = Int(start[node])
    return first..<first &+ Int(counts[node])
  }

  @inline(__always)
  subscript(place: Int) -> ListedArc { arcs[place] }

  /// Lists `arc`, in place of a slower one to the same node; keeps what is there if it is as
  /// quick.
  mutating func improve(_ node: Int, with arc: ListedArc) {
    for place in places(of: node) where arcs[place].node == arc.node {
      if arc.milliseconds < arcs[place].milliseconds { arcs[place] = arc }
      return
    }
    if counts[node] == capacities[node] { move(node) }
    arcs[Int(start[node] + counts[node])] = arc
    counts[node] += 1
  }

  /// Takes the arc to `other` out, if there is one; the last arc takes its place.
  mutating func remove(_ other: Int32, from node: Int) {
    for place in places(of: node) where arcs[place].node == other {
      counts[node] -= 1
      arcs[place] = arcs[Int(start[node] + counts[node])]
      return
    }
  }

  private mutating func move(_ node: Int) {
    let places = places(of: node)
    capacities[node] = max(4, 2 * capacities[node])
    start[node] = Int32(arcs.count)
    arcs.append(repeating: Self.nothing, count: Int(capacities[node]))
    for (offset, place) in places.enumerated() { arcs[Int(start[node]) + offset] = arcs[place] }
  }
}
