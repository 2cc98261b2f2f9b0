import Domain
import Geometry
import Simulation

/// Studies made by hand, so that every number a report shows is known beforehand.
enum Fabricated {
  static let firstDay = date(2015, 1, 19)

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  /// An estimate without spread.
  static func sure(_ value: Double, runs: Int = 200) -> Estimate {
    Estimate(
      observed: runs, runs: runs, mean: value, standardDeviation: 0, halfWidth: 0, tenth: value,
      median: value, ninetieth: value)
  }

  static func estimate(
    _ mean: Double, _ halfWidth: Double, between tenth: Double, and ninetieth: Double,
    observed: Int = 200, runs: Int = 200
  ) -> Estimate {
    Estimate(
      observed: observed, runs: runs, mean: mean, standardDeviation: halfWidth * 7,
      halfWidth: halfWidth, tenth: tenth, median: mean, ninetieth: ninetieth)
  }

  static let kecamatan = [
    ("18.09.01", "Gedong Tataan"), ("18.09.02", "Negeri Katon"), ("18.09.03", "Padang Cermin"),
  ].compactMap { code, name in
    RegionCode(code).map {
      SimulatedKecamatan(
        code: $0, name: name, speedKilometresPerHour: 25, roadFactor: 1.3, kilometresFromBase: 8)
    }
  }

  static func scenario(
    name: String = "pesawaran-2015",
    title: Phrase = Phrase(id: "Pesawaran 2015", en: "Pesawaran 2015"),
    question: Phrase = Phrase(
      id: "41.000 kartu, 8.016 blangko, dua pencetak: kapan blangko habis?",
      en: "41,000 cards, 8,016 blanks, two printers: when do blanks run out?"),
    days: Int = 180, assumptions: [Assumption] = assumptions, facts: [Fact] = facts,
    records: Bool = false
  ) -> Scenario {
    let hours = WorkingHours(
      opens: TimeOfDay("08:00") ?? .midnight,
      closes: TimeOfDay("16:00") ?? .midnight)
    return Scenario(
      name: name, title: title, question: question,
      region: RegionCode("18.09") ?? kecamatan[0].code, firstDay: firstDay,
      lastDay: firstDay.adding(days: days - 1), officeHours: hours, kecamatan: kecamatan,
      places: places,
      demand: Demand(backlog: [
        Demand.Backlog(stage: .ready, kind: .first, cards: 41_000, agedDays: .fixed(30))
      ]),
      recording: Recording(
        units: records
          ? [Recording.Unit(name: "kantor", kind: .office, residentsPerHour: 10, hours: hours)] : []
      ),
      blanks: BlankSupply(opening: 8016),
      printing: Printing(
        sites: [Printing.Site(name: "kantor", printers: 2, operators: 2)], hours: hours),
      delivery: Delivery(channels: channels), assumptions: assumptions, facts: facts)
  }

  static let places = [("18.09.01.2001", "Bagelen"), ("18.09.03.2002", "Pulau Legundi")]
    .compactMap { code, name in
      RegionCode(code).map {
        SimulatedPlace(
          code: $0, name: name, kecamatan: 0, areaSquareKilometres: 12, obliged: 9000,
          recorded: 8000, holders: 6000)
      }
    }

  static let channels = [
    DeliveryChannel(
      name: "satpol-pp", title: Phrase(id: "Satpol PP", en: "Satpol PP"),
      means: .counter(CounterService())),
    DeliveryChannel(
      name: "desa", title: Phrase(id: "Kantor desa", en: "Village office"),
      means: .village(VillageService())),
  ]

  static let assumptions = [
    Assumption(
      path: "blanks.opening", value: "8016 blanks",
      basis: .source("Lampung Post, 16 Januari 2015")),
    Assumption(
      path: "printing.rate", value: "100 cards/day", basis: .assumed("two make 200 a day")),
    Assumption(path: "printing.printers", value: "2 printers", basis: .source("Lampung Post")),
  ]

  static let facts = [
    Fact(
      answer: .stockOutWorkingDay, range: 41...41,
      title: Phrase(
        id: "8.016 blangko cukup untuk 41 hari kerja", en: "8,016 blanks last 41 working days"),
      source: "Lampung Post"),
    Fact(
      answer: .printed, range: 9000...9500,
      title: Phrase(id: "kartu dicetak", en: "cards printed"), source: "perkiraan"),
  ]
}
