public import Domain
import GRDB
import Geometry

extension Store {
  /// Replaces every sailing by `sailings`.
  public func setSailings(_ sailings: [Sailing], now: Instant) throws {
    try change(.sailing, now: now) { database in
      try database.execute(sql: "DELETE FROM sailing")
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO sailing VALUES
            (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for sailing in sailings { try insert.execute(arguments: sailing.columns) }
    }
  }

  /// The boats to islands, in order of route.
  public func sailings() throws -> [Sailing] {
    try file.read { database in
      try database.all("SELECT * FROM sailing ORDER BY route", [], Sailing.init(row:))
    }
  }
}

extension Sailing {
  fileprivate var columns: StatementArguments {
    let (departures, returns) = timetable.seconds
    return [
      route, pier.name, pier.coordinate.latitudeE7, pier.coordinate.longitudeE7, island,
      islandPier.name, islandPier.coordinate.latitudeE7, islandPier.coordinate.longitudeE7,
      days.sorted().map { "\($0.rawValue)" }.joined(separator: " "),
      exceptions.map(\.description).joined(separator: " "), isCharter, departures, returns,
      minutesOut, minutesBack, boardingMinutes, capacity, allowsOvernight, note, source,
    ]
  }

  fileprivate init(row: Row) throws {
    let days: String = try row.read("days")
    let exceptions: String = try row.read("exceptions")
    do {
      try self.init(
        route: try row.read("route"),
        pier: Pier(name: try row.read("pier"), coordinate: try row.readCoordinate()),
        island: try row.read("island"),
        islandPier: Pier(
          name: try row.read("island_pier"),
          coordinate: try row.readCoordinate(prefix: "island_")),
        days: Set(days.split(separator: " ").compactMap { Int($0) }.compactMap(Weekday.init)),
        exceptions: exceptions.split(separator: " ").compactMap { CalendarDate($0) },
        timetable: try Timetable(row: row), minutesOut: try row.read("minutes_out"),
        minutesBack: try row.read("minutes_back"),
        boardingMinutes: try row.read("boarding_minutes"), capacity: try row.read("capacity"),
        allowsOvernight: try row.read("allows_overnight"), note: try row.readIfPresent("note"),
        source: try row.read("source"))
    } catch is SailingError {
      throw UnreadableColumn(name: "sailing.departures")
    }
  }
}

extension Sailing.Timetable {
  /// Both lists as the columns hold them.
  fileprivate var seconds: (departures: String, returns: String) {
    func text(_ times: [TimeOfDay]) -> String {
      times.map { "\($0.seconds)" }.joined(separator: " ")
    }
    return switch self {
    case .scheduled(let departures, let returns): (text(departures), text(returns))
    case .charter(let departures, let returns):
      (
        text([departures.lowerBound, departures.upperBound]),
        text([returns.lowerBound, returns.upperBound])
      )
    }
  }

  fileprivate init(row: Row) throws {
    let lists = try ["departures", "returns"].map { column in
      let text: String = try row.read(column)
      return text.split(separator: " ").compactMap { Int32($0) }
        .compactMap { TimeOfDay(seconds: $0) }
    }
    let isCharter: Bool = try row.read("is_charter")
    guard isCharter else {
      self = .scheduled(departures: lists[0], returns: lists[1])
      return
    }
    guard let first = lists[0].first, let last = lists[0].last, first <= last,
      let opens = lists[1].first, let closes = lists[1].last, opens <= closes
    else { throw UnreadableColumn(name: "sailing.departures") }
    self = .charter(departures: first...last, returns: opens...closes)
  }
}
