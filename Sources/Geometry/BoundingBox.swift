/// The smallest box of latitudes and longitudes around something; edges belong to it.
///
/// Does not wrap at the 180° meridian, which no Indonesian region touches.
public struct BoundingBox: Hashable, Sendable {
  public let southWest: Coordinate
  public let northEast: Coordinate

  /// The box around `first` and `others`.
  init(_ first: Coordinate, _ others: some Sequence<Coordinate>) {
    var south = first
    var north = first
    var west = first
    var east = first
    for place in others {
      if place.latitudeE7 < south.latitudeE7 { south = place }
      if place.latitudeE7 > north.latitudeE7 { north = place }
      if place.longitudeE7 < west.longitudeE7 { west = place }
      if place.longitudeE7 > east.longitudeE7 { east = place }
    }
    southWest = Coordinate(latitudeOf: south, longitudeOf: west)
    northEast = Coordinate(latitudeOf: north, longitudeOf: east)
  }

  public func contains(_ place: Coordinate) -> Bool {
    (southWest.latitudeE7...northEast.latitudeE7).contains(place.latitudeE7)
      && (southWest.longitudeE7...northEast.longitudeE7).contains(place.longitudeE7)
  }

  /// Whether the two boxes share at least a point.
  public func meets(_ other: BoundingBox) -> Bool {
    southWest.latitudeE7 <= other.northEast.latitudeE7
      && other.southWest.latitudeE7 <= northEast.latitudeE7
      && southWest.longitudeE7 <= other.northEast.longitudeE7
      && other.southWest.longitudeE7 <= northEast.longitudeE7
  }

  /// The distance from the origin of `projection` to the box; zero inside it.
  func metresFromOrigin(of projection: LocalProjection) -> Double {
    let low = projection.point(southWest)
    let high = projection.point(northEast)
    let east = max(0, low.eastMetres, -high.eastMetres)
    let north = max(0, low.northMetres, -high.northMetres)
    return (east * east + north * north).squareRoot()
  }

  /// The middle of the box.
  public var centre: Coordinate {
    Coordinate(halfWayFrom: southWest, to: northEast)
  }
}
