public import Domain
public import Geometry

/// Reads a file of sailings (columns: ``SailingColumn``).
public enum SailingImport {
  /// Which times of a timetable a row gives.
  private enum Kind: CaseIterable { case scheduled, charter }

  private static let kinds = Vocabulary<Kind>([
    (.scheduled, ["scheduled", "terjadwal", "jadwal"]), (.charter, ["charter", "sewa", "carter"]),
  ])
  private static let answers = Vocabulary<Bool>([
    (true, ["yes", "ya"]), (false, ["no", "tidak"]),
  ])

  /// What became of each row of `file`, in order.
  ///
  /// - Parameter land: The land of the regency, if it is known: then an island's pier must be on
  ///   another piece of it than the mainland's.
  /// - Throws: ``DelimitedError`` for what makes the file unreadable.
  public static func readings(
    of file: [UInt8], land: LandMasses?
  ) throws(DelimitedError) -> [Reading<Sailing>] {
    var rows = TableReader<SailingColumn>()
    rows.feed(file[...])
    rows.finish()
    var firstRows: [String: Int] = [:]
    var readings: [Reading<Sailing>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        readings.append(.accepted(try sailing(row, land, &firstRows), []))
      } catch {
        readings.append(.rejected(error))
      }
    }
    try rows.checkHeader()
    return readings
  }

  /// The sailings of a table of `maps/`, all of whose rows must be right.
  ///
  /// - Throws: ``MapTableError`` naming the line.
  public static func table(
    _ file: [UInt8], land: LandMasses?
  ) throws(MapTableError) -> [Sailing] {
    var firstRows: [String: Int] = [:]
    return try MapTable<SailingColumn>("sailings.csv", file).rows { row throws(Rejection) in
      try sailing(row, land, &firstRows)
    }
  }

  private static func sailing(
    _ row: TableRow<SailingColumn>, _ land: LandMasses?, _ firstRows: inout [String: Int]
  ) throws(Rejection) -> Sailing {
    if let defect = row.defect { throw defect }
    let sailing = try sailing(row)
    try checkPiers(of: sailing, row, land)
    let route = normalisedWord(sailing.route)
    if let first = firstRows[route] { throw row.rejection(.route, .duplicate(firstRow: first)) }
    firstRows[route] = row.line
    return sailing
  }

  private static func sailing(_ row: TableRow<SailingColumn>) throws(Rejection) -> Sailing {
    let route = try text(.route, of: row)
    let pier = try pier(row, .pier, .pierLatitude, .pierLongitude)
    let island = try text(.island, of: row)
    let islandPier = try self.pier(row, .islandPier, .islandPierLatitude, .islandPierLongitude)
    let timetable = try timetable(row)
    let days = try days(row)
    let exceptions = try exceptions(row)
    guard let out = try minutes(.durationMinutes, of: row) else {
      throw row.rejection(.durationMinutes, .empty)
    }
    let back = try minutes(.returnDurationMinutes, of: row)
    let boarding = try row.wholeNumber(.boardingMinutes, in: Sailing.allowedBoardingMinutes)
    guard let capacity = try row.wholeNumber(.capacity, in: Sailing.allowedCapacity) else {
      throw row.rejection(.capacity, .empty)
    }
    let overnight = try row.word(.overnight, in: answers) ?? false
    let note = try row.line(.note, limit: 200)
    let source = try text(.source, of: row, limit: 300)
    do throws(SailingError) {
      return try Sailing(
        route: route, pier: pier, island: island, islandPier: islandPier, days: days,
        exceptions: exceptions, timetable: timetable, minutesOut: out, minutesBack: back,
        boardingMinutes: boarding ?? 15, capacity: capacity, allowsOvernight: overnight,
        note: note, source: source)
    } catch {
      throw row.rejection(column(of: error), .sailing(error))
    }
  }

  /// The column at which to look for what `error` says.
  private static func column(of error: SailingError) -> SailingColumn {
    switch error {
    case .minutesOutOfRange: .durationMinutes
    case .boardingOutOfRange: .boardingMinutes
    case .capacityOutOfRange: .capacity
    case .neverRuns: .days
    case .returnsBeforeArrival: .returns
    case .withoutTimes, .afterMidnight, .listedTwice, .arrivesAfterLastReturn: .departures
    }
  }

  private static func checkPiers(
    of sailing: Sailing, _ row: TableRow<SailingColumn>, _ land: LandMasses?
  ) throws(Rejection) {
    guard let land else { return }
    guard let island = land.mass(of: sailing.islandPier.coordinate) else {
      throw row.rejection(.islandPierLatitude, .pierOffLand)
    }
    if land.mass(of: sailing.pier.coordinate) == island {
      throw row.rejection(.islandPierLatitude, .piersOnOneLand)
    }
  }

  private static func pier(
    _ row: TableRow<SailingColumn>, _ name: SailingColumn, _ latitude: SailingColumn,
    _ longitude: SailingColumn
  ) throws(Rejection) -> Sailing.Pier {
    let name = try text(name, of: row)
    guard let place = try row.coordinate(latitude, longitude) else {
      throw row.rejection(latitude, .empty)
    }
    return Sailing.Pier(name: name, coordinate: place)
  }

  private static func days(_ row: TableRow<SailingColumn>) throws(Rejection) -> Set<Weekday> {
    let words = row.list(.days)
    guard !words.isEmpty else { throw row.rejection(.days, .empty) }
    var days: Set<Weekday> = []
    for word in words {
      guard let meant = Vocabulary<Set<Weekday>>.days[word] else {
        throw row.rejection(.days, .unknownWord(expected: Vocabulary<Set<Weekday>>.days.words))
      }
      days.formUnion(meant)
    }
    return days
  }

  private static func exceptions(
    _ row: TableRow<SailingColumn>
  ) throws(Rejection) -> [CalendarDate] {
    var dates: [CalendarDate] = []
    for text in row.list(.exceptDates) {
      guard let date = CalendarDate(text) else { throw row.rejection(.exceptDates, .notADate) }
      dates.append(date)
    }
    return dates
  }

  private static func timetable(
    _ row: TableRow<SailingColumn>
  ) throws(Rejection) -> Sailing.Timetable {
    guard let kind = try row.word(.kind, in: kinds) else { throw row.rejection(.kind, .empty) }
    switch kind {
    case .scheduled:
      return .scheduled(
        departures: try times(.departures, of: row), returns: try times(.returns, of: row))
    case .charter:
      return .charter(
        departures: try hours(.departures, of: row), returns: try hours(.returns, of: row))
    }
  }

  private static func times(
    _ column: SailingColumn, of row: TableRow<SailingColumn>
  ) throws(Rejection) -> [TimeOfDay] {
    let texts = row.list(column)
    guard !texts.isEmpty else { throw row.rejection(column, .empty) }
    var times: [TimeOfDay] = []
    for text in texts {
      guard let time = TimeOfDay(text) else { throw row.rejection(column, .notATime) }
      times.append(time)
    }
    return times
  }

  private static func hours(
    _ column: SailingColumn, of row: TableRow<SailingColumn>
  ) throws(Rejection) -> ClosedRange<TimeOfDay> {
    let ends = try text(column, of: row).split(separator: "-")
      .map { $0.filter { $0 != " " } }.map { TimeOfDay($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      throw row.rejection(column, .notHours)
    }
    return first...last
  }

  private static func minutes(
    _ column: SailingColumn, of row: TableRow<SailingColumn>
  ) throws(Rejection) -> Int? {
    try row.wholeNumber(column, in: Sailing.allowedMinutes)
  }

  private static func text(
    _ column: SailingColumn, of row: TableRow<SailingColumn>, limit: Int = 100
  ) throws(Rejection) -> String {
    guard let text = try row.line(column, limit: limit) else {
      throw row.rejection(column, .empty)
    }
    return text
  }
}
