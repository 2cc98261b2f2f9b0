public import Geometry

/// A piece of road as the background of a map.
public struct MapRoad: Sendable {
  /// How much a road matters, and thereby how it is drawn.
  public enum Rank: Int, CaseIterable, Sendable {
    /// Motorway to secondary.
    case main
    /// Tertiary: between neighbourhoods.
    case collector
    /// Streets and alleys, drawn only where one looks closely.
    case local
  }

  public let rank: Rank
  public let path: [Coordinate]

  public init(rank: Rank, path: [Coordinate]) {
    self.rank = rank
    self.path = path
  }
}
