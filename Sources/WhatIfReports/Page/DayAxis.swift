internal import Domain
internal import Simulation

/// The days of a scenario along an axis.
struct DayAxis {
  let scenario: Scenario
  let language: Language

  func label(_ day: Int) -> String {
    scenario.firstDay.adding(days: day).short(in: language, withYear: true)
  }

  /// Mondays of a short period, months of a longer, quarters of one beyond fifteen months.
  var ticks: [Chart.Tick] {
    let days = 0..<scenario.dayCount
    if scenario.dayCount <= 62 {
      return days.filter { scenario.firstDay.adding(days: $0).dayOfWeek == .monday }
        .map { Chart.Tick(value: Double($0), label: label(monday: $0)) }
    }
    let isLong = scenario.dayCount > 460
    return days.compactMap { day in
      let date = scenario.firstDay.adding(days: day)
      guard date.day == 1, !isLong || date.month % 3 == 1 else { return nil }
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
