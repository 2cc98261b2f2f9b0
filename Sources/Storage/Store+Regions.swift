public import Domain
import GRDB
public import Geometry

/// The outline of one region, with where it was taken from.
public struct StoredBoundary: Hashable, Sendable {
  public let region: RegionCode
  public let shape: Shape
  public let source: String
  /// Whether the outline was made from points, not surveyed.
  public let isSketch: Bool
}

extension Store {
  /// The regions of this regency.
  public func gazetteer() throws -> Gazetteer {
    try file.read { database in
      do {
        return try Gazetteer(
          try database.all("SELECT * FROM region ORDER BY code", [], Region.init(row:)))
      } catch let error as GazetteerError {
        throw StorageError.damaged(path: file.path, detail: "\(error)")
      }
    }
  }

  /// Pairs of regions that share a border, each pair once, in order of code.
  public func neighbours() throws -> [(RegionCode, RegionCode)] {
    try file.read { database in
      try database.all("SELECT * FROM neighbour ORDER BY first, second") { row in
        (try row.read("first"), try row.read("second"))
      }
    }
  }

  /// Replaces the table of regions that share a border.
  public func saveNeighbours(_ pairs: [(RegionCode, RegionCode)], now: Instant) throws {
    try change(.neighbour, now: now) { database in
      try database.execute(sql: "DELETE FROM neighbour")
      for (one, other) in pairs {
        for code in [one, other] { try requireRegion(code, in: database) }
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO neighbour VALUES (?, ?)")
          .execute(arguments: [min(one, other), max(one, other)])
      }
    }
  }

  /// Stores outlines, each in the place of an older one of the same region.
  ///
  /// - Parameter removing: Regions whose outlines go.
  public func saveBoundaries(
    _ boundaries: [(RegionCode, Shape)], source: String, isSketch: Bool,
    removing: [RegionCode] = [], now: Instant
  ) throws {
    try change(.boundary, now: now) { database in
      for region in removing {
        try database.cachedStatement(sql: "DELETE FROM boundary WHERE region = ?")
          .execute(arguments: [region])
      }
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO boundary VALUES (?, ?, ?, ?)")
      for (region, shape) in boundaries {
        try requireRegion(region, in: database)
        try insert.execute(
          arguments: [region, ShapeBlob.encode(shape), source, isSketch])
      }
    }
  }

  /// The outlines of all regions of one level, in order of code.
  public func boundaries(level: RegionCode.Level) throws -> [StoredBoundary] {
    try file.read { database in
      try database.all("SELECT * FROM boundary ORDER BY region", [], StoredBoundary.init(row:))
        .filter { $0.region.level == level }
    }
  }

  func requireRegion(_ code: RegionCode, in database: Database) throws {
    guard try database.hasRow("SELECT 1 FROM region WHERE code = ?", [code]) else {
      throw StoreRefusal.unknownRegion(code)
    }
  }

  static func insert(_ regions: [Region], in database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO region VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for region in regions {
      try insert.execute(arguments: [
        region.code, region.name, region.aliases.joined(separator: "\n"), region.kind,
        region.areaSquareKilometres, region.population, region.postcode,
        region.pointInside.latitudeE7, region.pointInside.longitudeE7,
      ])
    }
  }
}

extension StoredBoundary {
  fileprivate init(row: Row) throws {
    guard let shape = ShapeBlob.decode(try row.read("shape")) else {
      throw UnreadableColumn(name: "boundary.shape")
    }
    self.init(
      region: try row.read("region"), shape: shape, source: try row.read("source"),
      isSketch: try row.read("is_sketch"))
  }
}

extension Region {
  fileprivate init(row: Row) throws {
    let aliases: String = try row.read("aliases")
    self.init(
      code: try row.read("code"), name: try row.read("name"),
      aliases: aliases.split(separator: "\n").map(String.init), kind: try row.read("kind"),
      areaSquareKilometres: try row.read("area_square_kilometres"),
      population: try row.read("population"), postcode: try row.readIfPresent("postcode"),
      pointInside: try row.readCoordinate())
  }
}
