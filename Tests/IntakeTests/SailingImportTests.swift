import Domain
import Geometry
import Intake
import Testing

@Suite struct SailingImportTests {
  /// A right row, column by column, to be broken.
  private static let columns = [
    "route": "Ketapang–Legundi", "pier": "Ketapang", "pier_latitude": "-5.5887",
    "pier_longitude": "105.2392", "island": "Legundi", "island_pier": "Selesung",
    "island_pier_latitude": "-5.7895", "island_pier_longitude": "105.2914",
    "kind": "scheduled", "days": "mon|kamis", "except_dates": "2017-08-17|25-12-2017",
    "departures": "07:00|13.00", "duration_minutes": "90", "returns": "09:00|15:00",
    "return_duration_minutes": "100", "boarding_minutes": "20", "capacity": "12",
    "overnight": "tidak", "note": "air pasang", "source": "papan dermaga",
  ]

  private static func file(_ rows: [[String: String]]) -> [UInt8] {
    let names = columns.keys.sorted()
    let lines = rows.map { row in
      names.map { row[$0] ?? columns[$0] ?? "" }.joined(separator: ",")
    }
    return Array(([names.joined(separator: ",")] + lines).joined(separator: "\n").utf8)
  }

  /// The mainland around Ketapang and the island around Selesung, as squares.
  private static func land() throws -> LandMasses {
    try LandMasses(union: [square(-56_000_000, 1_051_000_000), square(-58_500_000, 1_052_000_000)])
  }

  private static func square(_ south: Int32, _ west: Int32) throws -> Shape {
    let corners: [(Int32, Int32)] = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
    let ring = try Ring(
      corners.map {
        try Coordinate(
          latitudeE7: south + $0.0 * 1_000_000, longitudeE7: west + $0.1 * 1_500_000)
      })
    return try Shape(polygons: [Polygon(exterior: ring)])
  }

