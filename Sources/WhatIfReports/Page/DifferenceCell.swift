internal import Domain
internal import Reports
internal import Simulation

/// A difference as a field of a table: its size, or that chance alone could have made it.
struct DifferenceCell {
  let language: Language
  /// Whether what chance alone could have made is a mere sign, where a table has many of them.
  var isShort = false

  /// Whether there is a difference that chance does not explain and that has weight.
  func tells(_ difference: Comparison.Difference?, of answer: Answer) -> Bool {
    guard let difference, difference.estimate.observed > 0, difference.isDistinguishable else {
      return false
    }
    return !AnswerText(language: language).showsNothing(difference.estimate, of: answer)
  }

  func cell(_ difference: Comparison.Difference?, of answer: Answer) -> TextTable.Cell {
    guard let difference, difference.estimate.observed > 0 else {
      return TextTable.Cell("–", tone: .faint)
    }
    guard difference.isDistinguishable else {
      return TextTable.Cell(
        isShort ? "≈" : language.say(id: "tidak nyata", en: "not distinguishable"), tone: .faint)
    }
    let text = AnswerText(language: language)
    guard !text.showsNothing(difference.estimate, of: answer) else {
      return TextTable.Cell("≈ 0", tone: .faint)
    }
    return TextTable.Cell(
      text.difference(difference.estimate, of: answer),
      tone: SummaryTable.tone(of: difference.estimate, answer))
  }
}
