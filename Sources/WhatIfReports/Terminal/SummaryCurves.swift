internal import Domain
internal import Reports
internal import Simulation

/// The main curves of a study as lines of text, base beside the first alternative.
struct SummaryCurves {
  let study: Study
  let names: ScenarioNames
  let language: Language

  private static let labelWidth = 17
  private static let mostCurves = 3

  /// Coverage first where the scenario is known for it.
  private var order: [Curve] {
    let isAboutRecording = study.base.scenario.facts.contains {
      $0.answer == .greenDay || $0.answer == .recordedPercent
    }
    return isAboutRecording ? [.coverage, .backlog, .delivered, .stock] : Curve.allCases
  }

  /// One line for each curve that has something to show, and above them whose they are.
  func lines(width: Int) -> [String] {
    let scenarios = [study.base] + study.alternatives.prefix(1)
    let room = (width - Self.labelWidth - 10) / scenarios.count - 2
    let curves = order.filter { curve in
      scenarios.contains { curve.values(of: $0).contains { $0 > 0 } }
    }.prefix(Self.mostCurves)
    guard !curves.isEmpty else { return [] }
    let lines = curves.map { line($0, scenarios, room) }
    guard scenarios.count > 1 else { return lines }
    let heads = names.all.prefix(2).map { Self.padded($0.visible.truncated(to: room), to: room) }
    let head = String(repeating: " ", count: Self.labelWidth) + heads.joined(separator: "  ")
    return [head.withoutTrailingSpaces] + lines
  }

  private func line(_ curve: Curve, _ scenarios: [StudiedScenario], _ room: Int) -> String {
    let all = scenarios.map { curve.values(of: $0) }
    let peak = all.joined().max() ?? 0
    let floor = curve == .coverage ? CoverageChart.floor(of: all.joined().min() ?? 0) : 0
    let top = curve == .coverage ? 100 : peak
    let sparks = all.map {
      Self.padded(Sparkline.text($0, width: room, floor: floor, top: top), to: room)
    }
    let most =
      "≤" + language.decimal(peak, places: curve == .coverage ? 1 : 0)
      + (curve == .coverage ? " %" : "")
    return
      (Self.padded(curve.label.text(in: language), to: Self.labelWidth)
      + sparks.joined(separator: "  ") + "  " + most).withoutTrailingSpaces
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }
}

extension SummaryCurves {
  enum Curve: CaseIterable {
    case backlog, stock, delivered, coverage

    var label: Phrase {
      switch self {
      case .backlog: Phrase(id: "antrean cetak", en: "print queue")
      case .stock: Phrase(id: "stok blangko", en: "stock of blanks")
      case .delivered: Phrase(id: "diterima/hari", en: "delivered/day")
      case .coverage: Phrase(id: "sudah direkam", en: "recorded")
      }
    }

    /// A value for each day; empty where the scenario has nothing of the kind.
    func values(of studied: StudiedScenario) -> [Double] {
      switch self {
      case .backlog: studied.series[.waitingToPrint]?.mean ?? []
      case .stock: studied.series[.stock]?.mean ?? []
      case .delivered: Sparkline.weekly(studied.series[.delivered]?.mean ?? [])
      case .coverage:
        studied.scenario.recording.units.isEmpty
          ? [] : studied.coverage.percentages(of: .recorded)
      }
    }
  }
}

extension String {
  var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
