internal import Domain
internal import Simulation

/// What moving one lever through its values shows.
struct SweepSentence {
  let words: LeverWords

  private var language: Language { words.language }

  func text(_ sweep: Sweep, key: [Answer]) -> String? {
    let values = sweep.values.map { words.value($0, of: sweep.lever) }
    guard let first = values.first, let last = values.last, values.count > 1 else { return nil }
    let lever = words.name(of: sweep.lever).asSentenceStart
    let range = language.say(
      id: "\(lever) dari \(first) sampai \(last)",
      en: "\(lever) from \(first) to \(last)")
    guard let knee = SweepKnee(sweep, key: key) else {
      return language.say(
        id: "\(range): tidak ada jawaban utama yang berubah nyata.",
        en: "\(range): no key answer changes distinguishably.")
    }
    let text = AnswerText(language: language)
    let subject = knee.answer.subject
    let from = withUnit(text.value(knee.first, of: knee.answer), knee.answer)
    let to = withUnit(text.value(knee.last, of: knee.answer), knee.answer)
    let change = language.say(
      id: "\(range): \(subject.indonesian) berubah dari \(from) menjadi \(to)",
      en: "\(range): \(subject.english) goes from \(from) to \(to)")
    guard let index = knee.index else {
      return change + language.say(id: ", tanpa mendatar.", en: ", without flattening.")
    }
    return change
      + language.say(
        id: "; sembilan persepuluhnya sudah dicapai pada \(values[index]), setelah itu "
          + "kurvanya mendatar.",
        en: "; nine tenths of that is reached at \(values[index]), after which the curve "
          + "flattens.")
  }

  private func withUnit(_ value: String, _ answer: Answer) -> String {
    guard answer.unit == .days else { return value }
    if answer.event != nil { return language.say(id: "hari ke-\(value)", en: "day \(value)") }
    return value + language.say(id: " hari", en: " days")
  }
}
