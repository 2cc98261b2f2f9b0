/// Bytes as lower-case hexadecimal digits, two to a byte, and back.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var written: [UInt8] = []
    written.reserveCapacity(2 * bytes.underestimatedCount)
    append(bytes, to: &written)
    return String(decoding: written, as: UTF8.self)
  }

  /// Writes the digits of ``text(_:)`` after what is there.
  static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      output.append(digit(byte >> 4))
      output.append(digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Reads what ``text(_:)`` writes; nothing for anything else, upper case included.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 2)
    var upper: UInt8?
    for digit in text.utf8 {
      guard let value = value(digit) else { return nil }
      if let high = upper {
        bytes.append(high << 4 | value)
        upper = nil
      } else {
        upper = value
      }
    }
    return upper == nil ? bytes : nil
  }

  /// The value of one digit.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
