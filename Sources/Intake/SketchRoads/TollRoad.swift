/// A toll motorway through the regency: two carriageways over everything, with a few interchanges.
///
/// Motorcycles must not use it. It keeps to the left, as traffic in Indonesia does.
struct TollRoad {
  /// Where the toll road meets a main road: a place on its middle line and a node of the main road
  /// on either side.
  private struct Interchange {
    let vertex: Int
    let leftNode: Int
    let rightNode: Int
  }

  /// From the middle line to the middle of a carriageway, in metres.
  private static let offsetMetres = 11.0
  /// From the main road to where a ramp leaves the carriageway, in vertices.
  private static let rampVertices = 3
  private static let apartMetres = 2000.0

  private let line: [MapPoint]
  private let name: String

  /// - Parameter line: The middle line.
  init(along line: [MapPoint], name: String) {
    self.line = line
    self.name = name
  }

  /// Builds it between its first and last interchange; nothing where it would have fewer than two.
  func build(on draft: inout RoadDraft) {
    let interchanges = interchanges(on: draft)
    guard let first = interchanges.first, let last = interchanges.last,
      interchanges.count > 1
    else { return }
    let range = (first.vertex + Self.rampVertices)...(last.vertex - Self.rampVertices)
    guard range.count > 2 * Self.rampVertices else { return }
    let left = carriageway(range.map { place($0, side: 1) }, on: &draft)
    let right = carriageway(range.reversed().map { place($0, side: -1) }, on: &draft)
    for interchange in interchanges {
      for side in [-Self.rampVertices, Self.rampVertices] {
        let vertex = interchange.vertex + side
        guard range.contains(vertex) else { continue }
        let onLeft = left[vertex - range.lowerBound]
        let onRight = right[range.upperBound - vertex]
        // Traffic on the left goes forward: it leaves before the main road and joins after it.
        ramp(interchange.leftNode, onLeft, leaves: side < 0, on: &draft)
        ramp(interchange.rightNode, onRight, leaves: side > 0, on: &draft)
      }
    }
  }

  private func carriageway(_ places: [MapPoint], on draft: inout RoadDraft) -> [Int] {
    let nodes = places.map { draft.addNode($0) }
    draft.addStreet(
      RoadDraft.Street(kind: .motorway, desa: -1, isOneWay: true, name: name), through: nodes)
    for node in nodes { draft.close(node) }
    return nodes
  }

  private func ramp(_ road: Int, _ motorway: Int, leaves: Bool, on draft: inout RoadDraft) {
    let nodes = leaves ? [motorway, road] : [road, motorway]
    draft.addStreet(
      RoadDraft.Street(kind: .motorwayLink, desa: -1, isOneWay: true), through: nodes)
  }

  private func place(_ vertex: Int, side: Double) -> MapPoint {
    let before = line[max(0, vertex - 1)]
    let after = line[min(line.count - 1, vertex + 1)]
    let along = before.displacement(to: after).unit
    return line[vertex].moved(by: along.left * (side * Self.offsetMetres))
  }

  private func interchanges(on draft: RoadDraft) -> [Interchange] {
    var found: [Interchange] = []
    var walked = Self.apartMetres
    for (vertex, (start, end)) in zip(line, line.dropFirst()).enumerated() {
      let piece = Segment(start: start, end: end)
      walked += piece.metres
      guard walked >= Self.apartMetres else { continue }
      let crossed = draft.edges(near: piece, within: 0).sorted().first {
        draft.kind(of: $0) <= .tertiary && draft.kind(of: $0).isJoinable
          && piece.meets(draft.segment($0))
      }
      guard let crossed, let interchange = interchange(vertex, piece, crossed, on: draft) else {
        continue
      }
      found.append(interchange)
      walked = 0
    }
    return found
  }

  private func interchange(
    _ vertex: Int, _ piece: Segment, _ edge: Int, on draft: RoadDraft
  ) -> Interchange? {
    let street = draft.nodes(of: draft.edges[edge].street)
    guard let before = street.firstIndex(of: draft.edges[edge].start) else { return nil }
    let along = piece.displacement.unit
    func offset(_ node: Int) -> Double {
      along.cross(piece.start.displacement(to: draft.nodes[node]))
    }
    func isClear(_ node: Int) -> Bool { abs(offset(node)) > 45 && abs(offset(node)) < 250 }
    guard let one = street[...before].last(where: isClear),
      let other = street[(before + 1)...].first(where: isClear),
      offset(one) * offset(other) < 0
    else { return nil }
    return Interchange(
      vertex: vertex, leftNode: offset(one) > 0 ? one : other,
      rightNode: offset(one) > 0 ? other : one)
  }
}