  @Test func readsATimetable() throws {
    let readings = try SailingImport.readings(of: Self.file([[:]]), land: Self.land())
    guard case .accepted(let sailing, let warnings) = try #require(readings.first) else {
      Issue.record("\(readings)")
      return
    }
    #expect(warnings.isEmpty)
    #expect(sailing.route == "Ketapang–Legundi")
    #expect(sailing.pier.name == "Ketapang")
    #expect(sailing.islandPier.coordinate.latitudeE7 == -57_895_000)
    #expect(sailing.days == [.monday, .thursday])
    #expect(sailing.exceptions.map(\.description) == ["2017-08-17", "2017-12-25"])
    #expect(
      sailing.timetable
        == .scheduled(
          departures: try ["07:00", "13:00"].map(Self.time),
          returns: try ["09:00", "15:00"].map(Self.time)))
    #expect(sailing.minutesOut == 90)
    #expect(sailing.minutesBack == 100)
    #expect(sailing.boardingMinutes == 20)
    #expect(sailing.capacity == 12)
    #expect(!sailing.allowsOvernight)
    #expect(sailing.note == "air pasang")
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    let charter = [
      "route": "Sewa", "kind": "sewa", "days": "setiap hari", "except_dates": "",
      "departures": "06:00-13:00", "returns": "08:00 - 16:00", "overnight": "ya", "note": "",
      "return_duration_minutes": "", "boarding_minutes": "",
    ]
    let sailings = try SailingImport.table(Self.file([[:], charter]), land: nil)
    #expect(sailings.count == 2)
    #expect(sailings[1].isCharter)
    #expect(sailings[1].minutesBack == 90)
    #expect(sailings[1].days.count == 7)
    #expect(try SailingImport.table(SailingFile.bytes(sailings), land: nil) == sailings)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let changes: [String: String]
    let english: String
    var testDescription: String { english }
  }

  static let refusals = [
    Refusal(
      changes: ["returns": "08:00"],
      english: "line 2, departures \"07:00|13.00\": the boat at 07:00 arrives at 08:30, after the"
        + " last return at 08:00; correct the times, or allow staying overnight"),
    Refusal(
      changes: ["departures": "07:00|14:00"],
      english: "line 2, departures \"07:00|14:00\": the boat at 14:00 arrives at 15:30, after the"
        + " last return at 15:00; correct the times, or allow staying overnight"),
    Refusal(
      changes: ["returns": "06:00|15:00"],
      english: "line 2, returns \"06:00|15:00\": returns at 06:00, before the first boat arrives at"
        + " 08:30; correct the times, or allow staying overnight"),
    Refusal(
      changes: ["kind": "charter", "departures": "06:00-13:00", "returns": "05:00-07:00"],
      english: "line 2, departures \"06:00-13:00\": the boat at 06:00 arrives at 07:30, after the"
        + " last return at 07:00; correct the times, or allow staying overnight"),
    Refusal(
      changes: ["duration_minutes": "0"],
      english: "line 2, duration_minutes \"0\": is not a whole number from 1 to 1440"),
    Refusal(
      changes: ["duration_minutes": "1441"],
      english: "line 2, duration_minutes \"1441\": is not a whole number from 1 to 1440"),
    Refusal(
      changes: ["days": "mon|funday"],
      english: "line 2, days \"mon|funday\": is not a known word; use one of: daily, mon, tue, wed,"
        + " thu, fri, sat, sun"),
    Refusal(changes: ["days": ""], english: "line 2, days: must be filled in"),
    Refusal(
      changes: ["capacity": "0"],
      english: "line 2, capacity \"0\": is not a whole number from 1 to 10000"),
    Refusal(
      changes: ["departures": "25:00"],
      english: "line 2, departures \"25:00\": leaves at 25:00; write a time from 00:00 to 23:59"),
    Refusal(
      changes: ["departures": "7 pagi"],
      english: "line 2, departures \"7 pagi\": is not a time; write HH:MM"),
    Refusal(
      changes: ["departures": "07:00|07:00"],
      english: "line 2, departures \"07:00|07:00\": lists 07:00 twice; remove one"),
    Refusal(
      changes: ["kind": "charter"],
      english: "line 2, departures \"07:00|13.00\": is not hours from and to; write them like"
        + " 07:00-15:00"),
    Refusal(
      changes: ["kind": "charter", "departures": "13:00-07:00"],
      english: "line 2, departures \"13:00-07:00\": is not hours from and to; write them like"
        + " 07:00-15:00"),
    Refusal(
      changes: ["except_dates": "2017-02-30"],
      english: "line 2, except_dates \"2017-02-30\": is not a date; write YYYY-MM-DD or DD-MM-YYYY"),
    Refusal(
      changes: ["overnight": "perhaps"],
      english: "line 2, overnight \"perhaps\": is not a known word; use one of: yes, no"),
    Refusal(
      changes: ["island_pier_latitude": "-5.5887", "island_pier_longitude": "105.2300"],
      english: "line 2, island_pier_latitude \"-5.5887\": both piers are on the same land; correct"
        + " the coordinate of one"),
    Refusal(
      changes: ["island_pier_latitude": "-5.7"],
      english:
        "line 2, island_pier_latitude \"-5.7\": the island's pier is over 150 m off the known"
        + " land; correct the coordinate"),
    Refusal(
      changes: ["pier_latitude": "105.2392", "pier_longitude": "-5.5887"],
      english:
        "line 2, pier_latitude \"105.2392\": latitude and longitude are swapped; swap the two"
        + " columns"),
    Refusal(changes: ["source": ""], english: "line 2, source: must be filled in"),
  ]

  @Test(arguments: refusals)
  func aWrongTimetableIsRefusedWithWhatToWrite(_ refusal: Refusal) throws {
    let file = Self.file([refusal.changes])
    let readings = try SailingImport.readings(of: file, land: Self.land())
    guard case .rejected(let rejection) = try #require(readings.first) else {
      Issue.record("was taken in")
      return
    }
    #expect(rejection.phrase.english == refusal.english)
    #expect(rejection.phrase.indonesian.hasPrefix("baris 2"))
    #expect(throws: MapTableError.row("sailings.csv", rejection)) {
      try SailingImport.table(file, land: Self.land())
    }
  }

  @Test func aRouteThatIsThereTwiceIsRefused() throws {
    let readings = try SailingImport.readings(
      of: Self.file([[:], ["route": "KETAPANG - Legundi"]]), land: nil)
    guard case .rejected(let rejection) = readings[1] else {
      Issue.record("was taken in")
      return
    }
    #expect(rejection.reason == .duplicate(firstRow: 2))
  }

  @Test func aFileWithoutItsColumnsIsRefused() throws {
    #expect(throws: DelimitedError.self) {
      try SailingImport.readings(of: Array("route,pier\nA,B\n".utf8), land: nil)
    }
    #expect(throws: DelimitedError.noHeader) { try SailingImport.readings(of: [], land: nil) }
  }

  @Test(.enabled(if: RealMap.hasOutlines, "real boundaries are not beside the repository"))
  func theBoatsToPulauLegundiAreRightOnRealOutlines() throws {
    let map = try RealMap("18.09_kabupaten-pesawaran")
    let outlines = try BoundaryImport.read(
      RealMap.outline("18.09_pesawaran_kelurahan"), gazetteer: map.tables.gazetteer)
    try Self.checkLegundi(on: LandMasses(union: outlines.boundaries.map(\.shape)), map)
  }

  private static func checkLegundi(on land: LandMasses, _ map: RealMap) throws {
    let sailings = try SailingImport.table(
      RealMap.bytes("maps/\(map.folder)/sailings.csv"), land: land)
    let legundi = try #require(sailings.first { $0.island == "Pulau Legundi" })
    #expect(legundi.isCharter)
    let desa = try #require(RegionCode("18.09.06.2019"))
    let village = try #require(map.tables.gazetteer[desa]).pointInside
    let island = try #require(land.mass(of: village))
    #expect(island != 0)
    #expect(land.mass(of: legundi.islandPier.coordinate) == island)
    #expect(land.mass(of: legundi.pier.coordinate) ?? 0 == 0)
  }

  private static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
}
