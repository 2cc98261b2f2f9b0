internal import Domain
internal import Reports
internal import Simulation

/// The key figures of a study, base against alternatives, in as many lines as there are.
struct SummaryTable {
  let study: Study
  let names: ScenarioNames
  let key: KeyAnswers
  let language: Language

  private static let mostAlternatives = 3
  private var text: AnswerText { AnswerText(language: language) }
  private var shown: Int { min(Self.mostAlternatives, study.alternatives.count) }

  /// The table's lines, rows left out from the end where there are more than fit.
  func lines(width: Int, height: Int, colour: Bool) -> [String] {
    let answers = key.answers.filter(isWorthARow)
    var count = min(answers.count, height)
    while count > 0 {
      let table = TextTable(columns: columns, rows: answers.prefix(count).map(row))
      let lines = table.text(width: width, colour: colour).split(separator: "\n").map(String.init)
      if lines.count <= height || count == 1 { return lines }
      count -= 1
    }
    return []
  }

  /// Rows in which no scenario has a value tell nothing that the sentences do not.
  private func isWorthARow(_ answer: Answer) -> Bool {
    ([study.base] + study.alternatives).contains { ($0.answers[answer]?.observed ?? 0) > 0 }
  }

  private var columns: [TextTable.Column] {
    let heads = names.alternatives.prefix(shown).map { $0.visible.truncated(to: 18) }
    var columns: [TextTable.Column] = [
      .init(language.say(id: "Jawaban", en: "Answer")), .number(names.base),
    ]
    columns += heads.map { .number($0) }
    if shown == 1 { columns.append(.number(language.say(id: "selisih", en: "difference"))) }
    return columns
  }

  private func row(_ answer: Answer) -> [TextTable.Cell] {
    var cells = [
      TextTable.Cell(answer.tableLabel.text(in: language)),
      TextTable.Cell(text.valueWithError(study.base.answers[answer], of: answer)),
    ]
    for (index, alternative) in study.alternatives.prefix(shown).enumerated() {
      let estimate = alternative.answers[answer]
      let difference = difference(of: answer, at: index)
      if shown == 1 {
        cells.append(TextTable.Cell(text.valueWithError(estimate, of: answer)))
        cells.append(cell(difference, of: answer))
      } else {
        let value = text.value(estimate, of: answer)
        let change = cell(difference, of: answer, isShort: true)
        cells.append(
          TextTable.Cell(change.text.isEmpty ? value : value + " \(change.text)", tone: change.tone)
        )
      }
    }
    return cells
  }

  private func difference(of answer: Answer, at index: Int) -> Comparison.Difference? {
    index < study.comparisons.count ? study.comparisons[index].differences[answer] : nil
  }

  private func cell(
    _ difference: Comparison.Difference?, of answer: Answer, isShort: Bool = false
  ) -> TextTable.Cell {
    guard let difference else { return TextTable.Cell(isShort ? "" : "–", tone: .faint) }
    guard difference.isDistinguishable else {
      return TextTable.Cell(
        isShort ? "(≈)" : language.say(id: "tidak nyata", en: "not disting."), tone: .faint)
    }
    var estimate = difference.estimate
    guard !text.showsNothing(estimate, of: answer) else {
      return TextTable.Cell(isShort ? "(≈)" : "≈ 0", tone: .faint)
    }
    if isShort { estimate.halfWidth = 0 }
    let text = text.difference(estimate, of: answer)
    return TextTable.Cell(
      isShort ? "(\(text))" : text, tone: Self.tone(of: difference.estimate, answer))
  }

  static func tone(of difference: Estimate, _ answer: Answer) -> TextTable.Cell.Tone {
    guard let betterIsHigher = answer.betterIsHigher else { return .plain }
    return (difference.mean > 0) == betterIsHigher ? .good : .bad
  }
}
