/// A ring of one-way road around the place where main roads meet.
struct Roundabout {
  private static let radiusMetres = 22.0

  private let centre: MapPoint
  private let nodes: [Int]

  /// Draws the ring. Traffic keeps to the left and so goes round clockwise.
  init(around centre: MapPoint, as street: RoadDraft.Street, on draft: inout RoadDraft) {
    self.centre = centre
    nodes = clockwise.map { draft.addNode(centre.moved(by: $0 * Self.radiusMetres)) }
    draft.addStreet(street, through: nodes + [nodes[0]])
  }

  /// What is outside the ring of a line that begins or ends at its centre, with the ring's nearest node
  /// in place of the centre.
  func cut(_ line: [MapPoint], on draft: RoadDraft) -> [MapPoint] {
    let outside = line.filter { centre.metres(to: $0) > Self.radiusMetres + 12 }
    guard let first = outside.first, let last = outside.last else { return line }
    let isAtStart = line.first.map { centre.metres(to: $0) < 1 } ?? false
    let near = isAtStart ? first : last
    let gate = nodes.map { draft.nodes[$0] }
      .min { $0.metres(to: near) < $1.metres(to: near) }
    guard let gate else { return line }
    return isAtStart ? [gate] + outside : outside + [gate]
  }

  /// Lets no other street in.
  func close(on draft: inout RoadDraft) {
    for node in nodes { draft.close(node) }
  }
}

/// Twelve directions, clockwise from north.
private let clockwise: [Displacement] = {
  let quarter = [Displacement(0, 1), Displacement(0.5, 0.866), Displacement(0.866, 0.5)]
  let right = quarter.map(\.left.reversed)
  return quarter + right + quarter.map(\.reversed) + right.map(\.reversed)
}()
