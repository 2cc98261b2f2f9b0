internal import Domain
internal import Reports
internal import Simulation

/// The values tried for a goal, and which of them meet it.
struct GoalSection {
  let study: Study
  let words: LeverWords

  private var language: Language { words.language }

  var html: HTMLText {
    guard let goal = study.goal else { return .empty }
    let heading = language.say(id: "Sasaran", en: "The goal")
    let answer = goal.condition.split(separator: " ").first.flatMap { Answer(rawValue: String($0)) }
    let text = AnswerText(language: language)
    let table = TextTable(
      columns: [
        .init(words.name(of: goal.lever)),
        .number(answer?.tableLabel.text(in: language) ?? goal.condition),
        .init(language.say(id: "tercapai", en: "met")),
      ],
      rows: goal.tried.map { tried in
        [
          TextTable.Cell(words.value(tried.value, of: goal.lever)),
          TextTable.Cell(answer.map { text.valueWithError(tried.answer, of: $0) } ?? "–"),
          tried.isMet
            ? TextTable.Cell("✓ " + language.say(id: "ya", en: "yes"), tone: .good)
            : TextTable.Cell("✗ " + language.say(id: "tidak", en: "no"), tone: .bad),
        ]
      })
    return """
      <section id="goal"><h2>\(heading)</h2><p>\(GoalSentence(words: words).text(goal))</p>
      \(PageTable.html(table, label: heading))</section>
      """
  }
}
