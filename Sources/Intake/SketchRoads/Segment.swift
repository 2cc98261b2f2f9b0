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
