internal import Domain
internal import Reports
internal import Simulation

/// Who waited how long, a row for each group of each scenario.
enum WaitRows {
  static func table(_ scenarios: [StudiedScenario]) -> CSVText {
    var rows: [[String]] = []
    for studied in scenarios {
      for (index, group) in studied.waits.groups.enumerated() {
        rows.append(row(of: group, at: index, in: studied))
      }
    }
    return CSVText(
      header: [
        "scenario", "group", "member", "name", "reached", "p50_days", "p90_days", "p95_days",
        "p99_days", "within_promise", "still_waiting", "still_waiting_p50_days",
      ], rows: rows)
  }

  private static func row(
    of group: WaitGroup, at index: Int, in studied: StudiedScenario
  ) -> [String] {
    let reached = studied.waits.reached[index]
    let waiting = studied.waits.waiting[index]
    func days(_ histogram: WaitHistogram, _ share: Double) -> String {
      histogram.quantile(share).map(String.init) ?? ""
    }
    return [studied.scenario.name] + group.fields(in: studied.scenario) + [
      String(reached.total), days(reached, 0.5), days(reached, 0.9), days(reached, 0.95),
      days(reached, 0.99), String(studied.waits.withinPromise[index]), String(waiting.total),
      days(waiting, 0.5),
    ]
  }
}

extension WaitGroup {
  /// The kind of group, its member, and the member's name in the scenario.
  fileprivate func fields(in scenario: Scenario) -> [String] {
    let name = name(in: scenario, language: .english)
    switch self {
    case .everyone: return ["everyone", "", name]
    case .kecamatan(let index):
      return ["kecamatan", scenario.kecamatan[index].code.description, name]
    case .place(let index): return ["desa", scenario.places[index].code.description, name]
    case .kind(let kind): return ["kind", kind.rawValue, name]
    case .urgency(let urgency): return ["urgency", urgency.rawValue, name]
    case .age(let age): return ["age", age.rawValue, name]
    case .sex(let sex): return ["sex", sex.rawValue, name]
    case .channel(let index): return ["channel", scenario.delivery.channels[index].name, name]
    case .withoutSignal: return ["without-signal", "", name]
    }
  }
}
