import Geometry

/// A place given as 1e-5 degrees (about 1.1 m) east and north of 105° E, 5° S.
func at(_ east: Int, _ north: Int) throws -> Coordinate {
  try Coordinate(
    latitudeE7: Int32(-50_000_000 + 100 * north), longitudeE7: Int32(1_050_000_000 + 100 * east))
}

/// A ring through corners in the units of ``at(_:_:)``; the first corner is repeated at the end.
func ring(_ corners: [(Int, Int)]) throws -> Ring {
  let places = try corners.map(at)
  return try Ring(places + places.prefix(1))
}

func square(_ west: Int, _ south: Int, size: Int) throws -> Ring {
  try ring([
    (west, south), (west + size, south), (west + size, south + size), (west, south + size),
  ])
}

extension Shape {
  init(_ exterior: Ring, holes: [Ring] = []) throws {
    try self.init(polygons: [Polygon(exterior: exterior, holes: holes)])
  }
}

/// Whether `place` is strictly inside `shape`, by counting crossings one edge at a time in
/// floating point; nil where it is too close to an edge to say. Shares nothing with the library.
func slowlyContains(_ shape: Shape, _ place: Coordinate) -> Bool? {
  var crossings = 0
  for polygon in shape.polygons {
    for ring in [polygon.exterior] + polygon.holes {
      for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        let isNorth = start.latitude > place.latitude
        guard isNorth != (end.latitude > place.latitude) else { continue }
        let share = (place.latitude - start.latitude) / (end.latitude - start.latitude)
        let longitude = start.longitude + share * (end.longitude - start.longitude)
        if abs(longitude - place.longitude) < 1e-9 { return nil }
        if longitude > place.longitude { crossings += 1 }
      }
    }
  }
  return crossings % 2 == 1
}
