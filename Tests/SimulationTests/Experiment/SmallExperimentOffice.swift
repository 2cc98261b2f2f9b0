import Domain

@testable import Simulation

/// A small invented office in which chance, blanks and couriers all matter.
enum SmallExperimentOffice {
  static func scenario(
    name: String = "small", days: Int = 30, printers: Int = 2, couriers: Int = 2,
    opening: Int = 200
  ) -> Scenario {
    let first = valid(CalendarDate("2026-06-01"))
    let hours = WorkingHours(
      opens: valid(TimeOfDay("08:00")), closes: valid(TimeOfDay("16:00")))
    let region = valid(RegionCode("18.09"))
    return Scenario(
      name: name, title: Phrase(id: "kantor kecil", en: "small office"),
      question: Phrase(id: "cukupkah?", en: "is it enough?"), region: region, firstDay: first,
      lastDay: CalendarDate(dayNumber: first.dayNumber + days - 1), officeHours: hours,
      kecamatan: kecamatan, places: places,
      demand: Demand(
        backlog: [
          Demand.Backlog(
            stage: .ready, kind: .first, cards: 60, agedDays: .uniform(from: 0, to: 20))
        ],
        arrivals: [
          Demand.Arrivals(kind: .first, perDay: 12, urgentShare: 0.1),
          Demand.Arrivals(kind: .lost, perDay: 6),
        ]),
      blanks: BlankSupply(opening: opening, monthly: BlankSupply.Monthly(cards: 300, day: 15)),
      printing: Printing(
        sites: [Printing.Site(name: "kantor", printers: printers, operators: printers)],
        hours: hours, secondsPerCard: .exponential(mean: 1200)),
      delivery: Delivery(
        channels: [
          DeliveryChannel(
            name: "petugas", title: Phrase(id: "petugas", en: "couriers"),
            means: .door(
              DoorService(couriers: couriers, hours: hours, bagCards: 12)))
        ],
        rules: [ChannelRule(weights: [1])]),
      costs: Costs(courierDay: 150_000, printerDay: 20_000, blank: 10_600))
  }

  private static let kecamatan = ["Gedong Tataan", "Punduh Pidada"].enumerated().map {
    SimulatedKecamatan(
      code: valid(RegionCode("18.09.0\($0 + 1)")), name: $1, speedKilometresPerHour: 20,
      roadFactor: 1.3,
      kilometresFromBase: 4)
  }

  private static let places = (0..<4).map {
    SimulatedPlace(
      code: valid(RegionCode("18.09.0\($0 / 2 + 1).200\($0 % 2 + 1)")), name: "Desa \($0 + 1)",
      kecamatan: $0 / 2, areaSquareKilometres: 6, obliged: 3000, recorded: 2700, holders: 2500,
      hasSignal: $0 != 3)
  }

  private static func valid<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the invented office holds an invalid value") }
    return value
  }
}
