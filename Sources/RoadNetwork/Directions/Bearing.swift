import Geometry
import Glibc

/// A direction on the ground.
public struct Bearing: Hashable, Sendable {
  /// Clockwise from north, in `0..<360`.
  public let degrees: Double

  /// Creates a bearing from any number of degrees clockwise from north.
  public init(degrees: Double) {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    self.degrees = rest < 0 ? rest + 360 : rest
  }

  /// The bearing of a step on the ground.
  init(eastMetres: Double, northMetres: Double) {
    self.init(degrees: atan2(eastMetres, northMetres) * 180 / .pi)
  }

  /// The bearing from one place to another near it.
  init(from start: Coordinate, to end: Coordinate) {
    let step = LocalProjection(origin: start).point(end)
    self.init(eastMetres: step.eastMetres, northMetres: step.northMetres)
  }

  /// How many degrees one turns to take the bearing `other`: to the right, or less than 0 to the
  /// left.
  ///
  /// In `-180..<180`.
  func turn(to other: Bearing) -> Double {
    let right = Bearing(degrees: other.degrees - degrees).degrees
    return right < 180 ? right : right - 360
  }
}
