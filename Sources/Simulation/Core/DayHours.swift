import Domain

/// When someone works on each simulated day, in seconds since midnight of the first day.
///
/// Shape: one entry per day; `opens == closes` on a day without work. What lies after
/// `ordinaryEnd` is overtime: all of it on overtime days.
struct DayHours: Hashable, Sendable {
  private(set) var opens: [Int32] = []
  private(set) var ordinaryEnd: [Int32] = []
  private(set) var closes: [Int32] = []

  init(_ hours: WorkingHours, of scenario: Scenario) {
    let holidays = Set(scenario.holidays.map(\.dayNumber))
    for day in 0..<scenario.dayCount {
      let number = scenario.firstDay.dayNumber + day
      let weekday = CalendarDate(dayNumber: number).dayOfWeek
      let midnight = Int32(day * 86_400)
      let isHoliday = holidays.contains(number)
      let isOrdinary = hours.days.contains(weekday) && !isHoliday
      let isOvertime =
        !isOrdinary
        && (isHoliday ? hours.worksOnHolidays : hours.overtimeDays.contains(weekday))
      let start = midnight + hours.opens.seconds
      let end = midnight + hours.closes.seconds
      opens.append(start)
      ordinaryEnd.append(isOrdinary ? end : start)
      closes.append(
        isOrdinary ? end + Int32(hours.overtimeMinutes * 60) : isOvertime ? end : start)
    }
  }

  var dayCount: Int { opens.count }

  func works(on day: Int) -> Bool { opens[day] < closes[day] }

  /// Whether `day` is an ordinary working day, and not only overtime.
  func isOrdinary(_ day: Int) -> Bool { opens[day] < ordinaryEnd[day] }

  /// Hours of overtime on `day`.
  func overtimeHours(on day: Int) -> Double { Double(closes[day] - ordinaryEnd[day]) / 3600 }

  /// The moment at which work of `seconds`, begun no earlier than `time`, is done when it goes on
  /// over as many days as it takes; nil if the simulated days do not suffice.
  func end(ofWork seconds: Int32, from time: Int32) -> Int32? {
    var left = seconds
    for day in max(0, Int(time / 86_400))..<max(dayCount, Int(time / 86_400)) {
      let start = max(time, opens[day])
      let available = closes[day] - start
      guard available > 0 else { continue }
      if left <= available { return start + left }
      left -= available
    }
    return nil
  }
}
