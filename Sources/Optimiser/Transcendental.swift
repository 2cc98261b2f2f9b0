/// Logarithm and exponential of the search's own, so that equal seeds give equal plans whatever
/// mathematics library a machine has.
enum Transcendental {
  private static let ln2 = 0.693_147_180_559_945_3

  /// Returns the natural logarithm of a positive, normal number, to about 10⁻¹⁰.
  static func logarithm(_ value: Double) -> Double {
    assert(value > 0 && value.isNormal, "\(value) has no logarithm here")
    // With s = (m - 1) / (m + 1), ln m = 2 (s + s³/3 + s⁵/5 + …), and s ≤ 1/3.
    let bits = value.bitPattern
    let exponent = Int(bits >> 52) - 1023
    let significand = Double(bitPattern: bits & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    sum = sum * square + 1
    return 2 * ratio * sum + Double(exponent) * ln2
  }

  /// Returns e to the power of `value`, for -700...700, to about 10⁻¹⁴.
  static func exponential(_ value: Double) -> Double {
    assert(abs(value) <= 700, "e to the \(value) does not fit")
    let halvings = Int(value / ln2)
    let rest = value - Double(halvings) * ln2
    var sum = 1.0
    for order in stride(from: 18.0, through: 1.0, by: -1.0) { sum = 1 + sum * rest / order }
    return sum * Double(sign: .plus, exponent: halvings, significand: 1)
  }
}
