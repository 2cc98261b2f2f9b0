import Domain
import Geometry
import Testing

@testable import Simulation

/// A map for the places of a ``DeliveryScene``: a square of square places for each kecamatan.
enum PlannedScene {
  /// - Parameter hasOutlines: Whether places are squares, or discs around their middles.
  static func planner(
    of scenario: Scenario, hasOutlines: Bool = true, stepsPerStop: Int = 5
  ) throws -> PlannedRuns {
    let origin = try Coordinate(latitude: -5.4, longitude: 105.25)
    let projection = LocalProjection(origin: origin)
    var regions = [
      Region(
        code: scenario.region, name: "Kota Contoh", kind: .kota, areaSquareKilometres: 1,
        population: 1, pointInside: origin)
    ]
    for kecamatan in scenario.kecamatan {
      regions.append(
        Region(
          code: kecamatan.code, name: kecamatan.name, kind: .kecamatan, areaSquareKilometres: 1,
          population: 1, pointInside: origin))
    }
    var outlines: [RegionCode: Shape] = [:]
    for (index, place) in scenario.places.enumerated() {
      let side = (place.areaSquareKilometres * 1e6).squareRoot()
      let before = scenario.places[..<index].count { $0.kecamatan == place.kecamatan }
      let east = 20_000 + Double(before % 2) * side
      let north = Double(place.kecamatan) * 8000 + Double(before / 2) * side
      func corner(_ shareEast: Double, _ shareNorth: Double) throws -> Coordinate {
        try projection.coordinate(
          PlanarPoint(
            eastMetres: east + shareEast * side, northMetres: north + shareNorth * side))
      }
      regions.append(
        Region(
          code: place.code, name: place.name, kind: .desa,
          areaSquareKilometres: place.areaSquareKilometres, population: 1,
          pointInside: try corner(0.5, 0.5)))
      let ring = try Ring([
        corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0),
      ])
      if hasOutlines { outlines[place.code] = try Shape(polygons: [Polygon(exterior: ring)]) }
    }
    return PlannedRuns(
      gazetteer: try Gazetteer(regions), outlines: outlines, stepsPerStop: stepsPerStop)
  }
}
