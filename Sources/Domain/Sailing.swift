public import Geometry

/// A boat between the mainland and an island, as its timetable declares it.
///
/// Invariant: it runs on some day; crossings take 1 minute to 24 hours; it takes someone aboard;
/// departures are in order; unless people may stay overnight, every boat out arrives before the
/// last boat back, and every boat back leaves after the first has arrived.
public struct Sailing: Hashable, Sendable {
  /// A landing place.
  public struct Pier: Hashable, Sendable {
    public let name: String
    public let coordinate: Coordinate

    public init(name: String, coordinate: Coordinate) {
      self.name = name
      self.coordinate = coordinate
    }
  }

  /// When boats leave.
  public enum Timetable: Hashable, Sendable {
    /// At fixed times: from the mainland, and from the island.
    case scheduled(departures: [TimeOfDay], returns: [TimeOfDay])
    /// When asked, within hours: from the mainland, and from the island.
    case charter(departures: ClosedRange<TimeOfDay>, returns: ClosedRange<TimeOfDay>)
  }

  /// What the route is called; no two sailings of an office share it.
  public let route: String
  public let pier: Pier
  /// The name of the island, which the island's pier need not have.
  public let island: String
  public let islandPier: Pier
  public let days: Set<Weekday>
  /// Days on which it does not run all the same, in order.
  public let exceptions: [CalendarDate]
  public let timetable: Timetable
  public let minutesOut: Int
  public let minutesBack: Int
  /// How long before it leaves one has to be at the pier: to board, or to find a boat for hire.
  public let boardingMinutes: Int
  /// How many couriers one boat takes; of boats for hire, how many they take in a day.
  public let capacity: Int
  /// Whether a courier may stay on the island and come back with the first boat of a later day.
  public let allowsOvernight: Bool
  /// What to know about tide and weather.
  public let note: String?
  /// Where the timetable is from.
  public let source: String

  /// - Throws: ``SailingError`` for the first value that no timetable has.
  public init(
    route: String, pier: Pier, island: String, islandPier: Pier,
    days: Set<Weekday> = Set(Weekday.allCases), exceptions: [CalendarDate] = [],
    timetable: Timetable, minutesOut: Int, minutesBack: Int? = nil, boardingMinutes: Int = 15,
    capacity: Int, allowsOvernight: Bool = false, note: String? = nil, source: String = ""
  ) throws(SailingError) {
    let minutesBack = minutesBack ?? minutesOut
    for minutes in [minutesOut, minutesBack] where !Self.allowedMinutes.contains(minutes) {
      throw .minutesOutOfRange(minutes)
    }
    guard Self.allowedBoardingMinutes.contains(boardingMinutes) else {
      throw .boardingOutOfRange(boardingMinutes)
    }
    guard Self.allowedCapacity.contains(capacity) else { throw .capacityOutOfRange(capacity) }
    guard !days.isEmpty else { throw .neverRuns }
    self.route = route
    self.pier = pier
    self.island = island
    self.islandPier = islandPier
    self.days = days
    self.exceptions = exceptions.sorted()
    self.timetable = timetable.inOrder
    self.minutesOut = minutesOut
    self.minutesBack = minutesBack
    self.boardingMinutes = boardingMinutes
    self.capacity = capacity
    self.allowsOvernight = allowsOvernight
    self.note = note
    self.source = source
    try checkTimes()
  }

  public static let allowedMinutes = 1...1440
  public static let allowedBoardingMinutes = 0...720
  public static let allowedCapacity = 1...10_000

  /// Whether boats leave when asked.
  public var isCharter: Bool {
    if case .charter = timetable { return true }
    return false
  }

  public func runs(on date: CalendarDate) -> Bool {
    days.contains(date.dayOfWeek) && !exceptions.contains(date)
  }

