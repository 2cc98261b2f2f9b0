import Domain
import Simulation

/// Reads numbers with their units.
struct QuantityText {
  let quantity: Quantity
  /// Whether a bare number is taken in the canonical unit, as on the command line.
  var unitIsOptional = false

  /// Reads `text` as one number.
  ///
  /// - Throws: ``Refusal`` saying what is allowed.
  func number(_ text: String) throws(Refusal) -> Double {
    let trimmed = text.trimmed
    let (digits, spelling) = split(trimmed)
    guard let amount = Self.amount(digits) else { throw notANumber() }
    if spelling.isEmpty {
      guard unitIsOptional else { throw noUnit(digits) }
      return try checked(amount * quantity.unit.spellings[0].factor)
    }
    guard let factor = quantity.unit.factor(of: spelling) else {
      throw wrongUnit(spelling, digits)
    }
    return try checked(amount * factor)
  }

  private func split(_ text: String) -> (digits: String, spelling: String) {
    guard !text.hasPrefix("Rp") else {
      let rest = text.dropFirst(2).drop { $0 == " " || $0 == "." }
      let digits = rest.prefix { $0.isNumeral }
      let after = rest.dropFirst(digits.count)
      return (String(digits), "Rp" + String(after).trimmed)
    }
    let digits = text.prefix { $0.isNumeral }
    return (String(digits), String(text.dropFirst(digits.count)).trimmed)
  }

  private func checked(_ value: Double) throws(Refusal) -> Double {
    guard quantity.range.contains(value) else { throw outOfRange(value) }
    guard !quantity.isWhole || abs(value - value.rounded()) < 1e-9 else { throw notWhole() }
    return quantity.isWhole ? value.rounded() : value
  }

  /// Digits with at most one decimal point; commas only between thousands.
  static func amount(_ text: String) -> Double? {
    let sign = text.hasPrefix("-") ? -1.0 : 1.0
    let parts = text.dropFirst(sign < 0 ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty }), groups[0].count <= 15,
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    let whole = groups.joined()
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard whole.count <= 15, decimals.count <= 15,
      (whole + decimals).utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Double("\(whole).\(decimals)").map { sign * $0 }
  }
}

extension QuantityText {
  private func example(_ digits: String) -> String { quantity.unit.text(digits) }

  private func notANumber() -> Refusal {
    Refusal(
      Phrase(
        id: "bukan angka dengan satuan; tulis seperti “\(example("2"))”",
        en: "not a number with a unit; write it like “\(example("2"))”"))
  }

  private func noUnit(_ digits: String) -> Refusal {
    Refusal(
      Phrase(
        id: "tanpa satuan; tulis “\(example(digits))”",
        en: "no unit; write “\(example(digits))”"))
  }

  private func wrongUnit(_ spelling: String, _ digits: String) -> Refusal {
    let known = quantity.unit.spellings.map(\.text)
    let near = Spelling.nearestName(to: spelling, among: known) ?? quantity.unit.name
    return Refusal(
      Phrase(
        id: "satuan “\(spelling)” tidak cocok di sini; maksudnya “\(near)”?",
        en: "the unit “\(spelling)” does not fit here; did you mean “\(near)”?"))
  }

  private func outOfRange(_ value: Double) -> Refusal {
    let (least, greatest) = quantity.bounds
    guard value >= 0 || quantity.range.lowerBound < 0 else {
      return Refusal(
        Phrase(
          id: "tidak boleh negatif; dari \(least) sampai \(greatest)",
          en: "must not be negative; from \(least) to \(greatest)"))
    }
    return Refusal(
      Phrase(
        id: "di luar batas; dari \(least) sampai \(greatest)",
        en: "out of range; from \(least) to \(greatest)"))
  }

  private func notWhole() -> Refusal {
    Refusal(Phrase(id: "harus bilangan bulat", en: "must be a whole number"))
  }
}

/// Why a text is not the value that belongs there.
struct Refusal: Error, Hashable {
  let what: Phrase

  init(_ what: Phrase) { self.what = what }
}

extension Character {
  fileprivate var isNumeral: Bool {
    ("0"..."9").contains(self) || self == "." || self == "," || self == "-"
  }
}

extension String {
  /// Without blanks at either end, and with single blanks within.
  var trimmed: String { split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ") }
}
