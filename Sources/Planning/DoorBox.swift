import Geometry

/// The corners and the middle of the smallest box of latitudes and longitudes around doors.
struct DoorBox {
  let southWest: Coordinate
  let southEast: Coordinate
  let northWest: Coordinate
  let centre: Coordinate

  /// Nothing without a door.
  init?(around places: [Coordinate]) {
    let latitudes = places.map(\.latitudeE7)
    let longitudes = places.map(\.longitudeE7)
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max(),
      let southWest = try? Coordinate(latitudeE7: south, longitudeE7: west),
      let southEast = try? Coordinate(latitudeE7: south, longitudeE7: east),
      let northWest = try? Coordinate(latitudeE7: north, longitudeE7: west),
      let centre = try? Coordinate(
        latitudeE7: south + (north - south) / 2,
        longitudeE7: west + Int32((Int64(east) - Int64(west)) / 2))
    else { return nil }
    self.southWest = southWest
    self.southEast = southEast
    self.northWest = northWest
    self.centre = centre
  }
}
