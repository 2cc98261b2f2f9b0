internal import Domain
internal import Simulation

/// Short names by which the scenarios of a study are told apart.
struct ScenarioNames {
  let base: String
  /// One per alternative.
  let alternatives: [String]

  var all: [String] { [base] + alternatives }

  init(of study: Study, words: LeverWords) {
    base = words.language.say(id: "Dasar", en: "Base")
    alternatives = study.alternatives.map { Self.name($0.scenario, study.base.scenario, words) }
  }

  /// What the title adds to that of the base, or the title, or the variant, or the levers moved, or
  /// the name.
  private static func name(_ scenario: Scenario, _ base: Scenario, _ words: LeverWords) -> String {
    let language = words.language
    let title = scenario.title.text(in: language)
    let common = base.title.text(in: language)
    if title != common, !title.isEmpty {
      guard !common.isEmpty, title.hasPrefix(common) else { return title }
      let added = title.dropFirst(common.count).drop { " :,;–—-+".contains($0) }
      return added.isEmpty ? title : added.prefix(1).uppercased() + added.dropFirst()
    }
    if scenario.name.hasPrefix(base.name + "+"), !scenario.name.contains("=") {
      let variant = scenario.name.dropFirst(base.name.count + 1)
      return String(variant.map { $0 == "-" ? " " : $0 }).asSentenceStart
    }
    let moved = scenario.assumptions.filter { !base.assumptions.contains($0) }
    guard !moved.isEmpty else { return scenario.name }
    return moved.map { "\(words.name(of: $0.path)) = \(words.value($0.value, of: $0.path))" }
      .joined(separator: ", ").asSentenceStart
  }
}
