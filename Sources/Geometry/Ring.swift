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
    var isInside = false
    for index in coordinates.indices.dropLast() {
      switch place.ray(meetsEdgeFrom: coordinates[index], to: coordinates[index + 1]) {
      case .onEdge: return .border
      case .crossing: isInside.toggle()
      case .miss: continue
      }
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

/// What a ray from a place due west does at one edge of an outline.
enum RayMeeting { case miss, crossing, onEdge }

extension Coordinate {
  /// How the ray from here meets the edge between two corners, decided in whole numbers and so
  /// without rounding; an odd number of crossings means inside.
  func ray(meetsEdgeFrom start: Coordinate, to end: Coordinate) -> RayMeeting {
    let startEast = Int64(start.longitudeE7) - Int64(longitudeE7)
    let startNorth = Int64(start.latitudeE7) - Int64(latitudeE7)
    let endEast = Int64(end.longitudeE7) - Int64(longitudeE7)
    let endNorth = Int64(end.latitudeE7) - Int64(latitudeE7)
    if startEast == 0, startNorth == 0 { return .onEdge }
    if startNorth == 0, endNorth == 0 {
      return (startEast > 0) != (endEast > 0) || endEast == 0 ? .onEdge : .miss
    }
    guard (startNorth > 0) != (endNorth > 0) else { return .miss }
    // Each product is at most 1.8e9 × 3.6e9 and fits; their difference might not.
    let left = startEast * endNorth
    let right = endEast * startNorth
    if left == right { return .onEdge }
    return (left > right) == (endNorth > startNorth) ? .crossing : .miss
  }
}
