internal import Domain
internal import Reports

extension Language {
  /// A number with so many decimals, rounded half away from zero, its thousands set apart:
  /// `1.234,5` in Indonesian.
  func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "–" }
    let unit = (0..<max(0, places)).reduce(1) { power, _ in power * 10 }
    let units = Int((value.magnitude * Double(unit)).rounded())
    let sign = value < 0 && units > 0 ? "−" : ""
    guard places > 0 else { return sign + figure(units) }
    let point = self == .indonesian ? "," : "."
    let fraction = String(units % unit)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return sign + figure(units / unit) + point + zeros + fraction
  }

  /// A number with its sign, also where it is positive.
  func signed(_ value: Double, places: Int) -> String {
    let text = decimal(value, places: places)
    return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  /// A number short enough for an axis: `1,5 jt` for 1,500,000.
  func axisFigure(_ value: Double, places: Int) -> String {
    switch value.magnitude {
    case 1e9...: decimal(value / 1e9, places: 1) + say(id: " M", en: "B")
    case 1e6...: decimal(value / 1e6, places: 1) + say(id: " jt", en: "M")
    default: decimal(value, places: places)
    }
  }

  func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: self) }
}
