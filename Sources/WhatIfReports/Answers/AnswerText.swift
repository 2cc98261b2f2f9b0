internal import Domain
internal import Simulation

/// Writes the values of answers, with the unit where it is not in their label.
struct AnswerText {
  let language: Language

  /// `41`, `92,3 %`, `Rp12.345`; a dash where it never happened.
  func value(_ estimate: Estimate?, of answer: Answer) -> String {
    guard let estimate, estimate.observed > 0 else { return "–" }
    return number(estimate.mean, of: answer, places: places(for: estimate, of: answer))
  }

  /// The value with half the width of its interval: `41 ± 2`. Without the latter where all runs agree.
  func valueWithError(_ estimate: Estimate?, of answer: Answer) -> String {
    guard let estimate, estimate.observed > 0 else { return "–" }
    let text = withError(estimate, of: answer, isSigned: false)
    guard estimate.observed < estimate.runs else { return text }
    return text + " (\(estimate.observed)/\(estimate.runs))"
  }

  /// The difference with its sign and the half width of its interval.
  func difference(_ estimate: Estimate, of answer: Answer) -> String {
    withError(estimate, of: answer, isSigned: true)
  }

  /// Whether a difference is so small that it is written as zero.
  func showsNothing(_ estimate: Estimate, of answer: Answer) -> Bool {
    let shown = language.decimal(
      estimate.mean.magnitude, places: places(for: estimate, of: answer))
    return !shown.contains { ("1"..."9").contains($0) }
  }

  /// A value, such as one end of an interval, written as precisely as `estimate` is.
  func number(_ value: Double, of answer: Answer, like estimate: Estimate) -> String {
    number(value, of: answer, places: places(for: estimate, of: answer))
  }

  /// A size with its unit in words: `34 hari`, `12,3 poin persen`.
  func amount(_ estimate: Estimate, of answer: Answer) -> String {
    let size = estimate.mean.magnitude
    let places = places(for: estimate, of: answer)
    let text = language.decimal(size, places: places)
    let isOne = text == "1"
    switch answer.unit {
    case .days where answer == .stockOutWorkingDay || answer == .daysWithoutBlanks:
      return text + language.say(id: " hari kerja", en: isOne ? " working day" : " working days")
    case .days: return text + language.say(id: " hari", en: isOne ? " day" : " days")
    case .cards: return text + language.say(id: " kartu", en: isOne ? " card" : " cards")
    case .residents: return text + language.say(id: " orang", en: isOne ? " person" : " people")
    case .percent: return text + language.say(id: " poin persen", en: " percentage points")
    case .rupiah: return RupiahScale(for: size).text(size, in: language)
    case .machines, .people: return text
    }
  }

  /// The 95 % interval of a change, as sizes from the smaller to the larger where it has one
  /// direction; empty where it has no width.
  func interval(_ estimate: Estimate, of answer: Answer) -> String {
    guard estimate.halfWidth > 0 else { return "" }
    let places = places(for: estimate, of: answer)
    let ends = estimate.interval
    let flips = ends.upperBound <= 0
    let from = flips ? -ends.upperBound : ends.lowerBound
    let to = flips ? -ends.lowerBound : ends.upperBound
    let texts = [from, to].map { end in
      answer.unit == .rupiah
        ? RupiahScale(for: end).text(end, in: language) : language.decimal(end, places: places)
    }
    return language.say(
      id: " (95 %: \(texts[0]) sampai \(texts[1]))", en: " (95 %: \(texts[0]) to \(texts[1]))")
  }

  private func withError(_ estimate: Estimate, of answer: Answer, isSigned: Bool) -> String {
    let error = estimate.halfWidth > 0 ? estimate.halfWidth : nil
    if answer.unit == .rupiah {
      return RupiahScale(for: estimate.mean).text(
        estimate.mean, in: language, error: error, isSigned: isSigned)
    }
    let places = places(for: estimate, of: answer)
    var text =
      isSigned
      ? language.signed(estimate.mean, places: places)
      : language.decimal(estimate.mean, places: places)
    let shown = error.map { language.decimal($0, places: places) }
    if let shown, shown.contains(where: { ("1"..."9").contains($0) }) { text += " ± " + shown }
    return text + (answer.unit == .percent && !isSigned ? " %" : "")
  }

  private func number(_ value: Double, of answer: Answer, places: Int) -> String {
    switch answer.unit {
    case .rupiah: RupiahScale(for: value).text(value, in: language)
    case .percent: language.decimal(value, places: places) + " %"
    case .days, .cards, .residents, .machines, .people: language.decimal(value, places: places)
    }
  }

  /// One decimal where less would hide what the runs tell, none where more would only look exact.
  private func places(for estimate: Estimate, of answer: Answer) -> Int {
    switch answer.unit {
    case .percent: return 1
    case .rupiah, .machines, .people, .residents: return 0
    case .days, .cards:
      let isWhole = estimate.mean == estimate.mean.rounded()
      if estimate.halfWidth == 0 { return isWhole || estimate.mean.magnitude >= 100 ? 0 : 1 }
      return estimate.halfWidth < 1 && estimate.mean.magnitude < 1000 ? 1 : 0
    }
  }
}
