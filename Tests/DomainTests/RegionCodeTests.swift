import Domain
import Testing

@Suite struct RegionCodeTests {
  @Test(arguments: [
    ("18.71", "18.71", RegionCode.Level.regency), ("1871", "18.71", .regency),
    ("18.71.01", "18.71.01", .kecamatan), ("187101", "18.71.01", .kecamatan),
    ("18.71.01.1003", "18.71.01.1003", .desa), ("1871011003", "18.71.01.1003", .desa),
  ])
  func readsBothForms(text: String, dotted: String, level: RegionCode.Level) throws {
    let code = try #require(RegionCode(text))
    #expect(code.description == dotted)
    #expect(code.level == level)
    #expect(RegionCode(code.digits) == code)
  }

  @Test(arguments: [
    "", "18", "18.7", "187.1", "18.71.", ".1871", "18.71.1", "18.71.011003", "18.71.01.10",
    "18.71.01.10031", "18-71", "18.71.0A", "1871 01", "18..71", "١٨٧١",
  ])
  func refusesWhatIsNoCode(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test func knowsItsAncestorsAndWhatItContains() throws {
    let desa = try #require(RegionCode("18.71.01.1003"))
    let kecamatan = try #require(RegionCode("18.71.01"))
    let regency = try #require(RegionCode("18.71"))
    #expect(desa.kecamatan == kecamatan)
    #expect(kecamatan.kecamatan == kecamatan)
    #expect(regency.kecamatan == nil)
    #expect(desa.regency == regency)
    #expect(regency.contains(desa) && kecamatan.contains(desa) && desa.contains(desa))
    #expect(!desa.contains(kecamatan))
    #expect(RegionCode("18.7")?.contains(desa) != true)
    #expect(regency < kecamatan && kecamatan < desa)
  }
}
