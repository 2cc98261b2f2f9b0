/// Straight-line travel times, in whole seconds.
struct Ground: Sendable {
  let secondsPerMetre: Double
  /// Added before the part of a second is cut off; see ``Plane/Rounding``.
  let bias: Double

  /// Returns the time between two points, given east and north of each, in metres.
  @inline(__always)
  func seconds(_ east: Int32, _ north: Int32, _ otherEast: Int32, _ otherNorth: Int32) -> Int {
    // Coordinates are within `Limits.metres`, so neither difference can overflow.
    let eastward = Double(east &- otherEast)
    let northward = Double(north &- otherNorth)
    let metres = (eastward * eastward + northward * northward).squareRoot()
    return Int(metres * secondsPerMetre + bias)
  }

  func seconds(_ one: PlainProblem.Point, _ other: PlainProblem.Point) -> Int {
    seconds(one.eastMetres, one.northMetres, other.eastMetres, other.northMetres)
  }
}
