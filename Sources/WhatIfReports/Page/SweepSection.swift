internal import Domain
internal import Reports
internal import Simulation

/// What a lever does over its whole range: a chart for each key answer that it moves, and a table.
struct SweepSection {
  let study: Study
  let key: KeyAnswers
  let words: LeverWords

  private var language: Language { words.language }

  private static let mostCharts = 4

  var charts: [Chart] {
    guard let sweep = study.sweep, sweep.values.count > 1 else { return [] }
    return answers(of: sweep).prefix(Self.mostCharts).map { chart(of: $0, sweep) }
  }

  var html: HTMLText {
    guard let sweep = study.sweep else { return .empty }
    let lever = words.name(of: sweep.lever)
    let heading = language.say(id: "Jika \(lever) diubah", en: "When \(lever) is changed")
    let text = AnswerText(language: language)
    let answers = answers(of: sweep)
    let table = TextTable(
      columns: [.init(lever)] + answers.map { .number($0.tableLabel.text(in: language)) },
      rows: sweep.values.indices.map { index in
        [words.value(sweep.values[index], of: sweep.lever)]
          + answers.map { text.valueWithError(sweep.answers[index][$0], of: $0) }
      })
    return """
      <section id="sweep"><h2>\(heading)</h2>
      <div class="charts">\(.each(charts) { $0.figure(in: language) })</div>
      \(PageTable.html(table, label: heading))</section>
      """
  }

  /// Key answers that some value of the lever has.
  private func answers(of sweep: Sweep) -> [Answer] {
    key.answers.filter { answer in
      sweep.answers.contains { ($0[answer]?.observed ?? 0) > 0 }
    }
  }

  /// Values of the lever at which the answer never happened have no point.
  private func chart(of answer: Answer, _ sweep: Sweep) -> Chart {
    let shown = sweep.values.indices.filter { (sweep.answers[$0][answer]?.observed ?? 0) > 0 }
    let estimates = shown.compactMap { sweep.answers[$0][answer] }
    return Chart(
      id: "sweep-" + answer.rawValue, title: answer.subject.text(in: language).asSentenceStart,
      note: language.say(
        id: "Rata-rata semua simulasi; garis tegak adalah selang 95 %.",
        en: "Mean of all runs; whiskers are 95 % intervals."),
      axis: axis(of: answer), places: shown.map { sweep.numbers[$0] },
      labels: shown.map { words.value(sweep.values[$0], of: sweep.lever) },
      ticks: ticks(shown, sweep),
      curves: [
        Chart.Curve(
          name: answer.phrase.text(in: language), style: 0, mean: estimates.map(\.mean),
          low: estimates.map(\.interval.lowerBound), high: estimates.map(\.interval.upperBound))
      ],
      top: answer.unit == .percent ? 100 : nil, decimals: answer.unit == .percent ? 1 : 0,
      hasWhiskers: true, placeTitle: words.name(of: sweep.lever))
  }

  private func ticks(_ shown: [Int], _ sweep: Sweep) -> [Chart.Tick] {
    let step = max(1, (shown.count + 7) / 8)
    return stride(from: 0, to: shown.count, by: step).map { index in
      let number = sweep.numbers[shown[index]]
      return Chart.Tick(
        value: number,
        label: language.decimal(number, places: number == number.rounded() ? 0 : 1))
    }
  }

  private func axis(of answer: Answer) -> String {
    switch answer.unit {
    case .days: language.say(id: "hari", en: "days")
    case .cards: language.say(id: "kartu", en: "cards")
    case .residents, .people: language.say(id: "orang", en: "people")
    case .percent: "%"
    case .rupiah: "Rp"
    case .machines: language.say(id: "mesin", en: "machines")
    }
  }
}
