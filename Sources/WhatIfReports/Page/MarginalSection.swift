internal import Domain
internal import Reports
internal import Simulation

/// What one more of each thing buys, in days and rupiah.
struct MarginalSection {
  let study: Study
  let words: LeverWords

  private var language: Language { words.language }

  private static let columns: [Answer] = [
    .stockOutWorkingDay, .printBacklogClearedDay, .openingCardsDoneDay, .greenDay,
    .waitNinetyFifthDays, .withinPromisePercent, .delivered, .cost, .costPerDelivered,
  ]

  var html: HTMLText {
    let values = study.marginalValues
    guard !values.isEmpty else { return .empty }
    let heading = language.say(id: "Apa gunanya satu lagi?", en: "What does one more buy?")
    let cells = DifferenceCell(language: language, isShort: true)
    func tells(_ value: MarginalValue, _ answer: Answer) -> Bool {
      cells.tells(value.comparison.differences[answer], of: answer)
    }
    let answers = Self.columns.filter { answer in values.contains { tells($0, answer) } }
    let telling = values.filter { value in answers.contains { tells(value, $0) } }
    let others = values.filter { value in !answers.contains { tells(value, $0) } }
    let table = TextTable(
      columns: [
        .init(language.say(id: "Penambahan", en: "Step")),
        .init(language.say(id: "nilai", en: "value")),
      ] + answers.map { .number($0.tableLabel.text(in: language)) },
      rows: telling.map { value in
        [TextTable.Cell(words.step(value.step, of: value.lever)), TextTable.Cell(value.lever)]
          + answers.map { cells.cell(value.comparison.differences[$0], of: $0) }
      })
    return """
      <section id="marginal"><h2>\(heading)</h2><p>\(language.say(
        id: "Perubahan terhadap keadaan dasar bila hanya satu hal ditambah; ≈ tidak dapat dibedakan "
          + "dari kebetulan.",
        en: "The change against the base case when only one thing is added; ≈ could be chance."))</p>
      \(telling.isEmpty ? .empty : PageTable.html(table, label: heading))\(without(others))</section>
      """
  }

  /// The steps that change nothing, in a sentence.
  private func without(_ values: [MarginalValue]) -> HTMLText {
    guard !values.isEmpty else { return .empty }
    let steps = values.map { "\(words.step($0.step, of: $0.lever)) (\($0.lever))" }
    let lead = language.say(id: "Tanpa pengaruh yang nyata: ", en: "No effect to be told: ")
    return "<p class=\"note\">\(lead + steps.joined(separator: ", ")).</p>"
  }
}
