/// An equirectangular projection around an origin: metres east and north of it.
///
/// Good to about one part in a thousand within 100 km of the origin near the equator, which is
/// finer than any road factor.
public struct LocalProjection: Sendable {
  public static let earthRadiusMetres = 6_371_008.8
  static let metresPerDegreeNorth = earthRadiusMetres * Double.pi / 180

  public let origin: Coordinate
  private let metresPerDegreeEast: Double

  public init(origin: Coordinate) {
    self.origin = origin
    metresPerDegreeEast = Self.metresPerDegreeNorth * cosine(origin.latitude * Double.pi / 180)
  }

  /// The planar place of `coordinate`, in metres from the origin.
  public func point(_ coordinate: Coordinate) -> PlanarPoint {
    PlanarPoint(
      eastMetres: (coordinate.longitude - origin.longitude) * metresPerDegreeEast,
      northMetres: (coordinate.latitude - origin.latitude) * Self.metresPerDegreeNorth)
  }

  /// The coordinate of `point`; the inverse of ``point(_:)``.
  ///
  /// - Throws: ``CoordinateError`` if the point lies off the globe.
  public func coordinate(_ point: PlanarPoint) throws(CoordinateError) -> Coordinate {
    try Coordinate(
      latitude: origin.latitude + point.northMetres / Self.metresPerDegreeNorth,
      longitude: origin.longitude + point.eastMetres / metresPerDegreeEast)
  }
}

/// A place on a local plane, in metres east and north of its projection's origin.
public struct PlanarPoint: Hashable, Sendable {
  public let eastMetres: Double
  public let northMetres: Double

  public init(eastMetres: Double, northMetres: Double) {
    self.eastMetres = eastMetres
    self.northMetres = northMetres
  }

  /// The distance to `other`, in metres.
  public func metres(to other: PlanarPoint) -> Double {
    let east = other.eastMetres - eastMetres
    let north = other.northMetres - northMetres
    return (east * east + north * north).squareRoot()
  }
}
