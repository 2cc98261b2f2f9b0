/// Which region a place is in: look-ups over many regions, made once and asked often.
///
/// Start here for "address to village". A `final class` and not `Sendable`, because it owns
/// prepared GEOS geometries, which belong to one thread; make one per thread from the same shapes.
public final class RegionIndex {
  public let shapes: [Shape]
  private let prepared: PreparedShapes

  /// - Parameter shapes: One per region; an index returned below is a position in this array.
  /// - Throws: ``GeometryError/invalidShape(index:reason:place:)`` for the first region whose
  ///   outline crosses itself; see ``Shape/repaired()``.
  public init(_ shapes: [Shape]) throws(GeometryError) {
    self.shapes = shapes
    prepared = try PreparedShapes(shapes)
  }

  /// The region that `place` is in or on the border of; nil outside all regions.
  ///
  /// Where regions share a border, or overlap, the smallest index. Complexity: O(log regions)
  /// boxes, then O(log corners) per box hit.
  public func region(containing place: Coordinate) -> Int? {
    prepared.smallestIndex(containing: place)
  }

  /// The region nearest to `place` and its distance, zero inside it; nil if none is within `limit`.
  ///
  /// Equal distances go to the smallest index. Complexity: O(corners of the regions within reach).
  public func nearest(to place: Coordinate, within limit: Metres) -> (index: Int, distance: Metres)?
  {
    if let index = region(containing: place) { return (index, Metres(0)) }
    let projection = LocalProjection(origin: place)
    var nearest: (index: Int, distance: Metres)?
    for (index, shape) in shapes.enumerated() {
      let reach = nearest?.distance ?? limit
      guard shape.boundingBox.metresFromOrigin(of: projection) <= reach.value else { continue }
      let distance = shape.distance(to: place)
      guard distance <= limit else { continue }
      if let found = nearest, found.distance <= distance { continue }
      nearest = (index, distance)
    }
    return nearest
  }
}
