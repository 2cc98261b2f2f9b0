import Geometry

/// A displacement on the ground, in metres: east in `x`, north in `y`.
typealias Displacement = SIMD2<Double>

extension Displacement {
  var metres: Double { (x * x + y * y).squareRoot() }

  /// The same direction, one metre long; east where there is none.
  var unit: Displacement {
    let length = metres
    return length > 0 ? self / length : Displacement(1, 0)
  }

  /// A quarter turn to the left.
  var left: Displacement { Displacement(-y, x) }

  /// The direction opposite, which a variable of a SIMD type has no operator for.
  var reversed: Displacement { Displacement(-x, -y) }

  /// Sixteen directions about evenly around, the first eight in one half.
  static let compass: [Displacement] = {
    let quarter = [
      Displacement(1, 0), Displacement(0.92, 0.38), Displacement(0.7, 0.7),
      Displacement(0.38, 0.92),
    ]
    return quarter + quarter.map(\.left) + quarter.map(\.reversed) + quarter.map(\.left.reversed)
  }()

  func dot(_ other: Displacement) -> Double { x * other.x + y * other.y }

  /// Positive where `other` points to the left of this.
  func cross(_ other: Displacement) -> Double { x * other.y - y * other.x }
}

/// A place in whole 1e-7 degrees, as a file of OpenStreetMap holds it.
///
/// Roads are drawn on these whole numbers from the start, so that whether two of them meet is decided
/// exactly and no rounding on the way to the file can make them cross. Lengths count a degree of
/// longitude like one of latitude, which within 11° of the equator is off by at most 2 %.
struct MapPoint: Hashable {
  var x: Int32
  var y: Int32

  static let unitsPerMetre = 1e7 * 180 / (Double.pi * LocalProjection.earthRadiusMetres)

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  init(_ coordinate: Coordinate) {
    x = coordinate.longitudeE7
    y = coordinate.latitudeE7
  }

  func displacement(to other: MapPoint) -> Displacement {
    Displacement(
      Double(Int64(other.x) - Int64(x)), Double(Int64(other.y) - Int64(y)))
      / Self.unitsPerMetre
  }

  func metres(to other: MapPoint) -> Double { displacement(to: other).metres }

  func moved(by displacement: Displacement) -> MapPoint {
    MapPoint(
      x: Int32((Double(x) + displacement.x * Self.unitsPerMetre).rounded()),
      y: Int32((Double(y) + displacement.y * Self.unitsPerMetre).rounded()))
  }
}
