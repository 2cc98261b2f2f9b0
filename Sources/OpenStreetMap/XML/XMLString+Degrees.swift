extension XMLString {
  /// Degrees in whole 1e-7 degrees, halves away from zero; nothing for what is no number.
  ///
  /// Reads the decimal digits themselves, so that what was written with seven decimals comes back
  /// exactly. Numbers far off the globe become the largest ones.
  var degreesE7: Int64? {
    var scanner = DecimalScanner()
    let bytes = unsafe bytes
    for index in bytes.indices {
      guard unsafe scanner.take(bytes[index]) else { return nil }
    }
    return scanner.scaled(byPowerOfTen: 7)
  }
}

/// Reads one decimal number, such as -5.4 or 1.0E-5, a byte at a time.
private struct DecimalScanner {
  private enum Part {
    case sign, whole, fraction, exponentSign, exponent
  }

  private static let mostDigits = 17
  private static let largestExponent = 1_000

  private var part = Part.sign
  private var isNegative = false
  private var hasDigits = false
  /// The first digits that count, without the point.
  private var digits: Int64 = 0
  private var digitCount = 0
  /// The power of ten of the last of these digits.
  private var power = 0
  private var exponent = 0
  private var isExponentNegative = false

  /// False if the number cannot go on with `byte`.
  mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): takeDigit(Int64(byte - UInt8(ascii: "0")))
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return takeSign(byte == UInt8(ascii: "-"))
    case UInt8(ascii: "."):
      guard part == .sign || part == .whole else { return false }
      part = .fraction
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      guard hasDigits, part == .whole || part == .fraction else { return false }
      part = .exponentSign
      hasDigits = false
    default: return false
    }
    return true
  }

  /// The number times 10^`shift`; nothing if it has no digits.
  func scaled(byPowerOfTen shift: Int) -> Int64? {
    guard hasDigits else { return nil }
    let shift = shift + power + (isExponentNegative ? -exponent : exponent)
    var result = digits
    if shift < 0 {
      for _ in 0..<min(-shift - 1, 20) { result /= 10 }
      result = (result + 5) / 10
    } else {
      for _ in 0..<min(shift, 20) {
        let (product, isTooLarge) = result.multipliedReportingOverflow(by: 10)
        result = isTooLarge ? .max : product
      }
    }
    return isNegative ? -result : result
  }

  private mutating func takeSign(_ isMinus: Bool) -> Bool {
    switch part {
    case .sign where !isNegative:
      isNegative = isMinus
      part = .whole
    case .exponentSign:
      isExponentNegative = isMinus
      part = .exponent
    default: return false
    }
    return true
  }

  private mutating func takeDigit(_ digit: Int64) {
    hasDigits = true
    switch part {
    case .exponentSign, .exponent:
      part = .exponent
      exponent = min(exponent * 10 + Int(digit), Self.largestExponent)
    case .sign, .whole, .fraction:
      if part == .sign { part = .whole }
      let isKept = digitCount < Self.mostDigits
      if isKept {
        digits = digits * 10 + digit
        if digits > 0 { digitCount += 1 }
      }
      if part == .fraction, isKept { power = max(power - 1, -Self.largestExponent) }
      if part == .whole, !isKept { power = min(power + 1, Self.largestExponent) }
    }
  }
}
