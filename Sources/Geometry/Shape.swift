/// The land of one region: one polygon, or several where it has islands.
///
/// Invariant: at least one polygon.
public struct Shape: Hashable, Sendable {
  public let polygons: [Polygon]

  /// The smallest box around all polygons.
  public let boundingBox: BoundingBox

  /// - Throws: ``GeometryError/shapeWithoutPolygons`` if `polygons` is empty.
  public init(polygons: [Polygon]) throws(GeometryError) {
    guard let first = polygons.first?.exterior.coordinates.first else {
      throw .shapeWithoutPolygons
    }
    self.polygons = polygons
    boundingBox = BoundingBox(
      first, polygons.lazy.flatMap { $0.rings.lazy.flatMap(\.coordinates) })
  }

  /// Whether `place` is on this land or on its edge, by exact arithmetic.
  ///
  /// For many places and many shapes use ``RegionIndex``.
  public func contains(_ place: Coordinate) -> Bool {
    boundingBox.contains(place) && polygons.contains { $0.contains(place) }
  }

  /// The area of the land, holes taken off, on a plane that touches the globe at its middle.
  ///
  /// Right to about one part in a thousand for a regency. Meaningless where a ring crosses itself.
  public func area() -> SquareMetres {
    let projection = LocalProjection(origin: boundingBox.centre)
    return SquareMetres(
      polygons.reduce(0) { total, polygon in
        let land = abs(polygon.exterior.signedSquareMetres(on: projection))
        return polygon.holes.reduce(total + land) {
          $0 - abs($1.signedSquareMetres(on: projection))
        }
      })
  }

  /// The distance from `place` to this land; zero on it.
  public func distance(to place: Coordinate) -> Metres {
    guard !contains(place) else { return Metres(0) }
    let projection = LocalProjection(origin: place)
    var nearest = Double.infinity
    for ring in polygons.lazy.flatMap(\.rings) {
      var start = projection.point(ring.coordinates[0])
      for coordinate in ring.coordinates.dropFirst() {
        let end = projection.point(coordinate)
        nearest = min(nearest, squaredMetresFromOrigin(toSegmentFrom: start, to: end))
        start = end
      }
    }
    return Metres(nearest.squareRoot())
  }
}

/// The squared distance from a projection's origin to the segment from `start` to `end`.
func squaredMetresFromOrigin(
  toSegmentFrom start: PlanarPoint, to end: PlanarPoint
) -> Double {
  let east = end.eastMetres - start.eastMetres
  let north = end.northMetres - start.northMetres
  let squaredLength = east * east + north * north
  let along = -(start.eastMetres * east + start.northMetres * north)
  let share = squaredLength > 0 ? min(1, max(0, along / squaredLength)) : 0
  let nearestEast = start.eastMetres + share * east
  let nearestNorth = start.northMetres + share * north
  return nearestEast * nearestEast + nearestNorth * nearestNorth
}
