public import Domain
public import Simulation

/// The answer to a manager's question in words, from nothing but the study's values.
///
/// It says how sure it is: in how many runs something happened, the 95 % interval of a difference,
/// and where a difference cannot be told from chance.
public struct WhatIfConclusion: Hashable, Sendable {
  /// What the base case shows, the most telling sentence first.
  public let base: [String]
  /// One for each alternative.
  public let alternatives: [String]
  /// What the sweep, the marginal values and the goal show, where they were asked for.
  public let findings: [String]
  /// What answers the question: what was found of the goal if there is one, or else what is most
  /// telling of the base case.
  public let headline: String

  /// - Parameter levers: Titles of levers by their path or short name.
  public init(_ study: Study, in language: Language, levers: [String: Phrase] = [:]) {
    let words = LeverWords(language: language, titles: levers)
    let sentences = BaseSentences(language: language)
    let key = KeyAnswers(of: study)
    base = sentences.all(of: study.base, key: key.answers) + Self.warning(study.runs, language)
    let names = ScenarioNames(of: study, words: words)
    let changes = ChangeSentences(language: language)
    alternatives = zip(names.alternatives, zip(study.alternatives, study.comparisons)).map {
      $0.asSentenceStart + ": "
        + changes.text(from: study.base, to: $1.0, comparison: $1.1, key: key.answers)
    }
    findings = [
      study.goal.map { GoalSentence(words: words).text($0) },
      study.sweep.flatMap { SweepSentence(words: words).text($0, key: key.answers) },
      MarginalSentence(words: words).text(study.marginalValues),
    ].compactMap { $0 }
    headline = (study.goal == nil ? base.first : findings.first) ?? ""
  }

  /// A single run tells nothing about chance.
  private static func warning(_ runs: Int, _ language: Language) -> [String] {
    guard runs == 1 else { return [] }
    return [
      language.say(
        id: "Ini satu simulasi saja: seberapa jauh yang lain akan berbeda tidak diketahui.",
        en: "This is one run only: how far others would differ is not known.")
    ]
  }

  /// All of it in the order of the members above.
  public var sentences: [String] { base + alternatives + findings }
}

extension String {
  /// The text with its first letter as a sentence begins.
  var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
