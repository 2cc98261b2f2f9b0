internal import Domain
internal import Reports
internal import Simulation

/// Who waits: a table for each way of telling cards apart.
struct FairnessSection {
  let study: Study
  let context: WhatIfContext
  let names: ScenarioNames
  let language: Language

  /// Of places, so many that wait longest.
  private static let mostPlaces = 15

  var html: HTMLText {
    let parts: HTMLText = .each(([study.base] + study.alternatives).enumerated()) {
      index, studied in
      part(of: studied, index)
    }
    guard parts != .empty else { return .empty }
    return """
      <section id="fairness"><h2>\(say(id: "Siapa yang menunggu", en: "Who waits"))</h2>
      <p>\(say(
        id: "Hari dari siap cetak (PRR) sampai kartu di tangan. Kartu yang masih dalam proses "
          + "dihitung selama ia sudah menunggu; kelompok dengan kurang dari "
          + "\(FairnessTable.fewestCards) kartu tidak ditampilkan.",
        en: "Days from print ready (PRR) to the card in hand. Cards still on their way count as "
          + "long as they have waited; groups of fewer than \(FairnessTable.fewestCards) cards are "
          + "not shown."))</p>
      \(parts)</section>
      """
  }

  private func part(of studied: StudiedScenario, _ index: Int) -> HTMLText {
    let fairness = FairnessTable(studied, runs: study.runs, includesSex: context.showsSex)
    let sections = fairness.sections.filter { section in
      section.rows.count { $0.figures != nil } > 1
    }
    guard !sections.isEmpty else { return .empty }
    let tables: HTMLText = .each(sections) { section in
      let title = title(of: section.dimension)
      return """
        <h4>\(title)</h4>\(PageTable.html(table(section, fairness.everyone), label: title))\
        <p class="note">\(spread(of: section))</p>
        """
    }
    guard !study.alternatives.isEmpty else { return tables }
    return """
      <details\(index == 0 ? " open=\"open\"" : .empty)><summary>\(names.all[index])</summary>\
      \(tables)</details>
      """
  }

  private func table(
    _ section: FairnessTable.Section, _ everyone: FairnessTable.Figures?
  ) -> TextTable {
    // A median of 0 days has no multiple.
    let hasRatios = everyone?.ratioToEveryone != nil
    let width = hasRatios ? 7 : 6
    let columns: [TextTable.Column] = [
      .init(say(id: "Kelompok", en: "Group")), .number(say(id: "kartu", en: "cards")),
      .number(say(id: "belum sampai", en: "not yet there")), .number("P50"), .number("P90"),
      .number(say(id: "tepat janji", en: "as promised")),
      .number(say(id: "dibanding semua", en: "against all")),
    ]
    return TextTable(
      columns: Array(columns.prefix(width)),
      rows: rows(of: section).compactMap { row in
        row.figures.map { fields(row.title.text(in: language), $0) }
      },
      totals: everyone.map { fields(say(id: "Semua", en: "Everyone"), $0) })
  }

  /// All of a kind, but of places only those that wait longest.
  private func rows(of section: FairnessTable.Section) -> [FairnessTable.Row] {
    guard section.dimension == .place else { return section.rows }
    let shown = section.rows.filter { $0.figures != nil }
    return shown.sorted { wait(of: $0) > wait(of: $1) }.prefix(Self.mostPlaces).map { $0 }
  }

  /// A median that is not known is longer than any that is.
  private func wait(of row: FairnessTable.Row) -> (Int, Int) {
    (row.figures?.median ?? .max, row.figures?.ninetieth ?? .max)
  }

  private func fields(_ title: String, _ figures: FairnessTable.Figures) -> [String] {
    [
      title, language.decimal(figures.cards, places: 0),
      language.decimal(figures.waiting, places: 0), days(figures.median), days(figures.ninetieth),
      figures.withinPromisePercent.map { language.decimal($0, places: 1) + " %" } ?? "–",
      figures.ratioToEveryone.map { "×" + language.decimal($0, places: 1) } ?? "–",
    ]
  }

  private func days(_ value: Int?) -> String {
    value.map { language.figure($0) } ?? say(id: "belum", en: "not yet")
  }

  private func spread(of section: FairnessTable.Section) -> String {
    var parts: [String] = []
    if section.dimension == .place, section.rows.count > Self.mostPlaces {
      parts.append(
        say(
          id: "\(Self.mostPlaces) yang paling lama menunggu dari \(section.rows.count)",
          en: "the \(Self.mostPlaces) that wait longest of \(section.rows.count)"))
    }
    if let ratio = section.longestToShortest {
      let times = language.decimal(ratio, places: 1)
      parts.append(
        say(
          id: "yang terlama menunggu \(times) kali yang tersingkat",
          en: "the longest median is \(times) times the shortest"))
    }
    if let gini = section.gini {
      parts.append("Gini \(language.decimal(gini, places: 2))")
    }
    return parts.joined(separator: "; ").asSentenceStart + (parts.isEmpty ? "" : ".")
  }

  private func title(of dimension: FairnessTable.Dimension) -> String {
    switch dimension {
    case .kecamatan: say(id: "Menurut kecamatan", en: "By kecamatan")
    case .place: say(id: "Menurut kelurahan/desa", en: "By kelurahan or desa")
    case .kind: say(id: "Menurut jenis permohonan", en: "By kind of request")
    case .urgency: say(id: "Menurut kemendesakan", en: "By urgency")
    case .age: say(id: "Menurut umur", en: "By age")
    case .sex: say(id: "Menurut jenis kelamin", en: "By sex")
    case .channel: say(id: "Menurut jalur", en: "By channel")
    case .signal: say(id: "Menurut sinyal", en: "By signal")
    }
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
