/// Laying lines so that they meet other streets in junctions.
extension RoadDraft {
  /// What a straight line comes upon first.
  enum Meeting {
    case node(Int)
    case edge(Int, at: MapPoint)
    /// Something no street may join.
    case barrier
  }

  /// Lays `line` as one or more streets like `street`, joined to every street it meets.
  ///
  /// Where it comes upon a street that already runs its way it follows that one.
  mutating func lay(_ line: [MapPoint], as street: Street) {
    guard let first = line.first, var here = anchor(first) else { return }
    var pen = Pen(street: street)
    for target in line.dropFirst() { here = advance(from: here, to: target, &pen) }
  }

  /// A node at `place`: one that is near, one on a street that is near, or a new one; nothing where
  /// no street may be.
  mutating func anchor(_ place: MapPoint) -> Int? {
    switch nearest(to: place, except: nil) {
    case .node(let node): node
    case .edge(let edge, let place): split(edge, at: place)
    case .barrier: nil
    case nil: addNode(place)
    }
  }

  /// The first thing on the way from `node` to `target`, or within a hand of its end.
  func meeting(from node: Int, to target: MapPoint) -> Meeting? {
    meeting(from: nodes[node], node, to: target)
  }

  /// The first thing on the way from `place`, which is `node` where it is on the map already.
  func meeting(from place: MapPoint, _ node: Int?, to target: MapPoint) -> Meeting? {
    let way = Segment(start: place, end: target)
    var first: (share: Double, meeting: Meeting)?
    func note(_ share: Double, _ meeting: Meeting) {
      if share < first?.share ?? .infinity { first = (share, meeting) }
    }
    for edge in edges(near: way, within: Self.clearanceMetres) {
      let isJoinable = kind(of: edge).isJoinable && !edges[edge].isBridge
      let touchesStart = edges[edge].start == node || edges[edge].end == node
      for end in [edges[edge].start, edges[edge].end] where end != node {
        let near = way.nearest(to: nodes[end])
        guard near.metres < Self.clearanceMetres else { continue }
        note(near.share, isJoinable && !isClosed[end] ? .node(end) : .barrier)
      }
      guard !touchesStart else { continue }
      let segment = segment(edge)
      guard way.meets(segment), let share = way.shareCrossing(segment) else { continue }
      note(share, isJoinable ? meeting(on: edge, at: way.point(at: share)) : .barrier)
    }
    return first?.meeting ?? nearest(to: target, except: node)
  }

  /// What is within a hand of `place`; the edges at `node` count only away from it.
  private func nearest(to place: MapPoint, except node: Int?) -> Meeting? {
    var nearest: (metres: Double, meeting: Meeting)?
    for edge in edges(near: Segment(start: place, end: place), within: Self.clearanceMetres) {
      let segment = segment(edge)
      let (share, metres) = segment.nearest(to: place)
      guard metres < Self.clearanceMetres, metres < nearest?.metres ?? .infinity else { continue }
      let isJoinable = kind(of: edge).isJoinable && !edges[edge].isBridge
      let foot = segment.point(at: share)
      if let node, foot.metres(to: nodes[node]) < Self.snapMetres { continue }
      nearest = (metres, isJoinable ? meeting(on: edge, at: foot) : .barrier)
    }
    return nearest?.meeting
  }

  private func meeting(on edge: Int, at place: MapPoint) -> Meeting {
    for end in [edges[edge].start, edges[edge].end]
    where nodes[end].metres(to: place) < Self.snapMetres {
      return isClosed[end] ? .barrier : .node(end)
    }
    return .edge(edge, at: place)
  }

  /// Whether an edge between two nodes would touch nothing but what ends at them.
  func isFree(from start: Int, to end: Int) -> Bool {
    let way = Segment(start: nodes[start], end: nodes[end])
    return edges(near: way, within: 1).allSatisfy { edge in
      let other = segment(edge)
      let sharesStart = edges[edge].start == start || edges[edge].end == start
      let sharesEnd = edges[edge].start == end || edges[edge].end == end
      guard sharesStart || sharesEnd else { return !way.meets(other) }
      guard !(sharesStart && sharesEnd) else { return false }
      let common = sharesStart ? start : end
      let far = nodes[otherEnd(of: edge, from: common)]
      let here = Segment(
        start: nodes[common], end: sharesStart ? nodes[end] : nodes[start])
      return !here.overlaps(Segment(start: nodes[common], end: far))
    }
  }

  /// Goes towards `target` and returns the node it got to.
  private mutating func advance(from node: Int, to target: MapPoint, _ pen: inout Pen) -> Int {
    var here = node
    for _ in 0..<24 {
      // A junction near the target does for it; going on would leave a spur.
      let near = Self.clearanceMetres + (here == node ? 0 : Self.snapMetres)
      guard nodes[here].metres(to: target) >= near else { return here }
      switch meeting(from: here, to: target) {
      case .node(let next):
        guard draw(from: here, to: next, &pen) else { return here }
        here = next
      case .edge(let edge, let place):
        let next = split(edge, at: place)
        guard next != here, draw(from: here, to: next, &pen) else { return here }
        here = next
      case .barrier: return here
      case nil:
        let next = addNode(target)
        return draw(from: here, to: next, &pen) ? next : here
      }
    }
    return here
  }

  /// Draws one edge, or follows the one that is there; false where something is in the way.
  private mutating func draw(from start: Int, to end: Int, _ pen: inout Pen) -> Bool {
    if edge(between: start, and: end) != nil {
      pen.lift()
      return true
    }
    guard isFree(from: start, to: end) else {
      pen.lift()
      return false
    }
    pen.draw(from: start, to: end, on: &self)
    return true
  }
}
