internal import Domain

/// The unit in which sums of money are short enough to read: rupiah, millions, or thousand millions.
struct RupiahScale {
  let divisor: Double
  let places: Int
  private let word: Phrase?

  init(for rupiah: Double) {
    switch rupiah.magnitude {
    case 1e9...: (divisor, places, word) = (1e9, 2, Phrase(id: "miliar", en: "billion"))
    case 1e6...: (divisor, places, word) = (1e6, 1, Phrase(id: "juta", en: "million"))
    default: (divisor, places, word) = (1, 0, nil)
    }
  }

  /// As many decimals as it takes to see that there is an error, up to three.
  private func errorPlaces(_ error: Double) -> Int {
    guard divisor > 1 else { return 0 }
    let digits = [places, 2, 3].filter { $0 >= places }
    return digits.first { error / divisor * (0..<$0).reduce(1.0) { power, _ in power * 10 } >= 1 }
      ?? digits.max() ?? places
  }

  /// `Rp12.345` or `Rp1,25 miliar`, as Indonesian spelling wants it, without a space.
  func text(_ rupiah: Double, in language: Language, error: Double? = nil, isSigned: Bool = false)
    -> String
  {
    let sign = rupiah < 0 ? "−" : isSigned && rupiah > 0 ? "+" : ""
    var text = sign + "Rp" + language.decimal(rupiah.magnitude / divisor, places: places)
    if let error { text += " ± " + language.decimal(error / divisor, places: errorPlaces(error)) }
    return text + (word.map { " " + $0.text(in: language) } ?? "")
  }
}
