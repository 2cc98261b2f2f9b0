import Domain
import Intake
import Testing

@Suite struct MapTablesTests {
  @Test(arguments: [
    ("18.71_kota-bandar-lampung", "18.71", "Lampung", 20, 126),
    ("18.09_kabupaten-pesawaran", "18.09", "Lampung", 11, 148),
    ("16.71_kota-palembang", "16.71", "Sumatera Selatan", 18, 107),
    ("32.16_kabupaten-bekasi", "32.16", "Jawa Barat", 23, 187),
  ])
  func readsEveryRegency(
    folder: String, code: String, province: String, kecamatan: Int, desa: Int
  ) throws {
    let tables = try RealMap(folder).tables
    #expect(tables.gazetteer.regency.code.description == code)
    #expect(tables.province == province)
    #expect(tables.zone == .western)
    #expect(tables.gazetteer.kecamatan.count == kecamatan)
    #expect(tables.gazetteer.desa.count == desa)
    #expect(tables.neighbours.allSatisfy { $0.first < $0.second })
    #expect(
      tables.gazetteer.desa.allSatisfy { $0.areaSquareKilometres > 0 && $0.population > 0 })
    let connected = Set(tables.neighbours.flatMap { [$0.first, $0.second] })
    let islands = tables.gazetteer.desa.filter { !connected.contains($0.code) }
    #expect(islands.allSatisfy { $0.name == "Pulau Legundi" })
  }

  @Test func knowsOtherSpellingsAndPostcodes() throws {
    let gazetteer = try RealMap("16.71_kota-palembang").tables.gazetteer
    #expect(gazetteer.desa(named: "35 Ilir").map(\.description) == ["16.71.01.1001"])
    #expect(gazetteer.kecamatan(named: "Ilir Timur III").count == 1)
    let code = try #require(RegionCode("16.71.01.1001"))
    #expect(gazetteer[code]?.postcode == "30146")
  }

  @Test func readsHolidaysAndNames() throws {
    let holidays = try Holiday.read(try RealMap.bytes("maps/holidays.csv"))
    let independence = try #require(CalendarDate("2026-08-17"))
    #expect(holidays.contains { $0.date == independence && $0.kind == .national && $0.isDecreed })
    #expect(holidays.contains { $0.kind == .jointLeave })
    #expect(holidays.map(\.date) == holidays.map(\.date).sorted())
    _ = try RealMap.names()
  }

  @Test func aTableWithAWrongRowIsRefusedByNameAndLine() throws {
    let folder = "maps/18.71_kota-bandar-lampung"
    let regency = try RealMap.bytes("\(folder)/regency.csv")
    let kecamatan = try RealMap.bytes("\(folder)/kecamatan.csv")
    let desa = try RealMap.bytes("\(folder)/desa.csv")
    let strange = Array("level,code_a,code_b,border_metres\ndesa,18.71.01.1003,18.71.99,5\n".utf8)
    do {
      _ = try MapTables(regency: regency, kecamatan: kecamatan, desa: desa, neighbours: strange)
      Issue.record("an unknown neighbour was taken")
    } catch {
      #expect(
        error.phrase.english == "neighbours.csv, line 2, code_b \"18.71.99\":"
          + " is not a region code; write it like 18.71.01.1003")
    }
    #expect(throws: MapTableError.table("desa.csv", .noHeader)) {
      try MapTables(regency: regency, kecamatan: kecamatan, desa: [], neighbours: strange)
    }
    #expect(throws: MapTableError.gazetteer(.noRegency)) {
      let empty = Array(regency.prefix { $0 != UInt8(ascii: "\n") })
      return try MapTables(regency: empty, kecamatan: kecamatan, desa: desa, neighbours: strange)
    }
    #expect(throws: MapTableError.tooFewNames("given female")) {
      try NameTables(
        people: Array("part,gender,name\ngiven,male,Budi\nfamily,any,Arifin\n".utf8),
        streets: Array("theme,name\nhero,Kartini\n".utf8))
    }
  }
}
