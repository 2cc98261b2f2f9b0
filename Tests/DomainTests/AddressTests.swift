import Domain
import Testing

@Suite struct AddressTests {
  @Test func isWrittenAsOnTheCard() throws {
    let desa = try #require(RegionCode("18.71.01.1003"))
    let whole = Address(street: "Jl. Kenanga", number: "12", rt: 5, rw: 2, desa: desa)
    #expect(whole.line == "Jl. Kenanga No. 12, RT 005/RW 002")
    #expect(Address(street: "Kp. Baru", rt: 5, desa: desa).line == "Kp. Baru, RT 005/RW -")
    #expect(Address(street: "", desa: desa).line == "RT -/RW -")
    #expect(
      Address(street: "", number: "7", rt: 1, rw: 1, desa: desa).line == "No. 7, RT 001/RW 001")
  }
}
