/// A closed line around an area, as it stands in a map file.
///
/// Edges are straight in latitude and longitude. Either direction is accepted. Whether the line
/// crosses itself is not known here; ``CoverageReport`` tells.
///
/// Invariant: at least four coordinates, the last equal to the first.
public struct Ring: Hashable, Sendable {
  public let coordinates: [Coordinate]

  /// Creates a ring from its corners in order.
  ///
  /// - Throws: ``GeometryError/ringTooShort(coordinates:)`` or
  ///   ``GeometryError/ringNotClosed(first:last:)``.
  public init(_ coordinates: [Coordinate]) throws(GeometryError) {
    guard coordinates.count >= 4, let first = coordinates.first, let last = coordinates.last else {
      throw .ringTooShort(coordinates: coordinates.count)
    }
    guard first == last else { throw .ringNotClosed(first: first, last: last) }
    self.coordinates = coordinates
  }

  /// Which side of the ring `place` is on, decided in whole numbers and so without rounding.
  ///
  /// For a ring that crosses itself, the even-odd rule. Complexity: O(`coordinates.count`).
  func side(of place: Coordinate) -> Side {
    let east = Int64(place.longitudeE7)
    let north = Int64(place.latitudeE7)
    var isInside = false
    for index in coordinates.indices.dropLast() {
      let startEast = Int64(coordinates[index].longitudeE7) - east
      let startNorth = Int64(coordinates[index].latitudeE7) - north
      let endEast = Int64(coordinates[index + 1].longitudeE7) - east
      let endNorth = Int64(coordinates[index + 1].latitudeE7) - north
      if startEast == 0, startNorth == 0 { return .border }
      guard (startNorth > 0) != (endNorth > 0) || (startNorth == 0 && endNorth == 0) else {
        continue
      }
      if startNorth == 0, endNorth == 0 {
        if (startEast > 0) != (endEast > 0) || endEast == 0 { return .border }
        continue
      }
      // Each product is at most 1.8e9 × 3.6e9 and fits; their difference might not.
      let left = startEast * endNorth
      let right = endEast * startNorth
      if left == right { return .border }
      if (left > right) == (endNorth > startNorth) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }

  /// A place's relation to a ring.
  enum Side { case inside, border, outside }

  /// The enclosed area on the plane of `projection`: positive when counter-clockwise.
  func signedSquareMetres(on projection: LocalProjection) -> Double {
    let points = coordinates.map(projection.point)
    var doubled = 0.0
    for index in points.indices.dropLast() {
      let start = points[index]
      let end = points[index + 1]
      doubled += start.eastMetres * end.northMetres - end.eastMetres * start.northMetres
    }
    return doubled / 2
  }
}
