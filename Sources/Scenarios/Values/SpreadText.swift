import Domain
import Simulation

/// Reads how a duration varies: `3 days`, `1 to 3 days`, `exponential 5 days`,
/// `median 3 minutes, 90 % below 7 minutes`, `80 % 1 day, 15 % 14 days, 5 % 30 days`.
struct SpreadText {
  let numbers: QuantityText

  func spread(_ text: String) throws(Refusal) -> Spread {
    let trimmed = text.trimmed
    if trimmed.hasPrefix("median ") { return try logNormal(trimmed) }
    return trimmed.contains(",") && trimmed.contains("%")
      ? try mixture(trimmed) : try simple(trimmed)
  }

  private func simple(_ text: String) throws(Refusal) -> Spread {
    if text.hasPrefix("exponential ") {
      let mean = try numbers.number(String(text.dropFirst("exponential ".count)))
      return .exponential(mean: mean)
    }
    guard let (first, second) = text.halves(around: " to ") ?? text.halves(around: " sampai ")
    else { return .fixed(try numbers.number(text)) }
    let unit = second.drop { !$0.isLetter && $0 != "%" }
    let hasUnit = first.contains { $0.isLetter || $0 == "%" }
    let from = try numbers.number(hasUnit ? first : "\(first) \(unit)")
    let to = try numbers.number(second)
    guard from <= to else {
      throw Refusal(
        Phrase(
          id: "batas terbalik; tulis yang kecil dahulu",
          en: "the bounds are reversed; write the smaller one first"))
    }
    return from == to ? .fixed(from) : .uniform(from: from, to: to)
  }

  private func logNormal(_ text: String) throws(Refusal) -> Spread {
    let rest = String(text.dropFirst("median ".count))
    guard let (median, after) = rest.halves(around: ", "),
      let (share, ninetieth) = after.halves(around: " below "),
      share == "90 %" || share == "90%"
    else {
      throw Refusal(
        Phrase(
          id: "tulis seperti “median \(example("3")), 90 % below \(example("7"))”",
          en: "write it like “median \(example("3")), 90 % below \(example("7"))”"))
    }
    let middle = try numbers.number(median)
    let high = try numbers.number(ninetieth)
    guard middle > 0, high > middle else {
      throw Refusal(
        Phrase(
          id: "nilai 90 % harus di atas median, dan median di atas nol",
          en: "the 90 % value must be above the median, and the median above zero"))
    }
    return .logNormal(median: middle, ninetieth: high)
  }

  private func mixture(_ text: String) throws(Refusal) -> Spread {
    var parts: [Spread.Part] = []
    for part in text.split(separator: ",") {
      let words = String(part).trimmed
      guard let percent = words.firstIndex(of: "%") else { throw notAMixture() }
      let share = try QuantityText(quantity: .share).number(String(words[...percent]))
      let spread = try simple(String(words[words.index(after: percent)...]).trimmed)
      parts.append(Spread.Part(weight: share, spread: spread))
    }
    let sum = parts.reduce(0) { $0 + $1.weight }
    guard abs(sum - 1) < 1e-6 else {
      throw Refusal(
        Phrase(
          id: "bagian-bagiannya berjumlah \(plain(sum * 100)) %, seharusnya 100 %",
          en: "the parts add up to \(plain(sum * 100)) %, not to 100 %"))
    }
    return .mixture(parts)
  }

  private func notAMixture() -> Refusal {
    Refusal(
      Phrase(
        id: "tulis seperti “80 % \(example("1")), 20 % \(example("14"))”",
        en: "write it like “80 % \(example("1")), 20 % \(example("14"))”"))
  }

  private func example(_ digits: String) -> String { numbers.quantity.unit.text(digits) }
}

extension String {
  /// What stands before and after the first `separator`; nil if it does not occur.
  func halves(around separator: String) -> (String, String)? {
    let letters = Array(utf8)
    let wanted = Array(separator.utf8)
    guard letters.count >= wanted.count,
      let start = (0...(letters.count - wanted.count)).first(where: {
        letters[$0..<($0 + wanted.count)].elementsEqual(wanted)
      })
    else { return nil }
    return (
      String(decoding: letters[..<start], as: UTF8.self),
      String(decoding: letters[(start + wanted.count)...], as: UTF8.self)
    )
  }
}
