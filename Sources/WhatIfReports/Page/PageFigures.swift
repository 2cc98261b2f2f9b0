internal import Domain
internal import Reports
internal import Simulation

/// The tables of answers: the key figures, what is compared, every answer, the facts.
struct PageFigures {
  let study: Study
  let names: ScenarioNames
  let key: KeyAnswers
  let language: Language

  private var text: AnswerText { AnswerText(language: language) }
  private var scenarios: [StudiedScenario] { [study.base] + study.alternatives }

  var keyFigures: HTMLText {
    let heading = say(id: "Angka utama", en: "Key figures")
    return """
      <section id="figures"><h2>\(heading)</h2>
      \(PageTable.html(table(of: key.answers.filter(hasHappened)), label: heading))
      <p class="note">\(reading)</p></section>
      """
  }

  /// What happens in no scenario is said in words, if it matters, and needs no row.
  private func hasHappened(_ answer: Answer) -> Bool {
    scenarios.contains { ($0.answers[answer]?.observed ?? 0) > 0 }
  }

  var allAnswers: HTMLText {
    guard !key.others.isEmpty else { return .empty }
    let heading = say(id: "Semua angka lainnya", en: "All other figures")
    return """
      <section id="others"><h2>\(heading)</h2>
      \(PageTable.html(table(of: key.others), label: heading))</section>
      """
  }

  private var reading: String {
    let base = say(
      id: "± adalah setengah lebar selang kepercayaan 95 % dari rata-rata. Angka dalam kurung, "
        + "misalnya (62/200), menyebut dalam berapa simulasi hal itu terjadi; rata-ratanya dari "
        + "simulasi itu saja.",
      en: "± is half the width of the 95 % confidence interval of the mean. Figures in brackets, "
        + "such as (62/200), say in how many runs it happened; the mean is over those only.")
    guard !study.alternatives.isEmpty else { return base }
    return base + " "
      + say(
        id: "Selisih dihitung dari simulasi berpasangan dengan nasib yang sama; “tidak nyata” "
          + "berarti tidak dapat dibedakan dari kebetulan.",
        en: "Differences are of paired runs with the same luck; “not distinguishable” means that "
          + "chance alone could have made them.")
  }

  private func table(of answers: [Answer]) -> TextTable {
    var columns: [TextTable.Column] = [
      .init(say(id: "Jawaban", en: "Answer")), .number(names.base),
    ]
    for name in names.alternatives {
      columns.append(.number(name))
      columns.append(.number(say(id: "selisih", en: "difference")))
    }
    return TextTable(
      columns: columns,
      rows: answers.map { answer in
        [TextTable.Cell(answer.tableLabel.text(in: language)), cell(answer, study.base)]
          + study.alternatives.indices.flatMap { index in
            [cell(answer, study.alternatives[index]), difference(of: answer, at: index)]
          }
      })
  }

  private func cell(_ answer: Answer, _ studied: StudiedScenario) -> TextTable.Cell {
    guard let estimate = studied.answers[answer], estimate.observed > 0 else {
      let never = say(id: "tidak pernah", en: "never")
      return TextTable.Cell(answer.event != nil ? never : "–", tone: .faint)
    }
    return TextTable.Cell(text.valueWithError(estimate, of: answer))
  }

  private func difference(of answer: Answer, at index: Int) -> TextTable.Cell {
    guard let difference = study.comparisons[safe: index]?.differences[answer] else {
      return TextTable.Cell("–", tone: .faint)
    }
    return DifferenceCell(language: language).cell(difference, of: answer)
  }

  /// The levers in which the alternatives differ from the base.
  var compared: HTMLText {
    guard !study.alternatives.isEmpty else { return .empty }
    let before = study.base.scenario.assumptions
    let rows = study.alternatives.enumerated().flatMap { index, alternative in
      alternative.scenario.assumptions.filter { !before.contains($0) }.map { moved in
        [
          names.alternatives[index], moved.path,
          before.first { $0.path == moved.path }?.value ?? "–", moved.value,
        ]
      }
    }
    guard !rows.isEmpty else { return .empty }
    let heading = say(id: "Yang diubah", en: "What was changed")
    let table = TextTable(
      columns: [
        .init(say(id: "Pilihan", en: "Alternative")), .init(say(id: "nilai", en: "value")),
        .init(names.base), .init(say(id: "menjadi", en: "becomes")),
      ], rows: rows)
    return """
      <section id="changed"><h2>\(heading)</h2>\(PageTable.html(table, label: heading))</section>
      """
  }

  /// What is known to have happened, against what the base case shows.
  var facts: HTMLText {
    let facts = study.base.scenario.facts
    guard !facts.isEmpty else { return .empty }
    let heading = say(id: "Apakah model ini benar?", en: "Is the model right?")
    let table = TextTable(
      columns: [
        .init(say(id: "Diketahui", en: "Known")), .number(say(id: "dilaporkan", en: "reported")),
        .number(say(id: "simulasi", en: "simulated")), .init(say(id: "hasil", en: "verdict")),
        .init(say(id: "sumber", en: "source")),
      ],
      rows: facts.map(row))
    return """
      <section id="facts"><h2>\(heading)</h2><p>\(say(
        id: "Sebelum ditanya “bagaimana jika”, keadaan dasar harus menghasilkan kembali yang "
          + "benar-benar terjadi.",
        en: "Before any “what if”, the base case must give again what really happened."))</p>
      \(PageTable.html(table, label: heading))</section>
      """
  }

  private func row(_ fact: Fact) -> [TextTable.Cell] {
    let estimate = study.base.answers[fact.answer]
    let isReproduced = fact.isReproduced(by: estimate)
    let like = Estimate(
      observed: 1, runs: 1, mean: fact.range.lowerBound, standardDeviation: 0, halfWidth: 0,
      tenth: 0, median: 0, ninetieth: 0)
    let ends = [fact.range.lowerBound, fact.range.upperBound].map {
      text.number($0, of: fact.answer, like: like)
    }
    return [
      TextTable.Cell(fact.title.text(in: language)),
      TextTable.Cell(ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])"),
      TextTable.Cell(text.valueWithError(estimate, of: fact.answer)),
      isReproduced
        ? TextTable.Cell("✓ " + say(id: "sesuai", en: "reproduced"), tone: .good)
        : TextTable.Cell("✗ " + say(id: "tidak sesuai", en: "not reproduced"), tone: .bad),
      TextTable.Cell(SourceNotes(of: study.base.scenario).mark(fact.source)),
    ]
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
