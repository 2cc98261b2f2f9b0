import Domain
import Geometry
import Storage
import Testing

@Suite struct SailingTests {
  @Test func sailingsComeBackInOrderAsStoredAndAreReplacedTogether() throws {
    let office = try TestOffice()
    let store = office.store
    #expect(try store.sailings().isEmpty)
    let timetables = try [Self.charter(), Self.scheduled()]
    try store.setSailings(timetables, now: TestOffice.now)
    #expect(try store.sailings() == timetables.reversed())
    try store.setSailings([timetables[0]], now: TestOffice.now)
    #expect(try store.sailings() == [timetables[0]])
  }

  @Test func theCrossingsOfARunComeBackAsStored() throws {
    let office = try TestOffice()
    let plan = try Self.savePlan(in: office)
    #expect(try office.store.plan(plan.id) == plan)
    #expect(try office.store.run(plan.runs[0].id).crossings == plan.runs[0].crossings)
    #expect(try office.store.run(plan.runs[1].id).crossings.isEmpty)
    #expect(try office.store.verify().findings.isEmpty)
  }

  @Test(arguments: [
    "UPDATE crossing SET departs = departs + 60 WHERE place = 0",
    "UPDATE crossing SET boat = 'own' WHERE place = 1",
    "UPDATE crossing SET to_pier = 'Lain' WHERE place = 0",
    "UPDATE crossing SET note = NULL WHERE place = 1",
    "DELETE FROM crossing WHERE place = 1",
  ])
  func aChangedCrossingBreaksTheSealOfThePlan(sql: String) throws {
    let office = try TestOffice()
    _ = try Self.savePlan(in: office)
    try office.tamper(sql)
    #expect(!(try office.store.verify().findings.isEmpty))
  }

  private static func savePlan(in office: TestOffice) throws -> Plan {
    try office.store.saveCouriers(["SP-01", "SP-02"].map { try TestOffice.courier($0) })
    let cards = try office.importCards(0..<3)
    let out = try Crossing(
      route: "Ketapang \"A\"", boat: .charter, from: pier(40), to: pier(90), departs: time("08:30"),
      arrives: time("10:00"), beforeStop: 1, note: "air pasang")
    let back = try Crossing(
      route: "Ketapang \"A\"", boat: .charter, from: pier(90), to: pier(40), departs: time("07:00"),
      arrives: time("08:30"), beforeStop: 2, daysLater: 1, note: "air pasang")
    let plan = try office.plan(
      [("SP-01", [[cards[0]]]), ("SP-02", [[cards[1]]])], crossings: [out, back])
    try office.store.savePlan(plan, now: TestOffice.now)
    return plan
  }

  private static func scheduled() throws -> Sailing {
    try Sailing(
      route: "Bakauheni", pier: pier(1), island: "Sebesi", islandPier: pier(2),
      days: [.monday, .thursday], exceptions: [TestOffice.today, TestOffice.tomorrow],
      timetable: .scheduled(
        departures: [time("07:00"), time("13:00")], returns: [time("09:00"), time("15:00")]),
      minutesOut: 45, minutesBack: 50, boardingMinutes: 20, capacity: 12, source: "papan dermaga")
  }

  private static func charter() throws -> Sailing {
    try Sailing(
      route: "Ketapang–Legundi", pier: pier(3), island: "Legundi", islandPier: pier(4),
      timetable: .charter(
        departures: time("06:00")...time("13:00"), returns: time("08:00")...time("16:00")),
      minutesOut: 90, capacity: 6, allowsOvernight: true, note: "tanyakan ombak",
      source: "perkiraan")
  }

  private static func pier(_ offset: Int32) throws -> Sailing.Pier {
    Sailing.Pier(name: "Dermaga \(offset)", coordinate: try TestOffice.place(offset))
  }

  private static func time(_ text: String) throws -> TimeOfDay {
    try #require(TimeOfDay(text))
  }
}
