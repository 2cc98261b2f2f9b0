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

/// A straight piece between two places.
struct Segment {
  var start: MapPoint
  var end: MapPoint

  var displacement: Displacement { start.displacement(to: end) }
  var metres: Double { displacement.metres }

  func point(at share: Double) -> MapPoint { start.moved(by: displacement * share) }

  /// Where along the segment `place` is nearest, from 0 to 1, and how far off in metres.
  func nearest(to place: MapPoint) -> (share: Double, metres: Double) {
    let along = displacement
    let offset = start.displacement(to: place)
    let squared = along.dot(along)
    let share = squared > 0 ? min(1, max(0, offset.dot(along) / squared)) : 0
    return (share, (offset - along * share).metres)
  }

  /// Where along this segment the line of `other` crosses it; nothing for parallel lines.
  func shareCrossing(_ other: Segment) -> Double? {
    let along = displacement
    let across = other.displacement
    let denominator = along.cross(across)
    guard denominator != 0 else { return nil }
    return start.displacement(to: other.start).cross(across) / denominator
  }

  /// Whether the two share a point, ends included; exact.
  func meets(_ other: Segment) -> Bool {
    guard mayMeet(other) else { return false }
    let first = side(of: other.start).signum() * side(of: other.end).signum()
    let second = other.side(of: start).signum() * other.side(of: end).signum()
    // With all four on one line, overlapping boxes mean that the segments overlap.
    return first <= 0 && second <= 0
  }

  /// Whether both begin in one place and one runs along the other; exact.
  func overlaps(_ other: Segment) -> Bool {
    guard side(of: other.end) == 0 else { return false }
    return displacement.dot(other.displacement) > 0
  }

  private func mayMeet(_ other: Segment) -> Bool {
    max(start.x, end.x) >= min(other.start.x, other.end.x)
      && max(other.start.x, other.end.x) >= min(start.x, end.x)
      && max(start.y, end.y) >= min(other.start.y, other.end.y)
      && max(other.start.y, other.end.y) >= min(start.y, end.y)
  }

  /// Twice the area of the triangle to `place`: positive on the left. A regency is a few degrees
  /// wide, so the products fit.
  private func side(of place: MapPoint) -> Int64 {
    (Int64(end.x) - Int64(start.x)) * (Int64(place.y) - Int64(start.y))
      - (Int64(end.y) - Int64(start.y)) * (Int64(place.x) - Int64(start.x))
  }
}
