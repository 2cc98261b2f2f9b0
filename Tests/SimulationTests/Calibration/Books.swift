import Domain
import Testing

@testable import Simulation

/// Small books and scenarios for the tests of calibration, with invented numbers.
enum Books {
  static let zone = TimeZoneOffset.western
  /// A Monday.
  static let monday = CalendarDate(dayNumber: 17_350)
  static let desa = ["18.71.01.1001", "18.71.01.1002", "18.71.02.1001"]
  static let reasons = [
    HistoryReason(
      code: "NOT_HOME", title: Phrase(id: "tidak di tempat", en: "nobody at home"),
      allowsRetry: true),
    HistoryReason(
      code: "REFUSED", title: Phrase(id: "menolak", en: "refused"), allowsRetry: false),
    HistoryReason(
      code: "NO_TIME", title: Phrase(id: "tidak sempat", en: "out of time"), allowsRetry: true,
      isAtDoor: false),
  ]

  static func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  static func id(_ number: Int) throws -> CardID {
    CardID(regency: try code("18.71"), year: 2017, serial: number)
  }

  static func courier(_ number: Int = 1) throws -> CourierID {
    try #require(CourierID("SP-\(number)"))
  }

  static func run(_ day: Int, _ number: Int = 1) -> RunID {
    RunID(plan: PlanID(date: monday.adding(days: day), version: 1), number: number)
  }

  /// Seconds after midnight of the day so many days after ``monday``.
  static func time(_ day: Int, _ seconds: Int) -> Instant {
    let midnight = Instant(monday.adding(days: day), at: .midnight, in: zone)
    return Instant(milliseconds: midnight.milliseconds + Int64(seconds) * 1000)
  }

  static func event(
    _ kind: HistoryEvent.Kind, _ day: Int, hour: Int = 9, by courier: Int = 1, stop: Int? = nil
  ) throws -> HistoryEvent {
    HistoryEvent(
      kind, at: time(day, hour * 3600), courier: try Self.courier(courier),
      run: stop == nil ? nil : run(day), stop: stop)
  }

  /// A card asked for and printed so many days before or after ``monday``.
  static func card(
    _ number: Int, desa: Int = 0, kind: RequestKind = .first, urgency: Urgency = .normal,
    requested: Int = -10, printed: Int = -2, channel: Channel = .door,
    _ events: [HistoryEvent] = []
  ) throws -> HistoryCard {
    HistoryCard(
      id: try id(number), desa: try code(Self.desa[desa]), kind: kind, urgency: urgency,
      requestedOn: monday.adding(days: requested), printedOn: monday.adding(days: printed),
      channel: channel, events: events)
  }

  static func history(
    _ cards: [HistoryCard], from first: Int = 0, to last: Int = 27, runs: [HistoryRun] = []
  ) throws -> OfficeHistory {
    OfficeHistory(
      zone: zone, period: monday.adding(days: first)...monday.adding(days: last), cards: cards,
      runs: runs, reasons: reasons,
      couriers: [HistoryCourier(id: try courier(), organisation: "Satpol PP")])
  }

  static func hours() throws -> WorkingHours {
    WorkingHours(opens: try #require(TimeOfDay("08:00")), closes: try #require(TimeOfDay("16:00")))
  }

  static func door(_ attempts: Attempts = Attempts()) throws -> DeliveryChannel {
    DeliveryChannel(
      name: "satpol-pp", title: Phrase(id: "Satpol PP", en: "Satpol PP"),
      means: .door(DoorService(couriers: 4, hours: try hours(), attempts: attempts)))
  }

  static let village = DeliveryChannel(
    name: "kelurahan", title: Phrase(id: "Kelurahan", en: "Village office"),
    means: .village(VillageService(returnAfterDays: 10)))

  static func counter() -> DeliveryChannel {
    DeliveryChannel(
      name: "loket", title: Phrase(id: "Loket", en: "Counter"),
      means: .counter(
        CounterService(
          counters: 1, minutesPerCard: .fixed(3), fetchDays: .fixed(5), neverFetchedShare: 0.1)))
  }

  /// Two kecamatan, three desa, one site with two printers.
  static func scenario(channels: [DeliveryChannel]? = nil) throws -> Scenario {
    let hours = try hours()
    func place(_ code: String, _ kecamatan: Int) throws -> SimulatedPlace {
      SimulatedPlace(
        code: try Self.code(code), name: code, kecamatan: kecamatan, areaSquareKilometres: 4,
        obliged: 10_000, recorded: 9_000, holders: 8_000)
    }
    return Scenario(
      name: "test", title: Phrase(id: "uji", en: "test"), question: Phrase(id: "?", en: "?"),
      region: try code("18.71"), firstDay: monday, lastDay: monday.adding(days: 27),
      officeHours: hours,
      kecamatan: try ["18.71.01", "18.71.02"].map {
        SimulatedKecamatan(
          code: try code($0), name: $0, speedKilometresPerHour: 20, roadFactor: 1.35,
          kilometresFromBase: 3)
      },
      places: [try place(desa[0], 0), try place(desa[1], 0), try place(desa[2], 1)],
      demand: Demand(arrivals: [
        Demand.Arrivals(kind: .first, perDay: 20), Demand.Arrivals(kind: .lost, perDay: 10),
      ]),
      blanks: BlankSupply(opening: 100_000),
      printing: Printing(
        sites: [Printing.Site(name: "kantor", printers: 2, operators: 2)], hours: hours,
        secondsPerCard: .fixed(120)),
      delivery: Delivery(channels: try channels ?? [door()], rules: []))
  }
}
