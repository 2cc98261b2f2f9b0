/// A shape whose edges are sorted by latitude, so that a question looks at a few of them only.
///
/// Plain values, unlike ``RegionIndex``: any thread may ask.
struct OutlineIndex: Sendable {
  let shape: Shape
  private let edges: [Edge]
  /// Edges in each band of latitude, from the south; an edge is in all bands it touches.
  private let bands: [[Int32]]
  private let bandHeightE7: Int64

  private struct Edge {
    let start: Coordinate
    let end: Coordinate
  }

  init(_ shape: Shape) {
    self.shape = shape
    edges = shape.polygons.lazy.flatMap(\.rings).flatMap { ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).map { Edge(start: $0, end: $1) }
    }
    let box = shape.boundingBox
    let height = Int64(box.northEast.latitudeE7) - Int64(box.southWest.latitudeE7)
    let count = Int64(max(1, min(2_000, edges.count / 4)))
    bandHeightE7 = height / count + 1
    var bands = [[Int32]](repeating: [], count: Int(count))
    for (index, edge) in edges.enumerated() {
      let first = Self.band(of: edge.start.latitudeE7, in: box, bandHeightE7, count)
      let second = Self.band(of: edge.end.latitudeE7, in: box, bandHeightE7, count)
      for band in min(first, second)...max(first, second) { bands[band].append(Int32(index)) }
    }
    self.bands = bands
  }

  /// Whether `place` is on this land or on its edge, by exact arithmetic.
  func contains(_ place: Coordinate) -> Bool {
    guard shape.boundingBox.contains(place) else { return false }
    var isInside = false
    for index in bands[band(of: place.latitudeE7)] {
      let edge = edges[Int(index)]
      switch place.ray(meetsEdgeFrom: edge.start, to: edge.end) {
      case .onEdge: return true
      case .crossing: isInside.toggle()
      case .miss: continue
      }
    }
    return isInside
  }

  /// The distance from `place`, outside this land, to its edge; nothing beyond `reach`.
  func metres(
    to place: Coordinate, on projection: LocalProjection, within reach: Double
  ) -> Double? {
    guard shape.boundingBox.metresFromOrigin(of: projection) <= reach else { return nil }
    let reachE7 = Int32(reach / LocalProjection.metresPerDegreeNorth * 1e7) + 1
    let lowest = band(of: place.latitudeE7 - reachE7)
    let highest = band(of: place.latitudeE7 + reachE7)
    var nearest = reach * reach
    var isFound = false
    for index in bands[lowest...highest].lazy.joined() {
      let edge = edges[Int(index)]
      let squared = squaredMetresFromOrigin(
        toSegmentFrom: projection.point(edge.start), to: projection.point(edge.end))
      if squared <= nearest {
        nearest = squared
        isFound = true
      }
    }
    return isFound ? nearest.squareRoot() : nil
  }

  private func band(of latitudeE7: Int32) -> Int {
    Self.band(of: latitudeE7, in: shape.boundingBox, bandHeightE7, Int64(bands.count))
  }

  /// The band of a latitude; those beyond the box are in the outermost band.
  private static func band(
    of latitudeE7: Int32, in box: BoundingBox, _ heightE7: Int64, _ count: Int64
  ) -> Int {
    let above = Int64(latitudeE7) - Int64(box.southWest.latitudeE7)
    return Int(min(count - 1, max(0, above / heightE7)))
  }
}
