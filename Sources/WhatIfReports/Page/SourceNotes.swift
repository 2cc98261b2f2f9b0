internal import Domain
internal import Reports
internal import Simulation

/// The sources of a scenario, numbered where they are too long to stand in every row of a table.
struct SourceNotes {
  /// Letters that fit a cell.
  private static let longest = 48

  /// In the order in which they first appear; the first has number 1.
  private let texts: [String]

  init(of scenario: Scenario) {
    let all =
      scenario.facts.map(\.source)
      + scenario.assumptions.compactMap { assumption in
        if case .source(let text) = assumption.basis { return text }
        return nil
      }
    var seen: Set<String> = []
    texts = all.filter { $0.count > Self.longest && seen.insert($0).inserted }
  }

  /// What stands for a source in a cell: itself, or its number.
  func mark(_ text: String) -> String {
    texts.firstIndex(of: text).map { "[\($0 + 1)]" } ?? text
  }

  /// The numbered sources; nothing where there are none.
  func html(in language: Language) -> HTMLText {
    guard !texts.isEmpty else { return .empty }
    return """
      <h3 id="sources">\(language.say(id: "Sumber", en: "Sources"))</h3>
      <ol class="sources">\(.each(texts, separator: "\n") { "<li>\($0)</li>" })</ol>
      """
  }
}
