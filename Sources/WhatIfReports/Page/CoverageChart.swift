internal import Domain
internal import Reports
internal import Simulation

/// The share of residents counted by the regency's coverage, day by day, with the borders of zones.
struct CoverageChart {
  let study: Study
  let names: ScenarioNames
  let language: Language

  var chart: Chart? {
    let scenario = study.base.scenario
    let kind = CoverageKind(of: scenario)
    let curves = ([study.base] + study.alternatives).enumerated().map { index, studied in
      let band = studied.coverageBands.whole.band(of: kind)
      return Chart.Curve(
        name: names.all[index], style: index, mean: band.mean, low: band.tenth,
        high: band.ninetieth)
    }
    guard scenario.dayCount > 1, curves.contains(where: { $0.mean.contains { $0 > 0 } }),
      curves.allSatisfy({ $0.mean.count == scenario.dayCount })
    else { return nil }
    let axis = DayAxis(scenario: scenario, language: language)
    let days = Array(0..<scenario.dayCount)
    return Chart(
      id: "coverage", title: title(of: kind), note: note, axis: "%",
      places: days.map(Double.init), labels: days.map(axis.label), ticks: axis.ticks,
      curves: curves, levels: levels(scenario.goals), top: 100,
      floor: Self.floor(of: curves.flatMap(\.low).min() ?? 0), decimals: 1,
      placeTitle: language.say(id: "Tanggal", en: "Date"))
  }

  private func title(of kind: CoverageKind) -> String {
    switch kind {
    case .recorded: language.say(id: "Cakupan perekaman", en: "Recording coverage")
    case .holders:
      language.say(id: "Penduduk yang memegang KTP-el", en: "Residents who hold their card")
    }
  }

  /// Eighty or fifty percent where even the least coverage lies above.
  static func floor(of least: Double) -> Double { least >= 80 ? 80 : least >= 50 ? 50 : 0 }

  private var note: String {
    language.say(
      id: "Persen dari wajib KTP seluruh wilayah, setiap sore.",
      en: "Percent of all residents who must hold a card, every evening.")
  }

  private func levels(_ goals: Goals) -> [Chart.Level] {
    [(goals.yellowFromPermille, Zone.yellow), (goals.greenFromPermille, Zone.green)].map {
      Chart.Level(
        value: Double($0) / 10,
        label: language.say(
          id:
            "zona \($1.phrase.indonesian) mulai \(language.decimal(Double($0) / 10, places: 1)) %",
          en: "\($1.phrase.english) zone from \(language.decimal(Double($0) / 10, places: 1)) %"))
    }
  }
}
