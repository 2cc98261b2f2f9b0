/// Whether `byte` is an ASCII digit.
package func isASCIIDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// A whole number with leading zeros to at least `width` digits.
package func padded(_ number: Int, to width: Int) -> String {
  var text: [UInt8] = []
  text.append(number, paddedTo: width)
  return String(decoding: text, as: UTF8.self)
}

extension [UInt8] {
  /// Appends a whole number with leading zeros to at least `width` digits.
  mutating func append(_ number: Int, paddedTo width: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = endIndex
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || endIndex - start < width
    self[start...].reverse()
  }
}

/// Reads a text of numbers and separators from its first byte to its last.
struct NumberScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// Passes `byte`, or tells that another stands here.
  mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The number here and how many digits it has; nothing if they are not as many as asked.
  mutating func number(digits: ClosedRange<Int> = 1...18) -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < bytes.count, isASCIIDigit(bytes[position]), position - start < 18 {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard digits.contains(position - start) else { return nil }
    return (value, position - start)
  }
}
