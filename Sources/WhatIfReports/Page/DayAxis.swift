internal import Domain
internal import Simulation

/// The days of a scenario along an axis.
struct DayAxis {
  let scenario: Scenario
  let language: Language

  func label(_ day: Int) -> String {
    scenario.firstDay.adding(days: day).short(in: language, withYear: true)
  }

  /// Mondays of a short period, else months, about eight at most; every January is among them.
  var ticks: [Chart.Tick] {
    let days = 0..<scenario.dayCount
    if scenario.dayCount <= 62 {
      return days.filter { scenario.firstDay.adding(days: $0).dayOfWeek == .monday }
        .map { Chart.Tick(value: Double($0), label: label(monday: $0)) }
    }
    let step = [1, 2, 3, 6].first { scenario.dayCount <= $0 * 260 } ?? 12
    return days.compactMap { day in
      let date = scenario.firstDay.adding(days: day)
      guard date.day == 1, (date.month - 1) % step == 0 else { return nil }
      let words = date.short(in: language).split(separator: " ")
      let monthName = words.count == 2 ? String(words[1]) : ""
      let label = date.month == 1 ? "\(monthName) \(date.year)" : monthName
      return Chart.Tick(value: Double(day), label: label)
    }
  }

  private func label(monday day: Int) -> String {
    scenario.firstDay.adding(days: day).short(in: language)
  }
}
