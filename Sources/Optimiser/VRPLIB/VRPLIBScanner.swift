/// Walks over the bytes of a VRPLIB text, line by line and field by field.
///
/// Lines end as on any system, fields are divided by blanks and tabs, and lines without a field do
/// not count, except for their number. Nothing is copied before it is asked for: a file of a million
/// nodes has many more fields than a `String` each would be worth.
struct VRPLIBScanner {
  private let bytes: [UInt8]
  private var position: Int
  /// The number of the present line, counted from 1; 0 before the first.
  private(set) var line = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Goes to the first field of the next line that has one; false at the end of the text.
  mutating func goToNextLine() -> Bool {
    repeat {
      guard line == 0 || skipLineEnd() else { return false }
      line += 1
    } while isAtLineEnd()
    return true
  }

  /// Whether no field is left on the line; moves over blanks.
  mutating func isAtLineEnd() -> Bool {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    return position == bytes.count || Self.isLineEnd(bytes[position])
  }

  /// Whether the next field begins with a letter, and so is no number.
  mutating func isAtWord() -> Bool {
    !isAtLineEnd() && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position] | 0x20)
  }

  /// Takes the next word in capitals: a keyword, up to a blank or the colon behind it.
  mutating func takeKeyword() -> String {
    guard !isAtLineEnd() else { return "" }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ":"),
      !Self.isBlank(bytes[position]), !Self.isLineEnd(bytes[position])
    {
      position += 1
    }
    return Self.shown(bytes[start..<position]).uppercased()
  }

  /// Moves behind the next colon if only blanks are in front of it.
  mutating func skipColon() -> Bool {
    guard !isAtLineEnd(), bytes[position] == UInt8(ascii: ":") else { return false }
    position += 1
    return true
  }

  /// Moves behind the next colon of the line; false, at the line's end, if there is none.
  mutating func skipPastColon() -> Bool {
    while position < bytes.count, !Self.isLineEnd(bytes[position]) {
      position += 1
      if bytes[position - 1] == UInt8(ascii: ":") { return true }
    }
    return false
  }

  /// Takes what is left of the line, without blanks around it.
  mutating func takeRest() -> String {
    guard !isAtLineEnd() else { return "" }
    let start = position
    skipToLineEnd()
    var end = position
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return Self.shown(bytes[start..<end])
  }

  /// Takes the next field if it is a plain decimal number below 10¹⁵.
  mutating func takeNumber(_ field: String) throws(VRPLIBError) -> Double {
    guard let range = takeField() else {
      throw .malformed(line: line, field: field, text: "", need: .plainNumber)
    }
    guard let number = number(in: range) else {
      throw .malformed(
        line: line, field: field, text: Self.shown(bytes[range]), need: .plainNumber)
    }
    return number
  }

  /// Takes the next field if it is a whole number in `allowed`.
  mutating func takeWhole(
    _ field: String, in allowed: ClosedRange<Int>
  ) throws(VRPLIBError) -> Int {
    guard let range = takeField(), let number = number(in: range), let whole = Int(exactly: number),
      allowed.contains(whole)
    else {
      throw malformed(field, .whole(allowed))
    }
    return whole
  }

  /// The refusal of the field taken last.
  func malformed(_ field: String, _ need: VRPLIBNeed) -> VRPLIBError {
    var start = position
    while start > 0, !Self.isBlank(bytes[start - 1]), !Self.isLineEnd(bytes[start - 1]) {
      start -= 1
    }
    return .malformed(
      line: line, field: field, text: Self.shown(bytes[start..<position]), need: need)
  }

  private mutating func takeField() -> Range<Int>? {
    guard !isAtLineEnd() else { return nil }
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), !Self.isLineEnd(bytes[position]) {
      position += 1
    }
    return start..<position
  }

  private mutating func skipToLineEnd() {
    while position < bytes.count, !Self.isLineEnd(bytes[position]) { position += 1 }
  }

  /// Moves behind the end of the line; false where the text ends.
  private mutating func skipLineEnd() -> Bool {
    skipToLineEnd()
    guard position < bytes.count else { return false }
    position += 1
    let isPair = bytes[position - 1] == UInt8(ascii: "\r")
    if isPair, position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    return true
  }
}

/// Bytes and what they mean.
extension VRPLIBScanner {
  private static let powersOfTen: [Double] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 11 || byte == 12
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// As much of some bytes as an error message can hold.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let most = 60
    let text = String(decoding: bytes.prefix(most), as: UTF8.self)
    return bytes.count > most ? text + "…" : text
  }

  /// Digits with a point are read exactly here, anything longer by the standard library.
  private func number(in range: Range<Int>) -> Double? {
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    var digits: UInt64 = 0
    var digitCount = 0
    var decimals: Int?
    while index < range.upperBound, digitCount < 16 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        digitCount += 1
        decimals = decimals.map { $0 + 1 }
      } else {
        break
      }
      index += 1
    }
    guard index == range.upperBound, digitCount > 0, digits < 1 << 53 else {
      return longNumber(in: range)
    }
    let magnitude = Double(digits) / Self.powersOfTen[decimals ?? 0]
    return magnitude < 1e15 ? (isNegative ? -magnitude : magnitude) : nil
  }

  private func longNumber(in range: Range<Int>) -> Double? {
    let isPlain = bytes[range].allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte | 0x20 == UInt8(ascii: "e")
    }
    guard isPlain, range.count < 400,
      let number = Double(String(decoding: bytes[range], as: UTF8.self)), number.magnitude < 1e15
    else { return nil }
    return number
  }
}
