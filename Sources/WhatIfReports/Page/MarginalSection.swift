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
    let answers = Self.columns.filter { answer in
      values.contains { $0.comparison.differences[answer] != nil }
    }
    let cells = DifferenceCell(language: language)
    let table = TextTable(
      columns: [
        .init(language.say(id: "Penambahan", en: "Step")),
        .init(language.say(id: "nilai", en: "value")),
      ] + answers.map { .number($0.tableLabel.text(in: language)) },
      rows: values.map { value in
        [TextTable.Cell(words.step(value.step, of: value.lever)), TextTable.Cell(value.lever)]
          + answers.map { cells.cell(value.comparison.differences[$0], of: $0) }
      })
    return """
      <section id="marginal"><h2>\(heading)</h2><p>\(language.say(
        id: "Perubahan terhadap keadaan dasar bila hanya satu hal ditambah.",
        en: "The change against the base case when only one thing is added."))</p>
      \(PageTable.html(table, label: heading))</section>
      """
  }
}
