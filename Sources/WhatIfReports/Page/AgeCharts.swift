internal import Domain
internal import Simulation

/// How old the cards on their way are, evening by evening, and how long those waited that arrived.
///
/// A base alone has the median and the 95 % quantile in one chart; where scenarios are compared each
/// has a curve, and the two quantiles a chart of their own.
struct AgeCharts {
  let study: Study
  let names: ScenarioNames
  let language: Language

  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }

  var all: [Chart] {
    let inside = say(
      id: "Hari sejak siap cetak (PRR) dari kartu yang belum diterima dan belum kembali, setiap "
        + "sore",
      en: "Days since print ready (PRR) of the cards that are neither received nor back, every "
        + "evening")
    let arrived = say(
      id: "Hari dari siap cetak (PRR) sampai di tangan, dari kartu yang diterima pada hari itu "
        + "atau hari penerimaan terakhir",
      en: "Days from print ready (PRR) to the hand, of the cards received on that day or the last "
        + "day on which any were")
    let insideTitle = say(id: "Umur kartu dalam proses", en: "Age of the cards on their way")
    let arrivedTitle = say(id: "Lama tunggu kartu yang diterima", en: "Wait of the cards received")
    guard !study.alternatives.isEmpty else {
      return [
        chart(
          [(.ageMedian, "P50"), (.ageNinetyFifth, "P95")], id: "ages", title: insideTitle,
          note: "\(inside). \(bothQuantiles)"),
        chart(
          [(.arrivedWaitMedian, "P50"), (.arrivedWaitNinetyFifth, "P95")], id: "arrived-waits",
          title: arrivedTitle, note: "\(arrived). \(bothQuantiles)"),
      ].compactMap { $0 }
    }
    return [
      chart(
        [(.ageMedian, nil)], id: "ages-p50", title: insideTitle + ", P50",
        note: "\(inside): \(half)"),
      chart(
        [(.ageNinetyFifth, nil)], id: "ages-p95", title: insideTitle + ", P95",
        note: "\(inside): \(nearlyAll)"),
      chart(
        [(.arrivedWaitMedian, nil)], id: "arrived-waits-p50", title: arrivedTitle + ", P50",
        note: "\(arrived): \(half)"),
      chart(
        [(.arrivedWaitNinetyFifth, nil)], id: "arrived-waits-p95", title: arrivedTitle + ", P95",
        note: "\(arrived): \(nearlyAll)"),
    ].compactMap { $0 }
  }

  private var half: String {
    say(id: "separuh kartu paling lama sekian.", en: "half of them at most so many.")
  }

  private var nearlyAll: String {
    say(id: "95 dari 100 kartu paling lama sekian.", en: "95 of 100 at most so many.")
  }

  private var bothQuantiles: String {
    say(
      id: "Separuh kartu paling lama P50, 95 dari 100 paling lama P95.",
      en: "Half of them at most P50, 95 of 100 at most P95.")
  }

  /// - Parameter measures: Each with the name of its curve; nil to name it after its scenario.
  private func chart(
    _ measures: [(measure: Measure, name: String?)], id: String, title: String, note: String
  ) -> Chart? {
    let bands = scenarios.enumerated().flatMap { index, studied in
      measures.enumerated().compactMap { place, curve in
        studied.series[curve.measure].map { band in
          Chart.Curve(
            name: curve.name ?? names.all[index], style: index + place, mean: band.mean,
            low: band.tenth, high: band.ninetieth)
        }
      }
    }
    let dayCount = study.base.scenario.dayCount
    // Before the first card there is nothing to be old.
    guard bands.allSatisfy({ $0.mean.count == dayCount }),
      let first = (0..<dayCount).first(where: { day in bands.contains { $0.high[day] > 0 } }),
      first < dayCount - 1
    else { return nil }
    let axis = DayAxis(scenario: study.base.scenario, language: language)
    let days = Array(first..<dayCount)
    return Chart(
      id: id, title: title, note: note, axis: say(id: "hari", en: "days"),
      places: days.map(Double.init), labels: days.map(axis.label),
      ticks: axis.ticks.filter { $0.value >= Double(first) },
      curves: bands.map { Self.curve($0, from: first) }, levels: [promise],
      placeTitle: say(id: "Tanggal", en: "Date"))
  }

  private static func curve(_ curve: Chart.Curve, from first: Int) -> Chart.Curve {
    Chart.Curve(
      name: curve.name, style: curve.style, mean: Array(curve.mean[first...]),
      low: Array(curve.low[first...]), high: Array(curve.high[first...]))
  }

  private var promise: Chart.Level {
    let days = study.base.scenario.goals.promiseDays
    return Chart.Level(
      value: Double(days),
      label: say(
        id: "janji: \(days) hari", en: "promise: \(days) day\(days == 1 ? "" : "s")"))
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
