internal import Domain
internal import Reports
internal import Simulation

/// What the answer rests on: assumptions, method, and the details that give it again.
struct PageEnd {
  let study: Study
  let context: WhatIfContext
  let names: ScenarioNames
  let language: Language

  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }

  var html: HTMLText { assumptions + method + appendix }

  private var assumptions: HTMLText {
    let all = study.base.scenario.assumptions
    guard !all.isEmpty else { return .empty }
    let heading = say(id: "Nilai dan asalnya", en: "Values and where they come from")
    let sources = SourceNotes(of: study.base.scenario)
    let table = TextTable(
      columns: [
        .init(say(id: "Nilai", en: "Value")), .init(say(id: "ditulis", en: "as written")),
        .init(say(id: "dasar", en: "basis")),
        .init(say(id: "sumber atau alasan", en: "source or reason")),
      ],
      rows: all.map { assumption in
        let (basis, text) = Self.words(assumption.basis)
        return [assumption.path, assumption.value, basis.text(in: language), sources.mark(text)]
      })
    let assumed = all.count { if case .assumed = $0.basis { true } else { false } }
    return """
      <section id="assumptions"><h2>\(heading)</h2><p>\(say(
        id: "\(all.count) nilai, \(assumed) di antaranya anggapan tanpa sumber.",
        en: "\(all.count) values, \(assumed) of them assumed without a source."))</p>
      \(PageTable.html(table, label: heading))\(sources.html(in: language))</section>
      """
  }

  private static func words(_ basis: Assumption.Basis) -> (Phrase, String) {
    switch basis {
    case .source(let text): (Phrase(id: "sumber", en: "source"), text)
    case .assumed(let text): (Phrase(id: "anggapan", en: "assumption"), text)
    case .decided(let text): (Phrase(id: "keputusan", en: "decided"), text)
    }
  }

  private var method: HTMLText {
    let runs = language.figure(study.runs)
    let paragraphs = [
      say(
        id: "Setiap permohonan dan kartu disimulasikan dari perekaman sampai di tangan penduduk, "
          + "peristiwa demi peristiwa. Simulasi diulang \(runs) kali dengan nasib acak yang "
          + "berbeda; angka adalah rata-rata ulangan itu.",
        en: "Every request and card is simulated from recording to the resident's hand, event by "
          + "event. The simulation was repeated \(runs) times with other luck each time; figures "
          + "are means over these runs."),
      say(
        id: "Keadaan dasar dan setiap pilihan memakai nasib acak yang sama pada setiap ulangan, "
          + "sehingga selisihnya berasal dari keputusan, bukan dari kebetulan. Selang 95 % dari "
          + "sebaran t Student; suatu selisih disebut nyata bila tetap lolos setelah koreksi untuk "
          + "banyaknya angka yang dibandingkan.",
        en: "The base case and every alternative meet the same luck in each run, so that "
          + "differences come from the decision and not from chance. Intervals of 95 % are Student's "
          + "t; a difference is called distinguishable if it still is after correction for the "
          + "number of answers compared."),
      say(
        id: "Pita pada grafik memuat delapan dari sepuluh simulasi (persentil ke-10 sampai ke-90 "
          + "tiap hari).",
        en: "Bands in the charts hold eight of ten runs (the 10th to the 90th percentile of each "
          + "day)."),
      context.runEstimateError?.text(in: language),
    ].compactMap { $0 }
    return """
      <section id="method"><h2>\(say(id: "Cara menghitung", en: "How it was computed"))</h2>
      \(.each(paragraphs) { "<p>\($0)</p>" })</section>
      """
  }

  private var appendix: HTMLText {
    let events = scenarios.reduce(0) { $0 + $1.eventCount }
    let entries: [(String, String)] =
      [
        (
          say(id: "skenario", en: "scenario"),
          scenarios.map(\.scenario.name).joined(separator: ", ")
        ),
        (say(id: "sidik skenario", en: "scenario digest"), context.scenarioHash),
        (say(id: "benih acak", en: "seed"), String(study.seed)),
        (say(id: "simulasi", en: "runs"), language.figure(study.runs)),
        (say(id: "peristiwa", en: "events"), language.figure(events)),
        (say(id: "versi Hantar", en: "version of Hantar"), context.programVersion),
        (say(id: "ditulis", en: "written"), context.writtenAt),
      ] + (context.command.map { [(say(id: "perintah", en: "command"), $0)] } ?? [])
    return """
      <section id="appendix"><h2>\(say(id: "Rincian teknis", en: "Technical details"))</h2>
      <dl class="facts">\(.each(entries) { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
      <p class="note">Chart.js (MIT). \(context.attribution)</p></section>
      """
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
