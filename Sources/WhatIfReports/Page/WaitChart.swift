internal import Domain
internal import Reports
internal import Simulation

/// How many of the delivered cards had reached their resident within so many days.
struct WaitChart {
  let study: Study
  let names: ScenarioNames
  let language: Language

  private static let mostDays = 730

  var chart: Chart? {
    let histograms = ([study.base] + study.alternatives).map {
      $0.waits[.everyone]?.reached ?? WaitHistogram()
    }
    guard histograms.contains(where: { $0.total > 0 }) else { return nil }
    let longest = histograms.compactMap { $0.quantile(0.995) }.max() ?? 1
    let days = Array(0...min(Self.mostDays, max(7, longest)))
    let curves = histograms.enumerated().compactMap { index, histogram in
      histogram.total > 0
        ? Chart.Curve(
          name: names.all[index] + percentiles(of: histogram), style: index,
          mean: days.map { 100 * Double(histogram.cards(withinDays: $0)) / Double(histogram.total) }
        )
        : nil
    }
    return Chart(
      id: "waits",
      title: language.say(id: "Lama menunggu", en: "How long cards wait"),
      note: language.say(
        id: "Bagian dari kartu yang diterima penduduk yang menunggu paling lama sekian hari sejak "
          + "siap cetak (PRR).",
        en: "The share of delivered cards that arrived within so many days of being print ready "
          + "(PRR)."),
      axis: language.say(id: "% kartu", en: "% of cards"),
      places: days.map(Double.init), labels: days.map { language.figure($0) },
      ticks: AxisSteps.values(upTo: Double(days.count - 1)).filter { $0 < Double(days.count) }
        .map { Chart.Tick(value: $0, label: tickLabel($0)) },
      curves: curves, levels: [], top: 100, decimals: 1,
      placeTitle: language.say(id: "Hari", en: "Days"))
  }

  private func tickLabel(_ days: Double) -> String {
    language.decimal(days, places: 0) + (days > 0 ? language.say(id: " hari", en: " days") : "")
  }

  private func percentiles(of histogram: WaitHistogram) -> String {
    let days = [("P50", 0.5), ("P90", 0.9), ("P99", 0.99)].map { name, share in
      "\(name) \(histogram.quantile(share).map { language.figure($0) } ?? "–")"
    }
    return " (" + days.joined(separator: ", ") + ")"
  }
}
