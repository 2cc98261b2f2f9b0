/// The check digit of Damm (2004): one digit over the totally anti-symmetric quasigroup of order 10.
public enum Damm {
  /// Ten rows of ten, by interim digit and next digit.
  private static let table: [UInt8] = [
    0, 3, 1, 7, 5, 9, 8, 6, 4, 2, 7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
    4, 2, 0, 6, 8, 7, 1, 3, 5, 9, 1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
    6, 1, 2, 3, 0, 4, 5, 9, 7, 8, 3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
    5, 8, 6, 9, 7, 2, 0, 1, 3, 4, 8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
    9, 4, 3, 8, 6, 1, 7, 2, 0, 5, 2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
  ]

  /// The check digit that follows `digits`, which are ASCII digits only.
  public static func checkDigit(of digits: String) -> Int {
    Int(checkDigit(of: Array(digits.utf8)[...]) - UInt8(ascii: "0"))
  }

  /// The same in ASCII.
  static func checkDigit(of digits: ArraySlice<UInt8>) -> UInt8 {
    let zero = UInt8(ascii: "0")
    return zero + digits.reduce(0) { interim, digit in next(interim, digit - zero) }
  }

  /// The check digit of a number after one more digit.
  static func next(_ interim: UInt8, _ digit: UInt8) -> UInt8 {
    table[Int(interim) * 10 + Int(digit)]
  }
}
