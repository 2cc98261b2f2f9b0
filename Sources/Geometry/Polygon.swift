/// One piece of land: an outer line, less the holes in it.
public struct Polygon: Hashable, Sendable {
  public let exterior: Ring
  public let holes: [Ring]

  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// Whether `place` is on this land or on its edge.
  func contains(_ place: Coordinate) -> Bool {
    guard exterior.side(of: place) != .outside else { return false }
    return holes.allSatisfy { $0.side(of: place) != .inside }
  }

  var rings: [Ring] { [exterior] + holes }
}
