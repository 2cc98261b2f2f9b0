public import Domain
internal import Reports
public import Simulation

/// A study as one page that needs no network: the question, the answer, charts, maps, tables,
/// assumptions and method, for the screen, the phone and paper.
///
/// Without a program running every chart is a still drawing and the map a row of days.
public struct WhatIfPage: Sendable {
  let study: Study
  let context: WhatIfContext
  let language: Language
  let names: ScenarioNames
  let key: KeyAnswers

  public init(_ study: Study, context: WhatIfContext, in language: Language) {
    self.study = study
    self.context = context
    self.language = language
    names = ScenarioNames(
      of: study, words: LeverWords(language: language, titles: context.levers))
    key = KeyAnswers(of: study)
  }

  /// The whole page.
  public func html(with library: ChartLibrary) -> String {
    let scenario = study.base.scenario
    return HTMLPage.text(
      title: scenario.title.text(in: language), language: language,
      style: TextTable.pageStyle + Self.style + ChartStyle.sheet, body: body(library),
      runsOwnScripts: true)
  }

  private func body(_ library: ChartLibrary) -> HTMLText {
    let charts = StudyCharts(study: study, names: names, language: language).all
    let sweep = SweepSection(study: study, key: key, words: words)
    let map = CoverageMap(study: study, context: context, names: names, language: language)
    let figures = PageFigures(study: study, names: names, key: key, language: language)
    let end = PageEnd(study: study, context: context, names: names, language: language)
    return """
      <main>
      \(header)
      \(answer)
      \(figures.keyFigures)
      \(figures.compared)
      \(sweep.html)
      \(GoalSection(study: study, words: words).html)
      \(MarginalSection(study: study, words: words).html)
      <section id="charts"><h2>\(say(id: "Dari hari ke hari", en: "Day by day"))</h2>
      <div class="charts">\(.each(charts) { $0.figure(in: language) })</div></section>
      \(BottleneckStrip(study: study, names: names, language: language).html)
      \(map.html)
      \(ChannelCosts(study: study, names: names, language: language).html)
      \(FairnessSection(study: study, context: context, names: names, language: language).html)
      \(figures.facts)
      \(figures.allAnswers)
      \(end.html)
      </main>
      \(HTMLText.data(data(charts + sweep.charts, map), id: "study"))
      \(library.script)
      \(Self.program)
      """
  }

  private var words: LeverWords { LeverWords(language: language, titles: context.levers) }

  private var header: HTMLText {
    let scenario = study.base.scenario
    let period = [scenario.firstDay, scenario.lastDay].map { $0.text(in: language) }
    return """
      <header>
      <h1>\(scenario.title.text(in: language))</h1>
      <p class="question">\(scenario.question.text(in: language))</p>
      <p class="meta">\(period[0]) – \(period[1]) · \(say(
        id: "\(language.figure(study.runs)) simulasi", en: "\(language.figure(study.runs)) runs"))</p>
      </header>
      """
  }

  private var answer: HTMLText {
    let conclusion = WhatIfConclusion(study, in: language, levers: context.levers)
    let rest = conclusion.sentences.filter { $0 != conclusion.headline }
    return """
      <section id="answer"><h2>\(say(id: "Jawaban", en: "The answer"))</h2>
      <p class="first">\(conclusion.headline.glued)</p>
      <ul>\(.each(rest) { "<li>\($0.glued)</li>" })</ul></section>
      """
  }

  private func data(_ charts: [Chart], _ map: CoverageMap) -> JSONText {
    [
      "locale": .string(language.rawValue), "charts": .array(charts.map(\.data)),
      "colours": .array(ChartStyle.colours.map { .string($0) }),
      "dashes": .array(ChartStyle.dashes.map { .array($0.map { .integer($0) }) }),
      "markers": .array(ChartStyle.markers.map { .string($0) }), "map": map.data,
    ]
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}

extension String {
  /// The text with its numbers and their signs on one line: spaces around `±` and before `%` do not
  /// break.
  fileprivate var glued: String {
    let space: Character = "\u{A0}"
    var result: [Character] = []
    for character in self {
      let isSign = character == "%" || character == "±"
      if isSign, result.last == " " { result[result.count - 1] = space }
      result.append(character == " " && result.last == "±" ? space : character)
    }
    return String(result)
  }
}
