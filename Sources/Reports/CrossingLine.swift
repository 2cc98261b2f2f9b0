internal import Domain

/// The texts of one crossing by boat as they stand on a run sheet, for the page and for measuring.
struct CrossingLine {
  /// `09.00–10.00`, with the day where it is not the run's own.
  let times: String
  /// From pier to pier.
  let way: String
  let boat: String
  /// What to know about tide and weather.
  let note: String?

  init(_ crossing: Crossing, on date: CalendarDate, language: Language) {
    let day =
      crossing.daysLater == 0
      ? "" : " (\(date.adding(days: crossing.daysLater).text(in: language)))"
    times = "\(crossing.departs)–\(crossing.arrives)\(day)"
    way = "\(crossing.from.name) → \(crossing.to.name)"
    boat = "\(crossing.boat.phrase.text(in: language)), \(crossing.route)"
    note = crossing.note
  }
}
