/// Straight-line travel times, in whole seconds.
struct Ground: Sendable {
  let secondsPerMetre: Double
  /// Added before the part of a second is cut off; see ``Plane/Rounding``.
  let bias: Double
  private let metresPerSecond: Double

  init(secondsPerMetre: Double, bias: Double) {
    self.secondsPerMetre = secondsPerMetre
    self.bias = bias
    metresPerSecond = 1 / secondsPerMetre
  }

  /// Returns the time between two points, given east and north of each, in metres.
  @inline(__always)
  func seconds(_ east: Int32, _ north: Int32, _ otherEast: Int32, _ otherNorth: Int32) -> Int {
    // Coordinates are within `Limits.metres`, so neither difference can overflow.
    let eastward = Double(east &- otherEast)
    let northward = Double(north &- otherNorth)
    let metres = (eastward * eastward + northward * northward).squareRoot()
    return Int(metres * secondsPerMetre + bias)
  }

  /// Whether two points may be less than `limit` seconds apart; false only where they are not.
  ///
  /// Much quicker than ``seconds(_:_:_:_:)``, since it takes no square root.
  @inline(__always)
  func mayBeLess(
    than limit: Int, _ east: Int32, _ north: Int32, _ otherEast: Int32, _ otherNorth: Int32
  ) -> Bool {
    let eastward = Double(east &- otherEast)
    let northward = Double(north &- otherNorth)
    let metres = (Double(limit) - bias) * metresPerSecond
    // What rounding may do to either side is far smaller.
    return eastward * eastward + northward * northward < metres * metres * (1 + 1e-12)
  }

  func seconds(_ one: PlainProblem.Point, _ other: PlainProblem.Point) -> Int {
    seconds(one.eastMetres, one.northMetres, other.eastMetres, other.northMetres)
  }
}
