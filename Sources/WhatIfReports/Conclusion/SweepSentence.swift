internal import Domain
internal import Simulation

/// What moving one lever through its values shows.
struct SweepSentence {
  let language: Language

  func text(_ sweep: Sweep, key: [Answer]) -> String? {
    guard let first = sweep.values.first, let last = sweep.values.last, sweep.values.count > 1
    else { return nil }
    let range = language.say(
      id: "\(sweep.lever) dari \(first) sampai \(last)",
      en: "\(sweep.lever) from \(first) to \(last)")
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
        id: "; sembilan persepuluhnya sudah dicapai pada \(sweep.values[index]), setelah itu "
          + "kurvanya mendatar.",
        en: "; nine tenths of that is reached at \(sweep.values[index]), after which the curve "
          + "flattens.")
  }

  private func withUnit(_ value: String, _ answer: Answer) -> String {
    guard answer.unit == .days else { return value }
    if answer.event != nil { return language.say(id: "hari ke-\(value)", en: "day \(value)") }
    return value + language.say(id: " hari", en: " days")
  }
}
