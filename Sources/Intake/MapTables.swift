public import Domain
public import Geometry

/// The facts of one regency, as the tables of its folder in `maps/` hold them.
public struct MapTables: Sendable {
  public let gazetteer: Gazetteer
  public let province: String
  public let zone: TimeZoneOffset
  /// Pairs of kecamatan and pairs of desa that share a border, in the order of the table.
  public let neighbours: [NeighbourPair]
  /// The balance point of each region, where the table has one; it may lie outside.
  private let centroids: [RegionCode: Coordinate]

  /// Reads `regency.csv`, `kecamatan.csv`, `desa.csv` and `neighbours.csv`.
  ///
  /// - Throws: ``MapTableError`` naming the table and the line.
  public init(
    regency: [UInt8], kecamatan: [UInt8], desa: [UInt8], neighbours: [UInt8]
  ) throws(MapTableError) {
    var rows = try MapTable<RegionColumn>("kecamatan.csv", kecamatan).rows(Self.region)
    rows += try MapTable<RegionColumn>("desa.csv", desa).rows(Self.region)
    let regions = rows.map(\.region)
    let facts = try MapTable<RegencyColumn>("regency.csv", regency).rows(RegencyFacts.init)
    guard let facts = facts.first, let inside = regions.first?.pointInside else {
      throw .gazetteer(.noRegency)
    }
    do throws(GazetteerError) {
      gazetteer = try Gazetteer([facts.region(around: inside)] + regions)
    } catch {
      throw .gazetteer(error)
    }
    centroids = Dictionary(rows.map { ($0.region.code, $0.centroid) }) { first, _ in first }
    province = facts.province
    zone = facts.zone
    let known = gazetteer
    self.neighbours = try MapTable<NeighbourColumn>("neighbours.csv", neighbours).rows {
      row throws(Rejection) in
      NeighbourPair(
        first: try row.knownRegion(.codeA, known), second: try row.knownRegion(.codeB, known),
        border: Metres(Double(try row.wholeNumber(.borderMetres, in: 0...999_999_999) ?? 0)))
    }
  }

  /// What a sketch of the desa is drawn from, in the order of the gazetteer.
  public var sketchSeeds: [SketchSeed] {
    let kecamatan = gazetteer.kecamatan.map(\.code)
    let indices = Dictionary(
      uniqueKeysWithValues: gazetteer.desa.enumerated().map { ($1.code, $0) })
    var links: [[Int]] = Array(repeating: [], count: gazetteer.desa.count)
    for pair in neighbours {
      guard let first = indices[pair.first], let second = indices[pair.second] else { continue }
      links[first].append(second)
      links[second].append(first)
    }
    return gazetteer.desa.enumerated().map { index, desa in
      SketchSeed(
        point: desa.pointInside, centroid: centroids[desa.code],
        areaSquareMetres: desa.areaSquareKilometres * 1e6, neighbours: links[index],
        group: desa.code.kecamatan.flatMap(kecamatan.firstIndex) ?? 0)
    }
  }

  private static func region(
    _ row: TableRow<RegionColumn>
  ) throws(Rejection) -> (region: Region, centroid: Coordinate) {
    guard let place = try row.coordinate(.latitude, .longitude) else {
      throw row.rejection(.latitude, .empty)
    }
    let postcodes = row.list(.postcodes)
    let region = Region(
      code: try row.regionCode(.code), name: try row.required(.name), aliases: row.list(.aliases),
      kind: try row.kind(.kind), areaSquareKilometres: try row.area(.areaKm2),
      population: try row.population(.population),
      postcode: postcodes.count == 1 ? postcodes[0] : nil, pointInside: place)
    return (region, try row.coordinate(.centroidLatitude, .centroidLongitude) ?? place)
  }
}

/// The one row of `regency.csv`.
private struct RegencyFacts {
  let code: RegionCode
  let name: String
  let kind: Region.Kind
  let area: Double
  let population: Int
  let province: String
  let zone: TimeZoneOffset

  init(_ row: TableRow<RegencyColumn>) throws(Rejection) {
    code = try row.regionCode(.code)
    name = try row.required(.name)
    kind = try row.kind(.kind)
    area = try row.area(.areaKm2)
    population = try row.population(.population)
    province = try row.required(.province)
    guard let zone = try row.word(.timeZone, in: .zones) else {
      throw row.rejection(.timeZone, .empty)
    }
    self.zone = zone
  }

  /// The regency as a region. The row has no point; one inside any kecamatan is inside it too.
  func region(around inside: Coordinate) -> Region {
    Region(
      code: code, name: name, kind: kind, areaSquareKilometres: area, population: population,
      pointInside: inside)
  }
}

/// Two regions that share a border.
public struct NeighbourPair: Hashable, Sendable {
  public let first: RegionCode
  public let second: RegionCode
  /// The length of the common border; zero where it is only known that there is one.
  public let border: Metres

  public init(first: RegionCode, second: RegionCode, border: Metres) {
    self.first = first
    self.second = second
    self.border = border
  }
}

private enum RegencyColumn: Int, TableColumn {
  case code, name, kind, province, areaKm2, population, timeZone
}

/// Columns that the tables of kecamatan and desa share.
private enum RegionColumn: Int, TableColumn {
  case code, name, aliases, kind, areaKm2, population, postcodes, latitude, longitude
  case centroidLatitude, centroidLongitude

  var isRequired: Bool { self != .centroidLatitude && self != .centroidLongitude }
}

private enum NeighbourColumn: Int, TableColumn {
  case codeA, codeB, borderMetres
}

extension TableRow {
  fileprivate func regionCode(_ column: Column) throws(Rejection) -> RegionCode {
    guard let code = RegionCode(try required(column)) else { throw rejection(column, .regionCode) }
    return code
  }

  fileprivate func knownRegion(
    _ column: Column, _ gazetteer: Gazetteer
  ) throws(Rejection) -> RegionCode {
    let code = try regionCode(column)
    guard gazetteer[code] != nil else { throw rejection(column, .regionCode) }
    return code
  }

  fileprivate func kind(_ column: Column) throws(Rejection) -> Region.Kind {
    guard let kind = try word(column, in: .regionKinds) else { throw rejection(column, .empty) }
    return kind
  }

  fileprivate func area(_ column: Column) throws(Rejection) -> Double {
    let text = try required(column)
    guard text.utf8.count <= 12, text.utf8.allSatisfy({ isASCIIDigit($0) || $0 == 0x2E }),
      let area = Double(text), area > 0
    else { throw rejection(column, .notADecimal) }
    return area
  }

  fileprivate func population(_ column: Column) throws(Rejection) -> Int {
    try wholeNumber(column, in: 0...999_999_999) ?? 0
  }
}
