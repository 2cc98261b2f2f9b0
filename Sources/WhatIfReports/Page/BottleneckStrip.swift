internal import Domain
internal import Reports
internal import Simulation

/// What held everything up, when: a row for each cause and scenario, a bar for each stretch of days.
struct BottleneckStrip {
  let study: Study
  let names: ScenarioNames
  let language: Language

  var html: HTMLText {
    let scenarios = [study.base] + study.alternatives
    guard scenarios.contains(where: { !$0.bottleneckDays.isEmpty }) else { return .empty }
    return """
      <section id="bottlenecks"><h2>\(say(id: "Apa yang menghambat, dan kapan", en: "What held things up, and when"))</h2>
      \(.each(scenarios.enumerated()) { index, studied in rows(of: studied, index) })
      </section>
      """
  }

  private func rows(of studied: StudiedScenario, _ index: Int) -> HTMLText {
    """
    <h3>\(names.all[index])</h3>
    <dl class="strip k\(index % ChartStyle.count)">
    \(.each(studied.bottleneckDays, separator: "\n") { cause, days in row(cause, days, studied) })
    <dt></dt><dd class="scale">\(.each(ticks(of: studied.scenario)) { left, label in
      "<span style=\"left:\(left)%\">\(label)</span>"
    })</dd>
    </dl>
    """
  }

  private func row(
    _ cause: Bottleneck.Cause, _ days: Int, _ studied: StudiedScenario
  ) -> HTMLText {
    let stretches = studied.bottlenecks.filter { $0.cause == cause }
    let words = stretches.map { stretch in
      let from = studied.scenario.firstDay.adding(days: stretch.days.lowerBound)
      let to = studied.scenario.firstDay.adding(days: stretch.days.upperBound)
      return from.short(in: language) + "–" + to.short(in: language)
    }
    let count = say(id: "\(days) hari", en: days == 1 ? "1 day" : "\(days) days")
    return """
      <dt>\(cause.label.text(in: language)) <small>\(count)</small></dt>
      <dd role="img" aria-label="\(words.joined(separator: ", "))">\(.each(stretches) { stretch in
        bar(stretch.days, of: studied.scenario)
      })</dd>
      """
  }

  private func bar(_ days: ClosedRange<Int>, of scenario: Scenario) -> HTMLText {
    let all = Double(max(1, scenario.dayCount))
    let left = SVG.number(100 * Double(days.lowerBound) / all)
    let width = SVG.number(max(0.3, 100 * Double(days.count) / all))
    let words = [days.lowerBound, days.upperBound].map {
      scenario.firstDay.adding(days: $0).short(in: language, withYear: true)
    }
    return "<i style=\"left:\(left)%;width:\(width)%\" title=\"\(words[0])–\(words[1])\"></i>"
  }

  /// At most six, so that they fit a phone.
  private func ticks(of scenario: Scenario) -> [(left: String, label: String)] {
    let all = DayAxis(scenario: scenario, language: language).ticks
    let step = max(1, (all.count + 5) / 6)
    return stride(from: 0, to: all.count, by: step).map { index in
      (SVG.number(100 * all[index].value / Double(scenario.dayCount)), all[index].label)
    }
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
