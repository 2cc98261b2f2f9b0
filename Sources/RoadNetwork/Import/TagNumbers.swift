// Numbers as people write them in the tags of OpenStreetMap.

/// A signed speed in km/h: `50`, `30 mph`, `ID:urban`, `walk`; infinite for `none`.
///
/// Of several values (`50;80`) the least counts. Nothing where the sign changes (`signals`) or the
/// value is not known.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Key:maxspeed>.
func signedKilometresPerHour(_ value: String, zones: [String: Double]) -> Double? {
  if value.utf8.contains(UInt8(ascii: ";")) {
    return value.split(separator: ";").compactMap { part in
      signedKilometresPerHour(trimmed(part), zones: zones)
    }.min()
  }
  if let (number, unit) = numberAndUnit(value) {
    switch unit {
    case "", "km/h", "kmh", "kph": return number > 0 ? number : nil
    case "mph": return number > 0 ? number * 1.609344 : nil
    case "knots": return number > 0 ? number * 1.852 : nil
    default: return nil
    }
  }
  if value == "none" { return .infinity }
  // `ID:urban`, `DE:zone:30` and `DE:zone30` all end in what matters.
  let zone = value.split(separator: ":").last.map(String.init) ?? value
  if let known = zones[zone] { return known }
  guard value.first?.isLetter == true else { return nil }
  let digits = zone.drop { !$0.isNumber }
  return Double(digits).flatMap { $0 > 0 ? $0 : nil }
}

/// A length in metres: `2`, `2.5 m`, `1,8`, `6'`, `6'6"`.
func metres(_ value: String) -> Double? {
  if let foot = value.firstIndex(of: "'") {
    guard let feet = Double(value[..<foot]) else { return nil }
    let inches = Double(value[value.index(after: foot)...].filter { $0 != "\"" }) ?? 0
    return feet * 0.3048 + inches * 0.0254
  }
  guard let (number, unit) = numberAndUnit(value) else { return nil }
  switch unit {
  case "", "m", "metres", "meter": return number
  case "cm": return number / 100
  case "ft": return number * 0.3048
  default: return nil
  }
}

/// A weight in tonnes: `3.5`, `3.5 t`, `3500 kg`.
func tonnes(_ value: String) -> Double? {
  guard let (number, unit) = numberAndUnit(value) else { return nil }
  switch unit {
  case "", "t": return number
  case "kg": return number / 1000
  case "st": return number * 0.90718474
  default: return nil
  }
}

/// A duration in seconds: minutes (`20`), a clock (`00:20`, `1:02:30`) or ISO 8601 (`PT3M`, `PT1H`).
///
/// Source: <https://wiki.openstreetmap.org/wiki/Key:duration>.
func durationSeconds(_ value: String) -> Double? {
  if let minutes = Double(value) { return positive(minutes * 60) }
  if value.hasPrefix("P") { return isoDurationSeconds(value.dropFirst()) }
  let parts = value.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
  guard parts.count == 2 || parts.count == 3 else { return nil }
  var seconds = 0.0
  for part in parts {
    guard let part, part >= 0 else { return nil }
    seconds = seconds * 60 + part
  }
  return positive(parts.count == 2 ? seconds * 60 : seconds)
}

private func isoDurationSeconds(_ value: Substring) -> Double? {
  var seconds = 0.0
  var digits = ""
  var isTime = false
  for letter in value {
    if letter.isNumber || letter == "." {
      digits.append(letter)
      continue
    }
    if letter == "T" {
      isTime = true
      continue
    }
    let units: [Character: Double] =
      isTime ? ["H": 3600, "M": 60, "S": 1] : ["D": 86_400, "W": 604_800]
    guard let unit = units[letter], let number = Double(digits) else { return nil }
    seconds += number * unit
    digits = ""
  }
  return digits.isEmpty ? positive(seconds) : nil
}

private func positive(_ value: Double) -> Double? {
  value.isFinite && value > 0 ? value : nil
}

/// The number that a text begins with, and the word after it.
private func numberAndUnit(_ value: String) -> (number: Double, unit: String)? {
  let digits = value.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
  let point = digits.contains(",") ? String(digits.map { $0 == "," ? "." : $0 }) : String(digits)
  guard let number = Double(point), number.isFinite else { return nil }
  return (number, trimmed(value[digits.endIndex...]))
}

private func trimmed(_ text: Substring) -> String {
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}
