public import Domain
import Geometry

/// Writes sailings as a file that ``SailingImport`` reads back to the same values.
public enum SailingFile {
  /// The file's bytes: a header and one line per sailing, UTF-8, commas, line feeds.
  public static func bytes(_ sailings: some Sequence<Sailing>) -> [UInt8] {
    var bytes = CardFile.line(SailingColumn.allCases.map(\.name))
    for sailing in sailings {
      bytes += CardFile.line(SailingColumn.allCases.map { text($0, of: sailing) })
    }
    return bytes
  }

  private static func text(_ column: SailingColumn, of sailing: Sailing) -> String {
    switch column {
    case .route: sailing.route
    case .pier: sailing.pier.name
    case .pierLatitude: CardFile.degrees(sailing.pier.coordinate.latitudeE7)
    case .pierLongitude: CardFile.degrees(sailing.pier.coordinate.longitudeE7)
    case .island: sailing.island
    case .islandPier: sailing.islandPier.name
    case .islandPierLatitude: CardFile.degrees(sailing.islandPier.coordinate.latitudeE7)
    case .islandPierLongitude: CardFile.degrees(sailing.islandPier.coordinate.longitudeE7)
    case .kind: sailing.isCharter ? "charter" : "scheduled"
    case .days: days(sailing.days)
    case .exceptDates: sailing.exceptions.map(\.description).joined(separator: "|")
    case .departures: times(of: sailing).departures
    case .durationMinutes: String(sailing.minutesOut)
    case .returns: times(of: sailing).returns
    case .returnDurationMinutes: String(sailing.minutesBack)
    case .boardingMinutes: String(sailing.boardingMinutes)
    case .capacity: String(sailing.capacity)
    case .overnight: sailing.allowsOvernight ? "yes" : "no"
    case .note: sailing.note ?? ""
    case .source: sailing.source
    }
  }

  private static func days(_ days: Set<Weekday>) -> String {
    guard days.count < Weekday.allCases.count else { return "daily" }
    return days.sorted().map { "\($0)".prefix(3).description }.joined(separator: "|")
  }

  private static func times(of sailing: Sailing) -> (departures: String, returns: String) {
    func list(_ times: [TimeOfDay]) -> String {
      times.map(\.description).joined(separator: "|")
    }
    return switch sailing.timetable {
    case .scheduled(let departures, let returns): (list(departures), list(returns))
    case .charter(let departures, let returns):
      (
        "\(departures.lowerBound)-\(departures.upperBound)",
        "\(returns.lowerBound)-\(returns.upperBound)"
      )
    }
  }
}