  private func checkTimes() throws(SailingError) {
    switch timetable {
    case .scheduled(let departures, let returns):
      guard let first = departures.first, let last = returns.last else { throw .withoutTimes }
      for time in departures + returns where time.seconds >= 86_400 { throw .afterMidnight(time) }
      for (time, next) in zip(departures, departures.dropFirst()) where time == next {
        throw .listedTwice(time)
      }
      for (time, next) in zip(returns, returns.dropFirst()) where time == next {
        throw .listedTwice(time)
      }
      guard !allowsOvernight else { return }
      let arrivals = departures.map { arrival(of: $0) }
      for (departure, arrival) in zip(departures, arrivals) where arrival.seconds > last.seconds {
        throw .arrivesAfterLastReturn(departure, arrives: arrival, lastReturn: last)
      }
      for time in returns where time < arrival(of: first) {
        throw .returnsBeforeArrival(time, firstArrival: arrival(of: first))
      }
    case .charter(let departures, let returns):
      for hours in [departures, returns] where hours.upperBound.seconds >= 86_400 {
        throw .afterMidnight(hours.upperBound)
      }
      guard !allowsOvernight else { return }
      let arrival = arrival(of: departures.lowerBound)
      guard arrival <= returns.upperBound else {
        throw .arrivesAfterLastReturn(
          departures.lowerBound, arrives: arrival, lastReturn: returns.upperBound)
      }
    }
  }

  /// - Precondition: `departure` is before midnight, which leaves room for a crossing of a day.
  private func arrival(of departure: TimeOfDay) -> TimeOfDay {
    departure.adding(minutes: minutesOut)
  }
}

extension Sailing.Timetable {
  fileprivate var inOrder: Self {
    switch self {
    case .scheduled(let departures, let returns):
      .scheduled(departures: departures.sorted(), returns: returns.sorted())
    case .charter: self
    }
  }
}

/// Why a timetable cannot be used.
public enum SailingError: Error, Hashable, Described {
  case minutesOutOfRange(Int)
  case boardingOutOfRange(Int)
  case capacityOutOfRange(Int)
  case neverRuns
  case withoutTimes
  case afterMidnight(TimeOfDay)
  case listedTwice(TimeOfDay)
  case arrivesAfterLastReturn(TimeOfDay, arrives: TimeOfDay, lastReturn: TimeOfDay)
  case returnsBeforeArrival(TimeOfDay, firstArrival: TimeOfDay)

  public var phrase: Phrase {
    switch self {
    case .minutesOutOfRange(let minutes):
      Phrase(
        id: "penyeberangan \(minutes) menit; isi 1 sampai 1440",
        en: "a crossing of \(minutes) minutes; write 1 to 1440")
    case .boardingOutOfRange(let minutes):
      Phrase(
        id: "\(minutes) menit untuk naik; isi 0 sampai 720",
        en: "\(minutes) minutes for boarding; write 0 to 720")
    case .capacityOutOfRange(let people):
      Phrase(
        id: "perahu memuat \(people) orang; isi 1 sampai 10000",
        en: "a boat for \(people) people; write 1 to 10000")
    case .neverRuns:
      Phrase(id: "tidak berlayar di hari apa pun; isi harinya", en: "runs on no day; give its days")
    case .withoutTimes:
      Phrase(
        id: "tidak ada jam berangkat atau jam kembali; isi keduanya",
        en: "has no departure or no return; give both")
    case .afterMidnight(let time):
      Phrase(
        id: "berangkat pukul \(time); tulis jam 00:00 sampai 23:59",
        en: "leaves at \(time); write a time from 00:00 to 23:59")
    case .listedTwice(let time):
      Phrase(
        id: "pukul \(time) tertulis dua kali; hapus satu", en: "lists \(time) twice; remove one")
    case .arrivesAfterLastReturn(let departure, let arrival, let last):
      Phrase(
        id: "yang berangkat pukul \(departure) tiba pukul \(arrival), sesudah perahu kembali"
          + " terakhir pukul \(last); perbaiki jamnya, atau izinkan bermalam",
        en: "the boat at \(departure) arrives at \(arrival), after the last return at \(last);"
          + " correct the times, or allow staying overnight")
    case .returnsBeforeArrival(let time, let arrival):
      Phrase(
        id: "kembali pukul \(time), sebelum perahu pertama tiba pukul \(arrival); perbaiki jamnya,"
          + " atau izinkan bermalam",
        en: "returns at \(time), before the first boat arrives at \(arrival); correct the times,"
          + " or allow staying overnight")
    }
  }
}
