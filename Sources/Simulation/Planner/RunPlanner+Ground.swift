import Domain
import Geometry
import Planning

extension RunPlanner {
  /// The terrain whose road factor comes nearest to that of a kecamatan.
  static func terrain(of kecamatan: SimulatedKecamatan) -> Terrain {
    var nearest = Terrain.city
    func miss(_ terrain: Terrain) -> Double {
      (Double(terrain.roadPercent) / 100 - kecamatan.roadFactor).magnitude
    }
    for terrain in Terrain.allCases where miss(terrain) < miss(nearest) { nearest = terrain }
    return nearest
  }

  /// The speed at which a courier needs as long in that terrain as the kecamatan's own speed and
  /// road factor ask for, in whole kilometres an hour as the planner wants it.
  static func plannedSpeed(in kecamatan: SimulatedKecamatan) -> Int {
    let terrainFactor = Double(terrain(of: kecamatan).roadPercent) / 100
    let speed = kecamatan.speedKilometresPerHour * terrainFactor / kecamatan.roadFactor
    return speed.isFinite && speed.magnitude < 1e6 ? Int(speed.rounded()) : 0
  }

  /// The place where the couriers of a kecamatan start: its distance by road from the middle of the
  /// residents, on the side of the regency's own point.
  static func base(
    of kecamatan: Int, _ scenario: Scenario, _ gazetteer: Gazetteer
  ) -> Coordinate {
    let facts = scenario.kecamatan[kecamatan]
    let middle = middle(of: kecamatan, scenario, gazetteer)
    let projection = LocalProjection(origin: middle)
    let regency = projection.point(gazetteer.regency.pointInside)
    let away = regency.metres(to: PlanarPoint(eastMetres: 0, northMetres: 0))
    let straight = facts.kilometresFromBase * 1000 / facts.roadFactor
    let point =
      away > 1
      ? PlanarPoint(
        eastMetres: regency.eastMetres * straight / away,
        northMetres: regency.northMetres * straight / away)
      : PlanarPoint(eastMetres: -straight, northMetres: 0)
    return (try? projection.coordinate(point)) ?? middle
  }

  /// The mean of the places on land by residents, or the kecamatan's own point without any.
  private static func middle(
    of kecamatan: Int, _ scenario: Scenario, _ gazetteer: Gazetteer
  ) -> Coordinate {
    let facts = scenario.kecamatan[kecamatan]
    let origin = gazetteer[facts.code]?.pointInside ?? gazetteer.regency.pointInside
    let projection = LocalProjection(origin: origin)
    var (east, north, weights) = (0.0, 0.0, 0.0)
    for place in scenario.places where place.kecamatan == kecamatan && !place.isIsland {
      guard let region = gazetteer[place.code] else { continue }
      let point = projection.point(region.pointInside)
      let weight = Double(max(1, place.obliged))
      east += weight * point.eastMetres
      north += weight * point.northMetres
      weights += weight
    }
    guard weights > 0 else { return origin }
    let point = PlanarPoint(eastMetres: east / weights, northMetres: north / weights)
    return (try? projection.coordinate(point)) ?? origin
  }
}
