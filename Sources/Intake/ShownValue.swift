/// The longest value a message quotes, in characters.
private let shownLimit = 40

/// The fewest digits in one number that may belong to a NIK or a family card.
private let maskedDigits = 11

/// A value from a file as a message may quote it: on one line, at most 40 characters, and with every
/// long number masked, because a NIK may stand in any column.
func shown(_ value: String) -> String {
  let masked = maskingLongNumbers(value)
  let cut = masked.count > shownLimit ? masked.prefix(shownLimit - 1) + "…" : masked[...]
  return cut.unicodeScalars.reduce(into: "") { text, scalar in
    if scalar.isInvisible {
      text += "⟨\(scalar.codePoint)⟩"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }
}

/// Replaces the inner digits of every number of eleven digits or more, whatever divides its groups.
private func maskingLongNumbers(_ value: String) -> String {
  var characters = Array(value)
  var digits: [Int] = []
  func mask() {
    guard digits.count >= maskedDigits else { return }
    for index in digits.dropFirst(6).dropLast(4) { characters[index] = "*" }
  }
  for index in characters.indices {
    if characters[index].isWholeNumber {
      digits.append(index)
    } else if !" .-,/'".contains(characters[index]) {
      mask()
      digits = []
    }
  }
  mask()
  return String(characters)
}

extension Unicode.Scalar {
  /// Whether the scalar shows nothing or reorders its neighbours: controls, joiners, bidirectional
  /// marks, and what Unicode leaves private or unassigned.
  var isInvisible: Bool {
    if value < 0x80 { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      return properties.isDefaultIgnorableCodePoint
    }
  }

  /// `U+202E`.
  var codePoint: String {
    let hexadecimal = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
  }
}
