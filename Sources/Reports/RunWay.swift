public import Geometry
public import RoadNetwork

/// The way of one run over roads and water: a leg to each stop in order, and one back to the base.
public struct RunWay: Sendable {
  public struct Leg: Sendable {
    /// From place to place along the road, both doors included.
    public let path: [Coordinate]
    public let distance: Metres
    /// The streets used, in order; unnamed ones are passed over.
    public let streets: [String]
    /// What to do turn by turn; several ways where a boat lies between.
    public let instructions: [RoadInstruction]

    public init(
      path: [Coordinate], distance: Metres, streets: [String],
      instructions: [RoadInstruction] = []
    ) {
      self.path = path
      self.distance = distance
      self.streets = streets
      self.instructions = instructions
    }
  }

  public let legs: [Leg]

  public init(legs: [Leg]) {
    self.legs = legs
  }

  /// The leg that leads to the stop of that number, from 1.
  func leg(toStop number: Int) -> Leg? {
    legs.indices.contains(number - 1) ? legs[number - 1] : nil
  }

  /// Every place along the way, in order.
  var path: [Coordinate] {
    legs.reduce(into: []) { path, leg in
      path += path.last == leg.path.first ? leg.path.dropFirst() : leg.path[...]
    }
  }
}
