/// A day of the Gregorian calendar, without a time zone.
///
/// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Creates a date, or nothing if the calendar has no such day; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.init(year, month, day)
  }

  /// Reads `YYYY-MM-DD` (ISO 8601), or the `DD-MM-YYYY` and `DD/MM/YYYY` of Indonesian forms.
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and files have dates by the hundred thousand.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    var scanner = NumberScanner(bytes)
    guard let first = scanner.number(digits: 1...4) else { return nil }
    let separator = scanner.accept(UInt8(ascii: "/")) ? UInt8(ascii: "/") : UInt8(ascii: "-")
    guard separator == UInt8(ascii: "/") || scanner.accept(separator),
      let month = scanner.number(digits: 1...4), scanner.accept(separator),
      let last = scanner.number(digits: 1...4), scanner.isAtEnd
    else { return nil }
    switch (first.digits, last.digits) {
    case (4, 1...2): self.init(year: first.value, month: month.value, day: last.value)
    case (1...2, 4): self.init(year: last.value, month: month.value, day: first.value)
    default: return nil
    }
  }

  /// The date `dayNumber` days after 1 January 1970.
  public init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1 January 1970; negative before it.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (dayNumber % 7 + 10) % 7 + 1 }

  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// Whole years from this date to `later`, as a person counts birthdays.
  public func age(on later: CalendarDate) -> Int {
    let hadBirthday = (later.month, later.day) >= (month, day)
    return later.year - year - (hadBirthday ? 0 : 1)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    text.append(year, paddedTo: 4)
    text.append(UInt8(ascii: "-"))
    text.append(month, paddedTo: 2)
    text.append(UInt8(ascii: "-"))
    text.append(day, paddedTo: 2)
    return String(decoding: text, as: UTF8.self)
  }

  /// The date in words, such as `Kamis, 27 Juli 2017`.
  public func text(in language: Language) -> String {
    let months: [Phrase] = [
      Phrase(id: "Januari", en: "January"), Phrase(id: "Februari", en: "February"),
      Phrase(id: "Maret", en: "March"), Phrase(id: "April", en: "April"),
      Phrase(id: "Mei", en: "May"), Phrase(id: "Juni", en: "June"),
      Phrase(id: "Juli", en: "July"), Phrase(id: "Agustus", en: "August"),
      Phrase(id: "September", en: "September"), Phrase(id: "Oktober", en: "October"),
      Phrase(id: "November", en: "November"), Phrase(id: "Desember", en: "December"),
    ]
    return "\(dayOfWeek.phrase.text(in: language)), "
      + "\(day) \(months[month - 1].text(in: language)) \(year)"
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
