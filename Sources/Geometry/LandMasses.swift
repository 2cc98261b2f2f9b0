/// The pieces of land that water parts from one another: a mainland and its islands.
///
/// Regions that touch, even in one point, are one mass. A bridge is not land: two masses may
/// well be joined by a road.
public struct LandMasses: Sendable {
  /// How far off the drawn shore a place may lie and still belong to the land there.
  ///
  /// Outlines of villages are simplified to corners some 130 m apart, and houses on stilts stand
  /// outside the shore.
  public static let shoreTolerance = Metres(150)

  private let masses: [OutlineIndex]

  /// Unites the land of `shapes`, such as all desa of a regency.
  ///
  /// - Parameter shapes: Valid shapes, at least one.
  /// - Throws: ``GeometryError/shapeWithoutPolygons`` if there are none.
  /// - Complexity: O(n log n) in the corners of all shapes.
  public init(union shapes: [Shape]) throws(GeometryError) {
    var pieces: [Shape] = []
    for polygons in Self.touching(try Shape.union(shapes).polygons) {
      pieces.append(try Shape(polygons: polygons))
    }
    let areas = pieces.map { $0.area() }
    masses = pieces.indices
      .sorted { (areas[$1], $0) < (areas[$0], $1) }
      .map { OutlineIndex(pieces[$0]) }
  }

  /// How many masses there are.
  public var count: Int { masses.count }

  /// The land of one mass.
  ///
  /// - Precondition: `mass` is in `0..<count`.
  public func outline(of mass: Int) -> Shape {
    precondition(masses.indices.contains(mass), "there is no land mass \(mass) of \(count)")
    return masses[mass].shape
  }

  /// The mass that `place` is on, largest first; nothing at sea and beyond the known land.
  ///
  /// A place just off the shore belongs to the nearest mass within ``shoreTolerance``.
  /// Complexity: O(corners at the latitude of the place) per mass.
  public func mass(of place: Coordinate) -> Int? {
    if let mass = masses.firstIndex(where: { $0.contains(place) }) { return mass }
    let projection = LocalProjection(origin: place)
    var nearest: (mass: Int, metres: Double)?
    for (index, mass) in masses.enumerated() {
      let reach = nearest?.metres ?? Self.shoreTolerance.value
      guard let metres = mass.metres(to: place, on: projection, within: reach) else { continue }
      if let nearest, nearest.metres <= metres { continue }
      nearest = (index, metres)
    }
    return nearest?.mass
  }

  /// The distance between two masses; nothing beyond `limit`.
  ///
  /// Complexity: O(corners of both), each compared with few edges.
  public func distance(from first: Int, to second: Int, within limit: Metres) -> Metres? {
    var nearest: Double?
    for (mass, other) in [(first, second), (second, first)] {
      for corner in masses[mass].shape.polygons.lazy.flatMap(\.exterior.coordinates) {
        let metres = masses[other].metres(
          to: corner, on: LocalProjection(origin: corner), within: nearest ?? limit.value)
        if let metres { nearest = metres }
      }
    }
    return nearest.map { Metres($0) }
  }

  /// Gathers polygons that share a corner, each group in order of its first.
  ///
  /// After a union, polygons that share an edge are one already, and where two meet in a point
  /// both have a corner there.
  private static func touching(_ polygons: [Polygon]) -> [[Polygon]] {
    var groupOf = Array(polygons.indices)
    var firstAt: [Coordinate: Int] = [:]
    for (index, polygon) in polygons.enumerated() {
      for corner in polygon.rings.lazy.flatMap(\.coordinates) {
        guard let other = firstAt[corner] else {
          firstAt[corner] = index
          continue
        }
        let (group, joined) = (groupOf[other], groupOf[index])
        guard group != joined else { continue }
        for member in groupOf.indices where groupOf[member] == joined { groupOf[member] = group }
      }
    }
    var places: [Int: Int] = [:]
    var groups: [[Polygon]] = []
    for (index, polygon) in polygons.enumerated() {
      if let place = places[groupOf[index]] {
        groups[place].append(polygon)
      } else {
        places[groupOf[index]] = groups.count
        groups.append([polygon])
      }
    }
    return groups
  }
}
