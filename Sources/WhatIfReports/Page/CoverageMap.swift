internal import Domain
internal import Reports
internal import Simulation

/// The kecamatan by the zone of their coverage: a map of any day, a row of days for paper, a table.
struct CoverageMap {
  let study: Study
  let context: WhatIfContext
  let names: ScenarioNames
  let language: Language

  private static let stillCount = 6

  private var scenario: Scenario { study.base.scenario }
  private var kind: CoverageKind { CoverageKind(of: scenario) }
  private var zones: ZoneThresholds { ZoneThresholds(of: scenario) }
  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }
  private var lastDay: Int { scenario.dayCount - 1 }

  var html: HTMLText {
    guard study.base.coverage.dayCount == scenario.dayCount, !scenario.kecamatan.isEmpty else {
      return .empty
    }
    let heading =
      say(
        id: "Kecamatan menurut zona: ", en: "Kecamatan by zone: ") + kind.label.text(in: language)
    return """
      <section id="map"><h2>\(heading)</h2>
      <p>\(zones.text(in: language)) \(context.isSketch ? sketchNote : "")</p>
      \(.optional(MapOutlines(scenario.kecamatan, shapes: context.outlines), maps))
      \(CoverageZoneTable(study: study, names: names, language: language).html(label: heading))
      </section>
      """
  }

  private var sketchNote: String {
    say(
      id: "Peta adalah sketsa, bukan batas resmi.",
      en: "The map is a sketch, not official borders.")
  }

  private func maps(_ map: MapOutlines) -> HTMLText {
    """
    <div class="maps">
    <div class="now">\(controls)
    \(large(map))\(legend)</div>
    <div class="stills">\(.each(scenarios.enumerated().filter(looksNew)) { index, studied in
      stills(map, studied, index)
    })</div>
    </div>
    """
  }

  /// Hidden until the program runs, as they would do nothing.
  private var controls: HTMLText {
    let choice: HTMLText =
      study.alternatives.isEmpty
      ? .empty
      : """
      <label>\(say(id: "Pilihan", en: "Alternative")) <select id="map-scenario">\(
          .each(names.all.enumerated()) { index, name in
            "<option value=\"\(index)\">\(name)</option>"
          })</select></label>
      """
    return """
      <div class="controls" hidden="hidden">\(choice)
      <label>\(say(id: "Hari", en: "Day")) <input id="map-day" type="range" min="0" \
      max="\(lastDay)" value="\(lastDay)"/></label>
      <output id="map-date" for="map-day">\(dayName(lastDay))</output></div>
      """
  }

  private func large(_ map: MapOutlines) -> HTMLText {
    """
    <svg class="large" viewBox="0 0 400 \(SVG.number(map.height))" role="img" \
    aria-label="\(say(id: "Peta kecamatan; angkanya ada di tabel di bawah", en: "Map of kecamatan; its figures are in the table below"))">
    <defs>\(.each(map.outlines) { outline in
      "<path id=\"kec\(outline.kecamatan)\" d=\"\(outline.path)\"/>"
    })</defs>
    \(.each(map.outlines, separator: "\n") { outline in
      let index = outline.kecamatan
      return """
        <use href="#kec\(index)" data-kecamatan="\(index)" class="zone \(zone(index, day: lastDay))">\
        <title>\(scenario.kecamatan[index].name)</title></use>
        """
    })
    \(.each(map.outlines) { outline in
      """
      <text data-label="\(outline.kecamatan)" x="\(SVG.number(outline.label.x))" \
      y="\(SVG.number(outline.label.y))" dy="4">\(percent(outline.kecamatan, day: lastDay))</text>
      """
    })
    </svg>
    """
  }

  private var legend: HTMLText {
    """
    <ul class="zones">\(.each(Zone.allCases) { zone in
      "<li><i class=\"\(zone.rawValue)\"></i>\(zone.phrase.text(in: language))</li>"
    })</ul>
    """
  }

  /// Whether a scenario's row of maps differs from the base's.
  private func looksNew(_ index: Int, _ studied: StudiedScenario) -> Bool {
    index == 0
      || scenario.kecamatan.indices.contains { kecamatan in
        stillDays.contains {
          zone(kecamatan, day: $0, in: studied) != zone(kecamatan, day: $0)
        }
      }
  }

  private var stillDays: [Int] {
    (0..<Self.stillCount).map { lastDay * $0 / (Self.stillCount - 1) }
  }

  /// The same map on days evenly spread over the period.
  private func stills(_ map: MapOutlines, _ studied: StudiedScenario, _ index: Int) -> HTMLText {
    """
    \(study.alternatives.isEmpty ? .empty : "<h4>\(names.all[index])</h4>")<div class="row">\(
        .each(stillDays) { day in
          """
          <figure><svg viewBox="0 0 400 \(SVG.number(map.height))" aria-hidden="true">\(
            .each(map.outlines) { outline in
              "<use href=\"#kec\(outline.kecamatan)\" class=\"zone \(zone(outline.kecamatan, day: day, in: studied))\"/>"
            })</svg><figcaption>\(dayName(day))<br/>\(share(of: studied, day: day))</figcaption></figure>
          """
        })</div>
    """
  }

  /// What the program colours the map with, day by day.
  var data: JSONText {
    [
      "days": .array((0...max(0, lastDay)).map { .string(dayName($0)) }),
      "names": .array(scenario.kecamatan.map { .string($0.name) }),
      "scenarios": .array(scenarios.map(days)),
    ]
  }

  /// For each kecamatan a letter for each day's zone, and each day's share in thousandths.
  private func days(of studied: StudiedScenario) -> JSONText {
    .array(
      scenario.kecamatan.map { kecamatan in
        let counts = (0..<studied.coverage.dayCount).map {
          studied.counts(kind, day: $0, in: kecamatan.code)
        }
        return [
          "zones": .string(
            counts.map { zones.zone(of: $0.part, obliged: $0.whole)?.rawValue.prefix(1) ?? "-" }
              .joined()),
          "permille": .array(
            counts.map { .integer($0.whole > 0 ? $0.part * 1000 / $0.whole : 0) }),
        ]
      })
  }

  private func zone(_ kecamatan: Int, day: Int, in studied: StudiedScenario? = nil) -> String {
    let counts = (studied ?? study.base)
      .counts(kind, day: day, in: scenario.kecamatan[kecamatan].code)
    return zones.zone(of: counts.part, obliged: counts.whole)?.rawValue ?? "none"
  }

  /// Whole percent, rounded down so that 100 is said only where it is reached.
  private func percent(_ kecamatan: Int, day: Int) -> String {
    let counts = study.base.counts(kind, day: day, in: scenario.kecamatan[kecamatan].code)
    return counts.whole > 0 ? String(counts.part * 100 / counts.whole) : "–"
  }

  private func share(of studied: StudiedScenario, day: Int) -> String {
    let counts = studied.coverage.counts(kind, day: day)
    return language.percentage(counts.part, of: counts.whole)
  }

  private func dayName(_ day: Int) -> String {
    scenario.firstDay.adding(days: day).short(in: language, withYear: true)
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}

extension ZoneThresholds {
  /// The zones of a scenario; the usual ones where those do not follow each other.
  init(of scenario: Scenario) {
    let goals = scenario.goals
    let named = scenario.assumptions.first {
      $0.path.hasPrefix("goals.") && $0.path.contains("green")
    }
    let source =
      switch named?.basis {
      case .source(let text)?: Phrase(id: text.withoutAddress, en: text.withoutAddress)
      default: Phrase(id: "skenario", en: "the scenario")
      }
    let zones = try? ZoneThresholds(
      yellowFromPermille: goals.yellowFromPermille, greenFromPermille: goals.greenFromPermille,
      source: source)
    self = zones ?? .usual
  }
}

extension String {
  /// The text up to the address in brackets that follows it, which the list of sources has.
  fileprivate var withoutAddress: String {
    firstRange(of: " (http").map { String(self[..<$0.lowerBound]) } ?? self
  }
}
