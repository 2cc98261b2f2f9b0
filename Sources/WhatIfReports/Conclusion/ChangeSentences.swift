internal import Domain
internal import Simulation

/// Sentences about what an alternative changes against the base.
struct ChangeSentences {
  let language: Language

  private static let mostChanges = 3
  private static let mostAlike = 2
  private var text: AnswerText { AnswerText(language: language) }

  /// The most telling changes, then what stays as far as chance lets one tell.
  func text(
    from base: StudiedScenario, to alternative: StudiedScenario, comparison: Comparison,
    key: [Answer]
  ) -> String {
    var changes: [String] = []
    var alike: [String] = []
    var hasNegligible = false
    let areWaitsCut = base.answers.areWaitsCut || alternative.answers.areWaitsCut
    for answer in key where !(areWaitsCut && answer.isWait) {
      if let appearance = appearance(of: answer, from: base, to: alternative) {
        changes.append(appearance)
      } else if let difference = comparison.differences[answer] {
        if !difference.isDistinguishable {
          alike.append(sameness(of: answer))
        } else if isNegligible(difference.estimate, of: answer, in: base) {
          hasNegligible = true
          alike.append(nearSameness(of: answer))
        } else {
          changes.append(change(difference.estimate, of: answer))
        }
      }
    }
    let told = changes.prefix(Self.mostChanges)
    guard !told.isEmpty else {
      return hasNegligible
        ? language.say(
          id: "tidak ada perbedaan yang berarti dengan keadaan dasar.",
          en: "nothing differs notably from the base case.")
        : language.say(
          id: "tidak ada perbedaan nyata dengan keadaan dasar.",
          en: "nothing differs distinguishably from the base case.")
    }
    return (told + alike.prefix(Self.mostAlike)).joined(separator: "; ") + "."
  }

  /// `the print queue is cleared 34 days earlier (95 %: 31 to 37)`.
  func change(_ difference: Estimate, of answer: Answer) -> String {
    let amount = text.amount(difference, of: answer)
    let isMore = difference.mean > 0
    let core: Phrase
    if let event = answer.event {
      core = Phrase(
        id: "\(event.indonesian) \(amount) \(isMore ? "lebih lambat" : "lebih awal")",
        en: "\(event.english) \(amount) \(isMore ? "later" : "earlier")")
    } else if answer.isWait {
      core = Phrase(
        id: "\(answer.subject.indonesian) \(amount) \(isMore ? "lebih lama" : "lebih singkat")",
        en: "\(answer.subject.english) is \(amount) \(isMore ? "longer" : "shorter")")
    } else {
      core = Phrase(
        id: "\(answer.subject.indonesian) \(isMore ? "naik" : "turun") \(amount)",
        en: "\(answer.subject.english) \(isMore ? "rises" : "falls") by \(amount)")
    }
    return core.text(in: language) + text.interval(difference, of: answer)
  }

  private func sameness(of answer: Answer) -> String {
    language.say(
      id: "\(answer.subject.indonesian) tidak berbeda nyata",
      en: "\(answer.subject.english) does not differ distinguishably")
  }

  /// Beyond chance, but of no weight: not a tenth of a percent of the base, or shown as nothing.
  private func isNegligible(
    _ difference: Estimate, of answer: Answer, in base: StudiedScenario
  ) -> Bool {
    let whole = base.answers[answer]?.mean.magnitude ?? 0
    return text.showsNothing(difference, of: answer) || difference.mean.magnitude < whole / 1000
  }

  private func nearSameness(of answer: Answer) -> String {
    language.say(
      id: "\(answer.subject.indonesian) hampir tidak berbeda",
      en: "\(answer.subject.english) hardly differs")
  }

  /// Where something happens in the one and not, or not as often, in the other.
  private func appearance(
    of answer: Answer, from base: StudiedScenario, to alternative: StudiedScenario
  ) -> String? {
    guard answer.event != nil, let event = answer.event, let absence = answer.absence else {
      return nil
    }
    let before = base.answers[answer]?.observed ?? 0
    let now = alternative.answers[answer]?.observed ?? 0
    guard before != now else { return nil }
    if before == 0 {
      let clause = BaseSentences(language: language).clause(ofEvent: answer, in: alternative)
      return clause
        + language.say(
          id: ", sedangkan pada keadaan dasar tidak pernah", en: ", which it never does in the base"
        )
    }
    if now == 0 {
      return absence.text(in: language)
        + language.say(id: " lagi sampai akhir periode", en: " any more within the period")
    }
    return event.text(in: language)
      + language.say(
        id:
          " pada \(now), bukan \(before), dari \(alternative.answers[answer]?.runs ?? 0) simulasi",
        en: " in \(now) instead of \(before) of \(alternative.answers[answer]?.runs ?? 0) runs")
  }
}
