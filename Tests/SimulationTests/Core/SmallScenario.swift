import Domain

@testable import Simulation

/// The smallest office that prints: two kecamatan, four places, and nothing that happens by chance.
enum SmallScenario {
  static let monday = CalendarDate(dayNumber: 16_440)  // 5 January 2015
  static let dayShift = WorkingHours(opens: clock(8), closes: clock(16))

  static func clock(_ hour: Int) -> TimeOfDay { TimeOfDay.midnight.adding(minutes: hour * 60) }

  /// Four places of 10,000 residents of whom 8,000 are recorded and 6,000 hold a card; the last is
  /// an island without signal.
  static func make(days: Int = 28, _ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario(
      name: "small", title: Phrase(id: "kecil", en: "small"),
      question: Phrase(id: "apa jadinya?", en: "what happens?"), region: region("18.09"),
      firstDay: monday, lastDay: CalendarDate(dayNumber: monday.dayNumber + days - 1),
      officeHours: dayShift, kecamatan: [kecamatan(1), kecamatan(2)],
      places: [place(1, 1, 0), place(1, 2, 0), place(2, 1, 1), place(2, 2, 1)])
    scenario.places[3].isIsland = true
    scenario.places[3].hasSignal = false
    scenario.printing = Printing(
      sites: [Printing.Site(name: "kantor", printers: 2, operators: 2)], hours: dayShift)
    change(&scenario)
    return scenario
  }

  static func backlog(
    _ cards: Int, _ kind: RequestKind = .first, _ urgency: Urgency = .normal,
    stage: Demand.Stage = .ready, agedDays: Double = 10
  ) -> Demand.Backlog {
    Demand.Backlog(
      stage: stage, kind: kind, urgency: urgency, cards: cards, agedDays: .fixed(agedDays))
  }

  private static func region(_ code: String) -> RegionCode {
    guard let region = RegionCode(code) else { preconditionFailure("no region \(code)") }
    return region
  }

  private static func kecamatan(_ number: Int) -> SimulatedKecamatan {
    SimulatedKecamatan(
      code: region("18.09.0\(number)"), name: "Kecamatan \(number)",
      speedKilometresPerHour: 25, roadFactor: 1.3, kilometresFromBase: 10)
  }

  private static func place(_ kecamatan: Int, _ number: Int, _ index: Int) -> SimulatedPlace {
    SimulatedPlace(
      code: region("18.09.0\(kecamatan).200\(number)"), name: "Desa \(kecamatan)\(number)",
      kecamatan: index, areaSquareKilometres: 10, obliged: 10_000, recorded: 8_000, holders: 6_000)
  }
}
