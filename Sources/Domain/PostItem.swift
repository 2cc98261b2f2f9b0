/// The number under which a post carries one item: `RR473124829ID` (UPU S10).
///
/// The post of the country gives these numbers out; Hantar checks and stores them and mints none.
public struct PostItem: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Thirteen characters: two letters, eight digits, a check digit, the two letters of a country.
  public let description: String

  /// Reads a number in any case, with or without spaces; nothing if it is malformed or its check
  /// digit is wrong.
  public init?(_ text: some StringProtocol) {
    let bytes = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard bytes.count == 13, bytes[2..<11].allSatisfy(isASCIIDigit),
      (bytes[0..<2] + bytes[11..<13]).allSatisfy(letters.contains)
    else { return nil }
    let digits = bytes[2..<11].map { Int($0 - UInt8(ascii: "0")) }
    guard digits[8] == Self.checkDigit(of: digits.prefix(8)) else { return nil }
    description = String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter serial: Eight digits.
  private static func checkDigit(of serial: some Sequence<Int>) -> Int {
    let weights = [8, 6, 4, 2, 3, 5, 9, 7]
    let sum = zip(serial, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return switch 11 - sum % 11 {
    case 10: 0
    case 11: 5
    case let digit: digit
    }
  }

  public static func < (left: PostItem, right: PostItem) -> Bool {
    left.description < right.description
  }
}
