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
