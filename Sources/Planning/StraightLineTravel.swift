public import Domain
public import Geometry
public import Optimiser

/// Travel along straight lines made longer by a road factor for the terrain.
///
/// Places are rounded to whole metres of a plane around the regency, so that the table and the
/// single time are the same arithmetic.
public struct StraightLineTravel: TravelModel {
  /// Daytime speed of a motorcycle in a city; source: rider logs 2014-2016 in the domain notes.
  private static let referenceKilometresPerHour = 20

  private let projection: LocalProjection
  private let terrainByKecamatan: [RegionCode: Terrain]
  private let otherwise: Terrain

  /// - Parameters:
  ///   - origin: A place in or near the regency.
  ///   - terrain: The terrain between kecamatan, and of each kecamatan not named in `kecamatan`.
  public init(
    around origin: Coordinate, terrain: Terrain = .city, kecamatan: [RegionCode: Terrain] = [:]
  ) {
    projection = LocalProjection(origin: origin)
    terrainByKecamatan = kecamatan
    otherwise = terrain
  }

  /// Travel in the regency of `gazetteer`, with terrain judged by population density.
  public init(_ gazetteer: Gazetteer) {
    var terrain: [RegionCode: Terrain] = [:]
    for region in gazetteer.kecamatan { terrain[region.code] = Terrain(of: region) }
    self.init(
      around: gazetteer.regency.pointInside, terrain: Terrain(of: gazetteer.regency),
      kecamatan: terrain)
  }

  public var followsRoads: Bool { false }

  public func referenceKilometresPerHour(by profile: TravelProfile) -> Double {
    Double(Self.referenceKilometresPerHour)
  }

  public func travelTimes(
    among places: [Coordinate], by profile: TravelProfile, in kecamatan: RegionCode?, threads: Int
  ) throws(ProblemError) -> TravelTimes {
    let points = places.map(wholeMetres)
    return try TravelTimes(
      eastMetres: points.map(\.east), northMetres: points.map(\.north),
      millisecondsPerMetre: Int32(millisecondsPerMetre(in: kecamatan)))
  }

  public func travelTime(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Duration? {
    let secondsPerMetre = Double(millisecondsPerMetre(in: kecamatan)) / 1000
    return .seconds(Int64(metres(from: origin, to: destination) * secondsPerMetre + 0.5))
  }

  public func distance(
    from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
    in kecamatan: RegionCode?
  ) -> Metres? {
    let percent = Double(terrain(of: kecamatan).roadPercent)
    return Metres(metres(from: origin, to: destination) * percent / 100)
  }

  public func remoteness(of place: Coordinate, by profile: TravelProfile) -> Metres? { nil }

  private func terrain(of kecamatan: RegionCode?) -> Terrain {
    kecamatan.flatMap { terrainByKecamatan[$0] } ?? otherwise
  }

  /// The time for one metre of straight line, detours included.
  private func millisecondsPerMetre(in kecamatan: RegionCode?) -> Int {
    3600 * terrain(of: kecamatan).roadPercent / (100 * Self.referenceKilometresPerHour)
  }

  private func metres(from origin: Coordinate, to destination: Coordinate) -> Double {
    let start = wholeMetres(origin)
    let end = wholeMetres(destination)
    let east = Double(start.east) - Double(end.east)
    let north = Double(start.north) - Double(end.north)
    return (east * east + north * north).squareRoot()
  }

  private func wholeMetres(_ place: Coordinate) -> (east: Int32, north: Int32) {
    let point = projection.point(place)
    return (Int32(point.eastMetres.rounded()), Int32(point.northMetres.rounded()))
  }
}
