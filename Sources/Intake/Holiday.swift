public import Domain

/// A day on which the office is closed.
public struct Holiday: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case national
    case jointLeave = "joint_leave"
  }

  public let date: CalendarDate
  public let kind: Kind
  public let name: String
  /// Whether a decree fixes the day; otherwise it is expected from the lunar calendar.
  public let isDecreed: Bool

  /// Reads `holidays.csv`, in the order of the table.
  ///
  /// - Throws: ``MapTableError`` naming the line.
  public static func read(_ file: [UInt8]) throws(MapTableError) -> [Holiday] {
    try MapTable<HolidayColumn>("holidays.csv", file).rows { row throws(Rejection) in
      guard let date = CalendarDate(try row.required(.date)) else {
        throw row.rejection(.date, .notADate)
      }
      guard let kind = Kind(rawValue: try row.required(.kind)) else {
        throw row.rejection(.kind, .unknownWord(expected: Kind.allCases.map(\.rawValue)))
      }
      let name = try row.required(.name)
      let status = try row.required(.status)
      guard ["decreed", "expected"].contains(status) else {
        throw row.rejection(.status, .unknownWord(expected: ["decreed", "expected"]))
      }
      return Holiday(date: date, kind: kind, name: name, isDecreed: status == "decreed")
    }
  }
}

private enum HolidayColumn: Int, TableColumn {
  case date, kind, name, status
}
