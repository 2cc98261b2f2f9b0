internal import Domain
internal import Simulation

/// Which single step buys the most days, and which the cheapest.
struct MarginalSentence {
  let words: LeverWords

  private var language: Language { words.language }

  func text(_ values: [MarginalValue]) -> String? {
    guard !values.isEmpty else { return nil }
    guard let best = MarginalPurchase.best(of: values) else {
      return language.say(
        id: "Tidak satu pun penambahan tunggal yang dicoba mempersingkat waktu secara nyata.",
        en: "None of the single steps tried saves time distinguishably.")
    }
    let change = ChangeSentences(language: language).change(best.difference, of: best.answer)
    var sentence = language.say(
      id: "Penambahan yang paling berpengaruh: \(words.step(best.step, of: best.lever)); \(change)",
      en: "The step that buys most: \(words.step(best.step, of: best.lever)); \(change)")
    if let cheapest = MarginalPurchase.cheapest(of: values, answer: best.answer) {
      sentence +=
        ". "
        + price(of: cheapest, isBest: cheapest.step == best.step && cheapest.lever == best.lever)
    }
    return sentence + "."
  }

  private func price(of purchase: MarginalPurchase, isBest: Bool) -> String {
    let rupiah = purchase.rupiahPerDay ?? 0
    let sum = RupiahScale(for: rupiah).text(rupiah.magnitude, in: language)
    let step =
      isBest
      ? language.say(id: "penambahan itu juga", en: "the same step")
      : words.step(purchase.step, of: purchase.lever)
    if rupiah <= 0 {
      return language.say(
        id: "Hari termurah: \(step), yang malah menghemat \(sum) per hari",
        en: "The cheapest day: \(step), which even saves \(sum) a day")
    }
    return language.say(
      id: "Hari termurah: \(step), \(sum) per hari yang dihemat",
      en: "The cheapest day: \(step), at \(sum) for each day saved")
  }
}
