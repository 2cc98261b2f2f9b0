/// A day of the week; raw values are those of ISO 8601, 1 for Monday to 7 for Sunday.
public enum Weekday: Int, CaseIterable, Comparable, Sendable, Described {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public var phrase: Phrase {
    switch self {
    case .monday: Phrase(id: "Senin", en: "Monday")
    case .tuesday: Phrase(id: "Selasa", en: "Tuesday")
    case .wednesday: Phrase(id: "Rabu", en: "Wednesday")
    case .thursday: Phrase(id: "Kamis", en: "Thursday")
    case .friday: Phrase(id: "Jumat", en: "Friday")
    case .saturday: Phrase(id: "Sabtu", en: "Saturday")
    case .sunday: Phrase(id: "Minggu", en: "Sunday")
    }
  }

  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension CalendarDate {
  public var dayOfWeek: Weekday { Weekday(rawValue: weekday) ?? .monday }
}
