internal import Domain

/// Speaks of levers by their titles where those are known, else as scenario files write them.
struct LeverWords {
  let language: Language
  /// By path or short name.
  let titles: [String: Phrase]

  func name(of lever: String) -> String { titles[lever]?.text(in: language) ?? lever }

  /// `12 couriers` as `12` where the title says what there are twelve of.
  func value(_ written: String, of lever: String) -> String {
    guard titles[lever] != nil, let number = Self.number(beginning: written) else { return written }
    return language.decimal(number, places: number == number.rounded() ? 0 : 1)
  }

  /// `+1 printer` as `+1 pencetak`; in English as it is written, which minds the plural.
  func step(_ written: String, of lever: String) -> String {
    guard language != .english, let title = titles[lever],
      let number = Self.number(beginning: written)
    else {
      return written
    }
    let places = number == number.rounded() ? 0 : 1
    return "\(language.signed(number, places: places)) \(title.text(in: language))"
  }

  private static func number(beginning text: String) -> Double? {
    Double(text.prefix { !$0.isWhitespace })
  }
}
