public import Domain
internal import Reports
public import Simulation

/// A study on one screen of a terminal: question, answer, key figures, curves, bottleneck.
public struct WhatIfSummary: Sendable {
  private let study: Study
  private let language: Language
  private let names: ScenarioNames
  private let key: KeyAnswers
  private let levers: [String: Phrase]

  /// - Parameter levers: Titles of levers by their path or short name.
  public init(_ study: Study, in language: Language, levers: [String: Phrase] = [:]) {
    self.levers = levers
    self.study = study
    self.language = language
    names = ScenarioNames(
      of: study, words: LeverWords(language: language, titles: levers))
    key = KeyAnswers(of: study)
  }

  /// The screen, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - width: Columns, at least 60 are used.
  ///   - height: Lines at most, as far as the answer lets it; the prompt takes one of them.
  ///   - colour: Whether to write ANSI escapes.
  ///   - report: Where the full report is, as it shall be shown.
  public func text(
    width: Int = 80, height: Int = 24, colour: Bool = false, report: String? = nil
  ) -> String {
    let width = max(60, width)
    let paint = Paint(enabled: colour)
    let top = opening(width, paint)
    let bottom =
      SummaryCurves(study: study, names: names, language: language).lines(width: width)
      + closing(width, report, paint)
    let table = SummaryTable(study: study, names: names, key: key, language: language)
    let room = max(4, height - 1 - top.count - bottom.count - 1)
    let middle = table.lines(width: width, height: room, colour: colour)
    return (top + middle + [""] + bottom).map { $0 + "\n" }.joined()
  }

  /// Title, question, and as much of the answer as leaves room for the figures.
  private func opening(_ width: Int, _ paint: Paint) -> [String] {
    let scenario = study.base.scenario
    let title = scenario.title.text(in: language).visible.truncated(to: width)
    let question = scenario.question.text(in: language).visible.wrapped(to: width).prefix(2)
    let sentences = WhatIfConclusion(study, in: language, levers: levers)
    let most = 5
    var answer: [String] = []
    for sentence in Self.mostTelling(of: sentences) {
      answer += Self.lines(of: sentence.visible, width: width, atMost: most - answer.count)
    }
    return [paint.bold(title)] + question.map { paint.faint($0) } + answer + [""]
  }

  /// The sentence, or as many of its first clauses as fit; nothing where not even one does.
  private static func lines(of sentence: String, width: Int, atMost most: Int) -> [String] {
    var clauses = sentence.split(separator: "; ", omittingEmptySubsequences: false)
    while !clauses.isEmpty {
      let text = clauses.joined(separator: "; ")
      let isWhole = text.count { $0 == "(" } == text.count { $0 == ")" }
      let lines = (text.last == "." ? text : text + ".").wrapped(to: width)
      if isWhole, lines.count <= most { return lines }
      clauses.removeLast()
    }
    return []
  }

  /// The headline, then what the base shows first, what was asked beyond it, and the rest.
  private static func mostTelling(of conclusion: WhatIfConclusion) -> [String] {
    let others =
      conclusion.base.prefix(1) + conclusion.findings + conclusion.alternatives
      + conclusion.base.dropFirst()
    return [conclusion.headline] + others.filter { $0 != conclusion.headline }
  }

  private func closing(_ width: Int, _ report: String?, _ paint: Paint) -> [String] {
    let causes = study.base.bottleneckDays.prefix(3).map {
      "\($0.cause.label.text(in: language)) \($0.days) "
        + language.say(id: "hari", en: $0.days == 1 ? "day" : "days")
    }
    let held =
      causes.isEmpty
      ? language.say(id: "tidak ada", en: "none") : causes.joined(separator: ", ")
    let bottleneck = language.say(id: "Penghambat: ", en: "Bottleneck: ") + held
    let method = language.say(
      id: "\(language.figure(study.runs)) simulasi, benih \(study.seed); ± = selang 95 %",
      en: "\(language.figure(study.runs)) runs, seed \(study.seed); ± = 95 % interval")
    let place = report.map { language.say(id: "Laporan: ", en: "Report: ") + $0.visible }
    return [bottleneck.truncated(to: width), paint.faint(method.truncated(to: width))]
      + (place.map { [$0] } ?? [])
  }
}
