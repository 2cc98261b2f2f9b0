import Glibc

/// A place on the globe, in degrees.
public struct VroomCoordinates: Hashable, Sendable {
  /// The mean radius of the earth (IUGG).
  private static let earthRadiusMetres = 6_371_008.8

  public let longitude: Double
  public let latitude: Double

  /// The great-circle distance.
  ///
  /// Source: the haversine formula, which keeps its precision over short ways.
  func metres(to other: VroomCoordinates) -> Double {
    let north = Self.radians(other.latitude - latitude)
    let east = Self.radians(other.longitude - longitude)
    let (sineNorth, sineEast) = (sin(north / 2), sin(east / 2))
    let parallels = cos(Self.radians(latitude)) * cos(Self.radians(other.latitude))
    let haversine = sineNorth * sineNorth + parallels * sineEast * sineEast
    return 2 * Self.earthRadiusMetres * asin(min(1, haversine.squareRoot()))
  }

  /// The way east and north from `origin`, on a plane that touches the globe there.
  func metres(from origin: VroomCoordinates) -> (east: Double, north: Double) {
    let metresPerDegree = Self.radians(1) * Self.earthRadiusMetres
    return (
      (longitude - origin.longitude) * metresPerDegree * cos(Self.radians(origin.latitude)),
      (latitude - origin.latitude) * metresPerDegree
    )
  }

  var json: JSONValue { .array([.decimal(longitude), .decimal(latitude)]) }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
