/// A place on the ground in WGS 84, kept in whole 1e-7 degrees so that equal places are equal bytes.
///
/// Invariant: latitude within ±90°, longitude within ±180°.
public struct Coordinate: Hashable, Sendable {
  public let latitudeE7: Int32
  public let longitudeE7: Int32

  public var latitude: Double { Double(latitudeE7) / 1e7 }
  public var longitude: Double { Double(longitudeE7) / 1e7 }

  /// Creates a coordinate from degrees, rounded to 1e-7 degree (about one centimetre).
  ///
  /// - Throws: ``CoordinateError`` if a value is not finite or out of range.
  public init(latitude: Double, longitude: Double) throws(CoordinateError) {
    guard latitude.isFinite, longitude.isFinite else {
      throw .notFinite(latitude: latitude, longitude: longitude)
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      throw .outOfRange(latitude: latitude, longitude: longitude)
    }
    latitudeE7 = Int32((latitude * 1e7).rounded())
    longitudeE7 = Int32((longitude * 1e7).rounded())
  }

  /// Creates a coordinate from whole 1e-7 degrees.
  ///
  /// - Throws: ``CoordinateError`` if a value is out of range.
  public init(latitudeE7: Int32, longitudeE7: Int32) throws(CoordinateError) {
    guard latitudeE7.magnitude <= 900_000_000, longitudeE7.magnitude <= 1_800_000_000 else {
      throw .outOfRange(latitude: Double(latitudeE7) / 1e7, longitude: Double(longitudeE7) / 1e7)
    }
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
  }

  /// The place on the parallel of one coordinate and the meridian of another.
  init(latitudeOf parallel: Coordinate, longitudeOf meridian: Coordinate) {
    latitudeE7 = parallel.latitudeE7
    longitudeE7 = meridian.longitudeE7
  }

  /// The place half-way between two others in latitude and longitude, rounded down.
  init(halfWayFrom start: Coordinate, to end: Coordinate) {
    latitudeE7 = Int32((Int64(start.latitudeE7) + Int64(end.latitudeE7)) >> 1)
    longitudeE7 = Int32((Int64(start.longitudeE7) + Int64(end.longitudeE7)) >> 1)
  }

  /// The straight-line distance to `other` along the mean-radius sphere (haversine).
  public func distance(to other: Coordinate) -> Metres {
    let radians = Double.pi / 180
    let halfLatitude = sine((other.latitude - latitude) * radians / 2)
    let halfLongitude = sine((other.longitude - longitude) * radians / 2)
    let chord =
      halfLatitude * halfLatitude
      + cosine(latitude * radians) * cosine(other.latitude * radians)
      * halfLongitude * halfLongitude
    return Metres(2 * LocalProjection.earthRadiusMetres * arcSine(min(1, chord.squareRoot())))
  }
}

extension Coordinate: CustomStringConvertible {
  /// Degrees with all seven decimals, latitude first: `-5.3815910, 105.2586210`.
  public var description: String {
    "\(Self.degrees(latitudeE7)), \(Self.degrees(longitudeE7))"
  }

  private static func degrees(_ value: Int32) -> String {
    let digits = String(value.magnitude % 10_000_000)
    let zeros = String(repeating: "0", count: 7 - digits.count)
    return "\(value < 0 ? "-" : "")\(value.magnitude / 10_000_000).\(zeros)\(digits)"
  }
}

/// Why two numbers are not a place on the ground.
public enum CoordinateError: Error, Equatable, CustomStringConvertible {
  case notFinite(latitude: Double, longitude: Double)
  case outOfRange(latitude: Double, longitude: Double)

  public var description: String {
    switch self {
    case .notFinite(let latitude, let longitude):
      "latitude \(latitude), longitude \(longitude) is not a finite number; correct the value"
    case .outOfRange(let latitude, let longitude):
      "latitude \(latitude), longitude \(longitude) is not on the globe; are the two swapped?"
    }
  }
}
