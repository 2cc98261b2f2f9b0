import Domain
import Geometry
import Testing

@Suite struct GazetteerTests {
  @Test(arguments: [
    ("Telukbetung Utara", ["18.71.07"]), ("Teluk Betung Utara", ["18.71.07"]),
    ("KEC. TELUKBETUNG UTARA", ["18.71.07"]), ("kecamatan teluk-betung utara", ["18.71.07"]),
    ("Betung Utara", ["18.71.07"]), ("Kedaton", ["18.71.01"]), ("Kec", []), ("", []),
  ])
  func findsAKecamatanWhateverItsSpelling(name: String, codes: [String]) throws {
    #expect(try gazetteer().kecamatan(named: name).map(\.description) == codes)
  }

  @Test func findsADesaWithinItsKecamatanOnly() throws {
    let gazetteer = try gazetteer()
    let kedaton = try code("18.71.01")
    let teluk = try code("18.71.07")
    #expect(gazetteer.desa(named: "Kel. Sukamaju").count == 2)
    #expect(gazetteer.desa(named: "sukamaju", in: kedaton) == [try code("18.71.01.1002")])
    #expect(gazetteer.desa(named: "Desa Surabaya", in: kedaton) == [try code("18.71.01.1004")])
    #expect(gazetteer.desa(named: "Surabaya", in: teluk) == [])
    #expect(gazetteer.desa(of: kedaton).map(\.name) == ["Sukamaju", "Surabaya"])
  }

  @Test func namesARegionOrElseWritesItsCode() throws {
    let gazetteer = try gazetteer()
    #expect(gazetteer.name(of: try code("18.71.01")) == "Kedaton")
    #expect(gazetteer.name(of: try code("18.71.99")) == "18.71.99")
    #expect(gazetteer[try code("18.71.99")] == nil)
    #expect(gazetteer.regency.name == "Bandar Lampung")
  }

  @Test func refusesRegionsThatAreNotOneRegency() throws {
    let regency = try region("18.71", "Bandar Lampung", .kota)
    let kecamatan = try region("18.71.01", "Kedaton", .kecamatan)
    let desa = try region("18.71.07.1001", "Sukamaju", .kelurahan)
    let stranger = try region("18.72.01", "Metro Pusat", .kecamatan)
    #expect(throws: GazetteerError.noRegency) { try Gazetteer([]) }
    #expect(throws: GazetteerError.noRegency) { try Gazetteer([kecamatan]) }
    #expect(throws: GazetteerError.duplicate(kecamatan.code)) {
      try Gazetteer([kecamatan, regency, kecamatan])
    }
    #expect(throws: GazetteerError.outside(stranger.code, regency.code)) {
      try Gazetteer([regency, stranger])
    }
    #expect(throws: GazetteerError.noParent(desa.code)) {
      try Gazetteer([regency, kecamatan, desa])
    }
  }

  private func gazetteer() throws -> Gazetteer {
    try Gazetteer([
      region("18.71.07", "Telukbetung Utara", .kecamatan, aliases: ["Betung Utara"]),
      region("18.71", "Bandar Lampung", .kota), region("18.71.01", "Kedaton", .kecamatan),
      region("18.71.01.1004", "Surabaya", .kelurahan),
      region("18.71.01.1002", "Sukamaju", .kelurahan),
      region("18.71.07.1001", "Suka Maju", .kelurahan),
    ])
  }

  private func region(
    _ text: String, _ name: String, _ kind: Region.Kind, aliases: [String] = []
  ) throws -> Region {
    Region(
      code: try code(text), name: name, aliases: aliases, kind: kind, areaSquareKilometres: 1,
      population: 1000, pointInside: try Coordinate(latitude: -5.4, longitude: 105.26))
  }

  private func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }
}
