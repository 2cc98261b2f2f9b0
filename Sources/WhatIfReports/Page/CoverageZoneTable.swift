internal import Domain
internal import Reports
internal import Simulation

/// Coverage of each kecamatan on the first and the last day, and the day it turned green.
struct CoverageZoneTable {
  let study: Study
  let names: ScenarioNames
  let language: Language

  private var scenario: Scenario { study.base.scenario }
  private var kind: CoverageKind { CoverageKind(of: scenario) }
  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }

  func html(label: String) -> HTMLText { PageTable.html(table, label: label) }

  private var table: TextTable {
    var columns: [TextTable.Column] = [
      .init("Kecamatan"), .number(language.say(id: "wajib KTP", en: "obliged")),
      .number(language.say(id: "awal", en: "start")),
    ]
    for name in names.all {
      let suffix = names.all.count > 1 ? " · " + name : ""
      columns.append(.number(language.say(id: "akhir", en: "end") + suffix))
      columns.append(.init(language.say(id: "zona", en: "zone") + suffix))
      columns.append(.number(language.say(id: "hijau sejak", en: "green since") + suffix))
    }
    return TextTable(columns: columns, rows: scenario.kecamatan.indices.map(row))
  }

  private func row(_ kecamatan: Int) -> [TextTable.Cell] {
    let first = study.base.counts(kind, day: 0, in: scenario.kecamatan[kecamatan].code)
    let head = [
      TextTable.Cell(scenario.kecamatan[kecamatan].name),
      TextTable.Cell(language.figure(first.whole)),
      TextTable.Cell(language.percentage(first.part, of: first.whole)),
    ]
    return head + scenarios.flatMap { cells($0, kecamatan) }
  }

  private func cells(_ studied: StudiedScenario, _ kecamatan: Int) -> [TextTable.Cell] {
    let code = scenario.kecamatan[kecamatan].code
    let dayCount = studied.coverage.dayCount
    let zones = ZoneThresholds(of: scenario)
    let last = studied.counts(kind, day: dayCount - 1, in: code)
    let zone = zones.zone(of: last.part, obliged: last.whole)
    let tone: TextTable.Cell.Tone =
      switch zone {
      case .red: .bad
      case .yellow: .warning
      case .green: .good
      case nil: .faint
      }
    let green = (0..<dayCount).first { day in
      let counts = studied.counts(kind, day: day, in: code)
      return zones.zone(of: counts.part, obliged: counts.whole) == .green
    }
    return [
      TextTable.Cell(language.percentage(last.part, of: last.whole)),
      TextTable.Cell(zone?.phrase.text(in: language) ?? "–", tone: tone),
      TextTable.Cell(green.map(dayName) ?? "–"),
    ]
  }

  private func dayName(_ day: Int) -> String {
    scenario.firstDay.adding(days: day).short(in: language, withYear: true)
  }
}
