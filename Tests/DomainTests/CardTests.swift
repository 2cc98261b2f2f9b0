import Domain
import Geometry
import Testing

@Suite struct CardTests {
  @Test func urgentCardsAndFirstCardsComeFirst() throws {
    #expect(try tier(.normal, .first) == 1)
    #expect(try tier(.normal, .lost) == 2)
    #expect(try tier(.normal, .damaged) == 2)
    #expect(try tier(.normal, .dataChange) == 3)
    for kind in RequestKind.allCases { #expect(try tier(.urgent, kind) == 0) }
  }

  private func tier(_ urgency: Urgency, _ request: RequestKind) throws -> Int {
    let desa = try #require(RegionCode("18.71.01.1003"))
    let date = try #require(CalendarDate("2017-07-27"))
    let resident = Resident(
      nik: try NIK("1871015708900001"), name: "Siti", birthDate: date, sex: .female,
      familyCard: nil, address: Address(street: "", desa: desa), phone: nil)
    let location = Location(
      coordinate: try Coordinate(latitude: -5.4, longitude: 105.2), source: .house)
    return Card(
      id: CardID(regency: desa, year: 2017, serial: 1), resident: resident, request: request,
      urgency: urgency, requestedOn: date, printedOn: date, channel: .door, location: location
    ).tier
  }
}
