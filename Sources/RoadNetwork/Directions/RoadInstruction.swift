public import Geometry

/// One thing to do on the way, and what follows until the next.
public struct RoadInstruction: Hashable, Sendable {
  public let manoeuvre: Manoeuvre
  /// The street that the manoeuvre leads to, the ferry, or the street of the door; empty where the
  /// map has neither name nor number.
  public let street: String
  /// Where it is done.
  public let coordinate: Coordinate
  /// Where one drives from there.
  public let bearing: Bearing
  /// From here to the next instruction. The walk from the first door to the road is part of
  /// departing; for the arrival it is the walk to the last door.
  public let metres: Metres
  /// The time for ``metres``.
  public let milliseconds: Int32

  public init(
    manoeuvre: Manoeuvre, street: String, coordinate: Coordinate, bearing: Bearing, metres: Metres,
    milliseconds: Int32
  ) {
    self.manoeuvre = manoeuvre
    self.street = street
    self.coordinate = coordinate
    self.bearing = bearing
    self.metres = metres
    self.milliseconds = milliseconds
  }
}

/// What is done at one point of a way.
public enum Manoeuvre: Hashable, Sendable {
  /// Leave the door and drive off.
  case depart
  /// Stay on the road, which has another name from here, or where another road might be taken.
  case straightOn
  case slightLeft, left, sharpLeft
  case slightRight, right, sharpRight
  case uTurn
  /// Enter a roundabout and leave it by an exit, the first after the entry being 1; nil if the way
  /// ends on it.
  case roundabout(exit: Int?)
  case boardFerry, leaveFerry
  /// The door is on this side of the road; nil if it is at the road itself.
  case arrive(Side?)

  public enum Side: Hashable, Sendable {
    case left, right
  }
}
