import Domain
import Geometry
import Intake
import OpenStreetMap
import Testing

/// An invented regency for invented streets: six square desa in two rows, from town in the west to
/// fields in the east, an island with a village and an island with nobody.
struct SketchRegency {
  private static let desa: [Desa] = [
    Desa("18.71.01.1001", "Kota Lama", column: 0, row: 1, population: 20_000),
    Desa("18.71.01.1002", "Pasar Baru", column: 0, row: 0, population: 12_000),
    Desa("18.71.02.1001", "Tengah", column: 1, row: 1, population: 5_000),
    Desa("18.71.02.1002", "Sawah", column: 1, row: 0, population: 1_500),
    Desa("18.71.03.2001", "Ladang", column: 2, row: 1, population: 900),
    Desa("18.71.03.2002", "Hutan", column: 2, row: 0, population: 600),
    Desa("18.71.03.2003", "Pulau Ramai", column: 4, row: 0, population: 900),
    Desa("18.71.03.2004", "Pulau Sepi", column: 6, row: 0, population: 0),
  ]
  private static let borders = [(0, 1), (2, 3), (4, 5), (0, 2), (1, 3), (2, 4), (3, 5)]

  private struct Desa {
    let code: String
    let name: String
    let column: Double
    let row: Double
    let population: Int

    init(_ code: String, _ name: String, column: Double, row: Double, population: Int) {
      self.code = code
      self.name = name
      self.column = column
      self.row = row
      self.population = population
    }
  }

  let gazetteer: Gazetteer
  let shapes: [RegionCode: Shape]
  let neighbours: [NeighbourPair]
  let names: NameTables
  /// The width of a desa, in degrees.
  private let side: Double

  /// - Parameter population: That of the whole regency, whatever its desa add up to.
  init(side: Double = 0.012, population: Int = 41_000) throws {
    self.side = side
    func region(_ code: String, _ name: String, _ kind: Region.Kind, _ people: Int, at desa: Desa)
      throws -> Region
    {
      Region(
        code: try #require(RegionCode(code)), name: name, kind: kind,
        areaSquareKilometres: (side * 111) * (side * 111),
        population: people,
        pointInside: try Self.place(desa.column + 0.5, desa.row + 0.5, side: side))
    }
    var regions = [
      try region("18.71", "Cobaan", .kota, population, at: Self.desa[0]),
      try region("18.71.01", "Barat", .kecamatan, 32_000, at: Self.desa[0]),
      try region("18.71.02", "Tengah", .kecamatan, 6_500, at: Self.desa[2]),
      try region("18.71.03", "Timur", .kecamatan, 2_400, at: Self.desa[4]),
    ]
    var shapes: [RegionCode: Shape] = [:]
    for desa in Self.desa {
      let region = try region(desa.code, desa.name, .desa, desa.population, at: desa)
      regions.append(region)
      shapes[region.code] = try Self.square(desa, side: side)
    }
    gazetteer = try Gazetteer(regions)
    self.shapes = shapes
    neighbours = try Self.borders.map { first, second in
      NeighbourPair(
        first: try #require(RegionCode(Self.desa[first].code)),
        second: try #require(RegionCode(Self.desa[second].code)), border: Metres(1000))
    }
    names = try RealMap.names()
  }

  /// The place that many desa east and north of the south-west corner.
  func place(_ column: Double, _ row: Double) throws -> Coordinate {
    try Self.place(column, row, side: side)
  }

  /// The roads of ``init(side:population:)`` as it is by default, drawn once for each seed.
  static func roads(seed: UInt64) throws -> SketchRoads {
    try drawn[Int(seed) - 1].get()
  }

  static let seeds: ClosedRange<UInt64> = 1...4

  private static let drawn = seeds.map { seed in
    Result { try SketchRegency().roads(seed: seed) }
  }

  func roads(seed: UInt64, piers: [SketchRoads.Pier] = []) throws -> SketchRoads {
    try SketchRoads(
      gazetteer: gazetteer, shapes: shapes, neighbours: neighbours, names: names, piers: piers,
      seed: seed)
  }

  private static func place(
    _ column: Double, _ row: Double, side: Double
  ) throws -> Coordinate {
    try Coordinate(latitude: -5.42 + row * side, longitude: 105.2 + column * side)
  }

  private static func square(_ desa: Desa, side: Double) throws -> Shape {
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)]
    return try Shape(polygons: [
      Polygon(
        exterior: Ring(
          try corners.map { try place(desa.column + $0.0, desa.row + $0.1, side: side) }))
    ])
  }

  /// The desa a place is in, by exact arithmetic.
  func desa(of place: Coordinate) -> RegionCode? {
    gazetteer.desa.map(\.code).first { shapes[$0]?.contains(place) ?? false }
  }
}

extension SketchRoads {
  func place(_ node: Int64) throws -> Coordinate {
    let node = nodes[Int(node) - 1]
    return try Coordinate(latitudeE7: node.latitudeE7, longitudeE7: node.longitudeE7)
  }

  func bytes(isCompressed: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(isCompressed: isCompressed) { bytes += $0 }
    return bytes
  }
}
