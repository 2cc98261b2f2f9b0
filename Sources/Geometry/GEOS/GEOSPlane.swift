/// The plane on which a GEOS operation works.
enum GEOSPlane {
  /// Longitude and latitude in whole 1e-7 degrees: every coordinate is a whole number, so that
  /// GEOS decides sides and borders without rounding.
  case wholeDegreesE7
  /// Metres east and north of an origin, for operations that take a distance.
  case metres(LocalProjection)

  func point(_ coordinate: Coordinate) -> (x: Double, y: Double) {
    switch self {
    case .wholeDegreesE7:
      return (Double(coordinate.longitudeE7), Double(coordinate.latitudeE7))
    case .metres(let projection):
      let point = projection.point(coordinate)
      return (point.eastMetres, point.northMetres)
    }
  }

  func coordinate(x: Double, y: Double) throws(CoordinateError) -> Coordinate {
    switch self {
    case .wholeDegreesE7:
      try Coordinate(latitude: y / 1e7, longitude: x / 1e7)
    case .metres(let projection):
      try projection.coordinate(PlanarPoint(eastMetres: x, northMetres: y))
    }
  }
}
