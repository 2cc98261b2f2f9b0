public import Domain
import GRDB
import Geometry

extension Store {
  /// Stores couriers, each in the place of what was known under the same badge number.
  ///
  /// Couriers that are not listed stay: old runs name them.
  public func saveCouriers(_ couriers: [Courier], now: Instant) throws {
    try change(.courier, now: now) { database in
      let save = try database.makeStatement(
        sql: """
          INSERT INTO courier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, organisation = excluded.organisation,
            latitude_e7 = excluded.latitude_e7, longitude_e7 = excluded.longitude_e7,
            kecamatan = excluded.kecamatan, starts = excluded.starts, ends = excluded.ends,
            rest_earliest = excluded.rest_earliest, rest_latest = excluded.rest_latest,
            rest_minutes = excluded.rest_minutes, vehicle = excluded.vehicle,
            speed_kilometres_per_hour = excluded.speed_kilometres_per_hour,
            capacity_cards = excluded.capacity_cards, maximum_stops = excluded.maximum_stops,
            skills = excluded.skills
          """)
      for courier in couriers {
        for code in courier.kecamatan { try requireRegion(code, in: database) }
        try save.execute(arguments: courier.columns)
      }
    }
  }

  /// All couriers, in order of badge number.
  public func couriers() throws -> [Courier] {
    try file.read { database in
      try database.all("SELECT * FROM courier ORDER BY id", [], Courier.init(row:))
    }
  }

  func courier(_ id: CourierID, in database: Database) throws -> Courier {
    let query = "SELECT * FROM courier WHERE id = ?"
    guard let courier = try database.first(query, [id], Courier.init(row:)) else {
      throw StoreRefusal.unknownCourier(id)
    }
    return courier
  }
}

extension Courier {
  fileprivate var columns: StatementArguments {
    [
      id, name, organisation, base.latitudeE7, base.longitudeE7,
      kecamatan.map(\.description).joined(separator: " "), shift.start, shift.end,
      shift.rest?.earliest, shift.rest?.latest, shift.rest?.minutes, vehicle,
      speedKilometresPerHour, capacityCards, maximumStops,
      skills.sorted().map(\.rawValue).joined(separator: " "),
    ]
  }

  fileprivate init(row: Row) throws {
    let kecamatan: String = try row.read("kecamatan")
    let skills: String = try row.read("skills")
    self.init(
      id: try row.read("id"), name: try row.read("name"),
      organisation: try row.read("organisation"), base: try row.readCoordinate(),
      kecamatan: kecamatan.split(separator: " ").compactMap { RegionCode($0) },
      shift: try Shift(row: row), vehicle: try row.read("vehicle"),
      speedKilometresPerHour: try row.read("speed_kilometres_per_hour"),
      capacityCards: try row.read("capacity_cards"), maximumStops: try row.read("maximum_stops"),
      skills: Set(skills.split(separator: " ").compactMap { Skill(rawValue: String($0)) }))
  }
}

extension Shift {
  fileprivate init(row: Row) throws {
    let earliest: TimeOfDay? = try row.readIfPresent("rest_earliest")
    do {
      try self.init(
        start: try row.read("starts"), end: try row.read("ends"),
        rest: try earliest.map { earliest in
          Break(
            earliest: earliest, latest: try row.read("rest_latest"),
            minutes: try row.read("rest_minutes"))
        })
    } catch is ShiftError {
      throw UnreadableColumn(name: "courier.starts")
    }
  }
}
