public import Domain
public import Geometry

/// What the map of a regency can say about places.
public struct MapPlaces {
  /// The desa a place is in; nothing outside all outlines.
  public let locate: (Coordinate) -> RegionCode?
  /// The distance from a place to a region, zero inside it; nothing if the map has no outline of it.
  public let distance: (Coordinate, RegionCode) -> Metres?

  public init(
    locate: @escaping (Coordinate) -> RegionCode?,
    distance: @escaping (Coordinate, RegionCode) -> Metres?
  ) {
    self.locate = locate
    self.distance = distance
  }

  /// A regency without any outlines: nothing can be checked.
  public static var withoutOutlines: MapPlaces {
    MapPlaces(locate: { _ in nil }, distance: { _, _ in nil })
  }
}
