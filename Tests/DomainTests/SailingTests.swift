import Domain
import Geometry
import Testing

@Suite struct SailingTests {
  private static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

  private static func pier(_ name: String) throws -> Sailing.Pier {
    Sailing.Pier(name: name, coordinate: try Coordinate(latitude: -5.6, longitude: 105.2))
  }

  private static func sailing(
    days: Set<Weekday> = [.monday, .thursday], exceptions: [CalendarDate] = [],
    departures: [String] = ["08:00", "07:00"], returns: [String] = ["15:00", "09:00"],
    minutes: Int = 60, boarding: Int = 15, capacity: Int = 6, overnight: Bool = false
  ) throws -> Sailing {
    try Sailing(
      route: "Ketapang", pier: pier("Ketapang"), island: "Legundi", islandPier: pier("Selesung"),
      days: days, exceptions: exceptions,
      timetable: .scheduled(
        departures: departures.map(time), returns: returns.map(time)),
      minutesOut: minutes, boardingMinutes: boarding, capacity: capacity,
      allowsOvernight: overnight)
  }

  @Test func itRunsOnItsDaysButNotOnExceptions() throws {
    let thursday = try #require(CalendarDate("2017-07-27"))
    let sailing = try Self.sailing(exceptions: [thursday])
    let days = (0..<12).filter { sailing.runs(on: thursday.adding(days: $0)) }
    #expect(days == [4, 7, 11])
    #expect(thursday.dayOfWeek == .thursday)
  }

  @Test func timesAreKeptInOrder() throws {
    let sailing = try Self.sailing()
    #expect(
      sailing.timetable
        == .scheduled(
          departures: try ["07:00", "08:00"].map(Self.time),
          returns: try ["09:00", "15:00"].map(Self.time)))
    #expect(sailing.minutesBack == 60)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let make: @Sendable () throws -> Sailing
    let error: @Sendable () throws -> SailingError
    var testDescription: String { (try? error().phrase.english) ?? "?" }
  }

  static let refusals: [Refusal] = [
    Refusal(make: { try sailing(minutes: 0) }, error: { .minutesOutOfRange(0) }),
    Refusal(make: { try sailing(minutes: 1441) }, error: { .minutesOutOfRange(1441) }),
    Refusal(make: { try sailing(boarding: -1) }, error: { .boardingOutOfRange(-1) }),
    Refusal(make: { try sailing(capacity: 0) }, error: { .capacityOutOfRange(0) }),
    Refusal(make: { try sailing(days: []) }, error: { .neverRuns }),
    Refusal(make: { try sailing(departures: []) }, error: { .withoutTimes }),
    Refusal(make: { try sailing(returns: []) }, error: { .withoutTimes }),
    Refusal(
      make: { try sailing(departures: ["24:00"]) }, error: { .afterMidnight(try time("24:00")) }),
    Refusal(
      make: { try sailing(returns: ["15:00", "15:00"]) },
      error: { .listedTwice(try time("15:00")) }),
    Refusal(
      make: { try sailing(departures: ["07:00", "14:30"]) },
      error: {
        .arrivesAfterLastReturn(
          try time("14:30"), arrives: try time("15:30"), lastReturn: try time("15:00"))
      }),
    Refusal(
      make: { try sailing(returns: ["07:30", "15:00"]) },
      error: { .returnsBeforeArrival(try time("07:30"), firstArrival: try time("08:00")) }),
  ]

  @Test(arguments: refusals)
  func aTimetableThatNoBoatCouldKeepIsRefused(_ refusal: Refusal) throws {
    let expected = try refusal.error()
    #expect(throws: expected) { try refusal.make() }
    #expect(!expected.phrase.indonesian.isEmpty)
  }

  @Test func whereOneMayStayABoatMayArriveAfterTheLastReturn() throws {
    #expect(try Self.sailing(returns: ["05:00"], overnight: true).allowsOvernight)
  }
}
