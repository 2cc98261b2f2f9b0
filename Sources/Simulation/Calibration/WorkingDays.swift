import Domain

/// Which days of the calendar the office of a scenario works on.
struct WorkingDays: Sendable {
  private let weekdays: Set<Weekday>
  private let holidays: Set<Int>

  init(_ scenario: Scenario) {
    weekdays = Set(scenario.officeHours.days)
    holidays = Set(scenario.holidays.map(\.dayNumber))
  }

  func contains(_ day: Int) -> Bool {
    weekdays.contains(CalendarDate(dayNumber: day).dayOfWeek) && !holidays.contains(day)
  }

  func days(in range: ClosedRange<Int>) -> [Int] { range.filter(contains) }
}
