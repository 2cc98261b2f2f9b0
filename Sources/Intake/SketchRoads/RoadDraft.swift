/// Streets as they are drawn: a plane graph to which lines are added one at a time.
///
/// Start here for how crossings become junctions. A new line is laid piece by piece (``lay(_:as:)``);
/// a piece ends at the first street it meets, which is cut there, and goes on from the new junction.
/// So streets meet in common nodes by construction, and no two lie on each other.
///
/// Invariant: edges in use that share no node do not touch, but for bridges, motorways and rivers.
struct RoadDraft {
  /// A straight piece of a street between two nodes.
  struct Edge {
    var start: Int
    var end: Int
    var street: Int
    /// The next piece of the same street; -1 at its end.
    var next: Int
    /// Whether it passes over what it crosses.
    var isBridge = false
  }

  /// A chain of edges that is one thing on the map.
  struct Street {
    var kind: RoadKind
    /// The desa that its first node is in, by position; -1 outside all.
    var desa: Int32
    /// Streets of one line share a name; -1 for a street of its own.
    var line: Int = -1
    var isRoundabout = false
    var isOneWay = false
    var isGone = false
    var firstEdge = -1
    var name: String?
  }

  /// How near to a node or street a line may pass without ending there, in metres.
  static let clearanceMetres = 6.0
  /// A street is not cut nearer than this to one of its nodes; the node is taken instead.
  static let snapMetres = 12.0

  private(set) var nodes: [MapPoint] = []
  private(set) var edgesAt: [[Int]] = []
  /// Whether a node belongs to something no street may join.
  private(set) var isClosed: [Bool] = []
  private(set) var edges: [Edge] = []
  var streets: [Street] = []
  private var index: EdgeIndex

  init(_ terrain: SketchTerrain) {
    index = EdgeIndex(terrain)
  }

  func segment(_ edge: Int) -> Segment {
    Segment(start: nodes[edges[edge].start], end: nodes[edges[edge].end])
  }

  func kind(of edge: Int) -> RoadKind { streets[edges[edge].street].kind }

  func otherEnd(of edge: Int, from node: Int) -> Int {
    edges[edge].start == node ? edges[edge].end : edges[edge].start
  }

  /// The edges of a street in order.
  func edges(of street: Int) -> [Int] {
    var found: [Int] = []
    var edge = streets[street].firstEdge
    while edge >= 0 {
      found.append(edge)
      edge = edges[edge].next
    }
    return found
  }

  /// The nodes of a street in order.
  func nodes(of street: Int) -> [Int] {
    let edges = edges(of: street)
    guard let first = edges.first else { return [] }
    return [self.edges[first].start] + edges.map { self.edges[$0].end }
  }

  /// Edges with a box within `metres` of the box of `segment`, each once.
  func edges(near segment: Segment, within metres: Double) -> [Int] {
    index.edges(near: segment, within: metres)
  }

  func edge(between first: Int, and second: Int) -> Int? {
    edgesAt[first].first { otherEnd(of: $0, from: first) == second }
  }

  /// The directions in which streets leave `node`.
  func directions(at node: Int) -> [Displacement] {
    edgesAt[node].map {
      nodes[node].displacement(to: nodes[otherEnd(of: $0, from: node)]).unit
    }
  }

  mutating func addNode(_ place: MapPoint) -> Int {
    nodes.append(place)
    edgesAt.append([])
    isClosed.append(false)
    return nodes.count - 1
  }

  mutating func close(_ node: Int) { isClosed[node] = true }

  mutating func setBridge(_ edge: Int) { edges[edge].isBridge = true }

  /// Adds an edge without a look at what it crosses, at the end of its street.
  mutating func addEdge(from start: Int, to end: Int, of street: Int, after last: Int?) -> Int {
    let edge = edges.count
    edges.append(Edge(start: start, end: end, street: street, next: -1))
    if var tail = last {
      // The last edge drawn may have been cut since.
      while edges[tail].next >= 0 { tail = edges[tail].next }
      edges[tail].next = edge
    } else {
      streets[street].firstEdge = edge
    }
    edgesAt[start].append(edge)
    edgesAt[end].append(edge)
    index.insert(edge, segment(edge))
    return edge
  }

  /// Cuts `edge` at `place`, or takes the end of it that is near; the node there.
  mutating func split(_ edge: Int, at place: MapPoint) -> Int {
    let segment = segment(edge)
    let toStart = place.metres(to: segment.start)
    let toEnd = place.metres(to: segment.end)
    if min(toStart, toEnd) < Self.snapMetres {
      return toStart <= toEnd ? edges[edge].start : edges[edge].end
    }
    let node = addNode(place)
    let end = edges[edge].end
    let rest = edges.count
    edges.append(
      Edge(
        start: node, end: end, street: edges[edge].street, next: edges[edge].next,
        isBridge: edges[edge].isBridge))
    edges[edge].end = node
    edges[edge].next = rest
    edgesAt[end].removeAll { $0 == edge }
    edgesAt[end].append(rest)
    edgesAt[node] = [edge, rest]
    index.insert(rest, self.segment(rest))
    return node
  }

  /// Takes a whole street off the map.
  mutating func remove(_ street: Int) {
    for edge in edges(of: street) {
      edgesAt[edges[edge].start].removeAll { $0 == edge }
      edgesAt[edges[edge].end].removeAll { $0 == edge }
      index.remove(edge, segment(edge))
    }
    streets[street].isGone = true
    streets[street].firstEdge = -1
  }
}
