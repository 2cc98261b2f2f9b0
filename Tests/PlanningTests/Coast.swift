import Domain
import Geometry
import Planning
import Testing

/// A coast 30 km long with an island off it, and boats between them.
///
/// The kecamatan of ``Samples`` lie along the coast. The island lies 10 km north of the first; a
/// pier stands 2.9 km north of its middle, the island's own 8.6 km north of it.
enum Coast {
  static let route = "Ketapang–Legundi"

  static func land() throws -> LandMasses {
    try LandMasses(union: [
      box(from: (-9000, -3000), to: (24_000, 3000)), box(from: (-1500, 8500), to: (1500, 11_500)),
    ])
  }

  static func pier() throws -> Sailing.Pier {
    Sailing.Pier(name: "Ketapang", coordinate: try Samples.place(1, north: 2900))
  }

  static func islandPier() throws -> Sailing.Pier {
    Sailing.Pier(name: "Selesung", coordinate: try Samples.place(1, north: 8600))
  }

  static func sailing(
    route: String = Coast.route, days: Set<Weekday> = Set(Weekday.allCases),
    exceptions: [CalendarDate] = [], departures: [String] = ["08:30", "10:00"],
    returns: [String] = ["12:00", "14:30"], minutes: Int = 60, boarding: Int = 15,
    capacity: Int = 10, overnight: Bool = false
  ) throws -> Sailing {
    try Sailing(
      route: route, pier: pier(), island: "Legundi", islandPier: islandPier(), days: days,
      exceptions: exceptions,
      timetable: .scheduled(
        departures: try departures.map(Samples.time), returns: try returns.map(Samples.time)),
      minutesOut: minutes, boardingMinutes: boarding, capacity: capacity,
      allowsOvernight: overnight, note: "air pasang")
  }

  /// One boat there, and one back that leaves an hour after it.
  static func sailingWithAnHourAshore(overnight: Bool) throws -> Sailing {
    try sailing(departures: ["10:00"], returns: ["12:00"], overnight: overnight)
  }

  static func charter(
    from: (String, String) = ("07:00", "15:00"), back: (String, String) = ("08:00", "16:30"),
    minutes: Int = 90, boarding: Int = 30, capacity: Int = 3
  ) throws -> Sailing {
    try Sailing(
      route: route, pier: pier(), island: "Legundi", islandPier: islandPier(),
      timetable: .charter(
        departures: try Samples.time(from.0)...(try Samples.time(from.1)),
        returns: try Samples.time(back.0)...(try Samples.time(back.1))),
      minutesOut: minutes, boardingMinutes: boarding, capacity: capacity)
  }

  /// So many doors on the island.
  static func islandCards(_ count: Int, first: Int = 1) throws -> [Card] {
    try (0..<count).map { number in
      try Samples.card(
        first + number, in: 1, desa: 3, east: Double(number % 10) * 200 - 900,
        north: 9000 + Double(number / 10) * 200)
    }
  }

  /// Thursday, 27 July 2017, and the days after it.
  static func day(_ offset: Int = 0) throws -> CalendarDate {
    try #require(CalendarDate(year: 2017, month: 7, day: 27)).adding(days: offset)
  }

  static func planner(
    _ couriers: [Courier], _ sailings: [Sailing],
    options: PlanOptions = PlanOptions(stepsPerStop: 5),
    travel: (any TravelModel)? = nil, service: ServicePolicy = .standard
  ) throws -> Planner {
    let gazetteer = try Samples.gazetteer(kecamatan: 4)
    return try Planner(
      gazetteer: gazetteer, couriers: couriers, travel: travel ?? StraightLineTravel(gazetteer),
      service: service, sailings: sailings, land: try land(), options: options)
  }

  static func plan(
    _ cards: [Card], _ couriers: [Courier], _ sailings: [Sailing], on offset: Int = 0,
    options: PlanOptions = PlanOptions(stepsPerStop: 5)
  ) throws -> Plan {
    try planner(couriers, sailings, options: options).plan(
      cards: cards, id: PlanID(date: try day(offset), version: 1))
  }

  private static func box(
    from southWest: (Double, Double), to northEast: (Double, Double)
  ) throws -> Shape {
    let corners = [
      southWest, (northEast.0, southWest.1), northEast, (southWest.0, northEast.1), southWest,
    ]
    let ring = try Ring(corners.map { try Samples.place(1, east: $0.0, north: $0.1) })
    return try Shape(polygons: [Polygon(exterior: ring)])
  }
}
