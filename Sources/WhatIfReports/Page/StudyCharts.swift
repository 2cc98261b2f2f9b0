internal import Domain
internal import Simulation

/// The charts of a study, those with something to show.
struct StudyCharts {
  let study: Study
  let names: ScenarioNames
  let language: Language

  /// Days up to which a flow is drawn day by day.
  private static let longestDaily = 200
  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }

  var all: [Chart] {
    [
      levels(
        .waitingToPrint, id: "backlog",
        title: Phrase(id: "Antrean cetak", en: "The print queue"),
        note: Phrase(
          id: "Kartu yang siap cetak dan belum dicetak, setiap sore.",
          en: "Cards that are print ready and not printed, every evening.")),
      levels(
        .stock, id: "stock", title: Phrase(id: "Stok blangko", en: "The stock of blanks"),
        note: Phrase(
          id: "Blangko di semua tempat cetak, setiap sore.",
          en: "Blanks at all printing sites, every evening.")),
      flow(
        .printed, id: "printed", title: Phrase(id: "Dicetak per hari", en: "Printed each day"),
        note: Phrase(
          id: "Kartu yang dicetak pada setiap hari kerja.", en: "Cards printed on each working day."
        )),
      flow(
        .delivered, id: "delivered",
        title: Phrase(id: "Diterima per hari", en: "Delivered each day"),
        note: Phrase(
          id: "Kartu yang sampai di tangan penduduk pada setiap hari kerja.",
          en: "Cards that reach their resident's hand on each working day.")),
      CoverageChart(study: study, names: names, language: language).chart,
      WaitChart(study: study, names: names, language: language).chart,
    ].compactMap { $0 } + AgeCharts(study: study, names: names, language: language).all
  }

  private func levels(_ measure: Measure, id: String, title: Phrase, note: Phrase) -> Chart? {
    chart(measure, days: Array(0..<dayCount), id: id, title: title, note: note)
  }

  /// Days on which nobody works and nothing happens are left out: they would only be teeth.
  private func flow(_ measure: Measure, id: String, title: Phrase, note: Phrase) -> Chart? {
    let days = (0..<dayCount).filter { day in
      isOfficeDay(day)
        || scenarios.contains { ($0.series[measure]?.mean[safe: day] ?? 0) > 0 }
    }
    guard dayCount > Self.longestDaily else {
      return chart(measure, days: days, id: id, title: title, note: note)
    }
    let smoothed = Phrase(
      id: note.indonesian + " Rata-rata lima hari kerja terakhir.",
      en: note.english + " Mean of the last five working days.")
    return chart(measure, days: days, id: id, title: title, note: smoothed, isSmooth: true)
  }

  private func chart(
    _ measure: Measure, days: [Int], id: String, title: Phrase, note: Phrase,
    isSmooth: Bool = false
  ) -> Chart? {
    func pick(_ values: [Double]) -> [Double] {
      let picked = days.map { values[safe: $0] ?? 0 }
      return isSmooth ? Sparkline.trailing(picked, days: 5) : picked
    }
    let curves = scenarios.enumerated().compactMap { index, studied in
      studied.series[measure].map { band in
        Chart.Curve(
          name: names.all[index], style: index, mean: pick(band.mean),
          low: pick(band.tenth),
          high: pick(band.ninetieth))
      }
    }
    guard days.count > 1, curves.contains(where: { $0.high.contains { $0 > 0 } }) else {
      return nil
    }
    let axis = DayAxis(scenario: study.base.scenario, language: language)
    return Chart(
      id: id, title: title.text(in: language), note: note.text(in: language),
      axis: measure == .stock
        ? language.say(id: "blangko", en: "blanks") : language.say(id: "kartu", en: "cards"),
      places: days.map(Double.init), labels: days.map(axis.label), ticks: axis.ticks,
      curves: curves, placeTitle: language.say(id: "Tanggal", en: "Date"))
  }

  private var dayCount: Int { study.base.scenario.dayCount }

  private func isOfficeDay(_ day: Int) -> Bool {
    let scenario = study.base.scenario
    let date = scenario.firstDay.adding(days: day)
    return scenario.officeHours.days.contains(date.dayOfWeek) && !scenario.holidays.contains(date)
  }
}

extension Array {
  /// The element at `index`, or nothing beyond the end.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
