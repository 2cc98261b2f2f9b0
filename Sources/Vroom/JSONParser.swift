/// Reads one JSON value (RFC 8259) from bytes.
struct JSONParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var position: Int
  private var depth = 0

  /// Returns the value that is the whole of `bytes`.
  ///
  /// - Throws: ``VroomError/notJSON(line:column:_:)`` at the first byte that is wrong.
  static func value(of bytes: [UInt8]) throws(VroomError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == bytes.count else { throw parser.unexpected() }
    return value
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private mutating func value() throws(VroomError) -> JSONValue {
    skipBlanks()
    guard position < bytes.count else { throw fault(.endOfText) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try nested { (parser) throws(VroomError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(VroomError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(VroomError) -> JSONValue
  ) throws(VroomError) -> JSONValue {
    guard depth < Self.deepest else { throw fault(.nesting(allowed: Self.deepest)) }
    depth += 1
    position += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func object() throws(VroomError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    guard !take("}") else { return .object([]) }
    repeat {
      skipBlanks()
      guard position < bytes.count else { throw fault(.endOfText) }
      guard bytes[position] == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      guard keys.insert(key).inserted else { throw fault(.repeatedKey(key)) }
      guard take(":") else { throw unexpected() }
      members.append(.init(key, try value()))
    } while take(",")
    guard take("}") else { throw unexpected() }
    return .object(members)
  }

  /// Reads an array, and keeps it flat for as long as it holds whole numbers only.
  private mutating func array() throws(VroomError) -> JSONValue {
    var integers: [Int] = []
    var values: [JSONValue] = []
    guard !take("]") else { return .array([]) }
    repeat {
      let next = try value()
      if case .integer(let integer) = next, values.isEmpty {
        integers.append(integer)
      } else {
        if values.isEmpty { values = integers.map(JSONValue.integer) }
        values.append(next)
      }
    } while take(",")
    guard take("]") else { throw unexpected() }
    return values.isEmpty ? .integers(integers) : .array(values)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(VroomError) -> JSONValue {
    for byte in "\(word)".utf8 {
      guard position < bytes.count, bytes[position] == byte else { throw unexpected() }
      position += 1
    }
    return value
  }
}

/// Numbers and strings.
extension JSONParser {
  private mutating func number() throws(VroomError) -> JSONValue {
    let start = position
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let digits = try takeDigits()
    let isZeroLed = digits.count > 1 && bytes[digits.lowerBound] == UInt8(ascii: "0")
    guard !isZeroLed else { throw fault(.number) }
    var isWhole = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      _ = try takeDigits()
      isWhole = false
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      let sign = position < bytes.count ? bytes[position] : 0
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      _ = try takeDigits()
      isWhole = false
    }
    if isWhole, digits.count <= 18 {
      let magnitude = bytes[digits].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      return .integer(isNegative ? -magnitude : magnitude)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard text.utf8.count < 400, let value = Double(text), value.isFinite else {
      throw fault(.number)
    }
    return .decimal(value)
  }

  private mutating func takeDigits() throws(VroomError) -> Range<Int> {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    guard position > start else { throw fault(.number) }
    return start..<position
  }

  private mutating func string() throws(VroomError) -> String {
    position += 1
    var start = position
    var text = ""
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { throw fault(.string) }
      if bytes[position] == UInt8(ascii: "\\") {
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = position
      } else {
        position += 1
      }
    }
    guard position < bytes.count else { throw fault(.endOfText) }
    text += String(decoding: bytes[start..<position], as: UTF8.self)
    position += 1
    return text
  }

  private mutating func escape() throws(VroomError) -> Unicode.Scalar {
    guard position + 1 < bytes.count else { throw fault(.endOfText) }
    let kind = bytes[position + 1]
    position += 2
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault(.string)
    }
  }

  /// Reads four digits, or twice four where the first are half of a pair.
  private mutating func unicodeEscape() throws(VroomError) -> Unicode.Scalar {
    let first = try takeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw fault(.string) }
    position += 2
    let second = try takeUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.string) }
    return scalar
  }

  private mutating func takeUnit() throws(VroomError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault(.endOfText) }
    let digits = bytes[position..<position + 4]
    let isHexadecimal = digits.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
    guard isHexadecimal, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault(.string) }
    position += 4
    return unit
  }
}

/// Blanks and places.
extension JSONParser {
  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Moves behind the next mark if it is `mark`.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, UInt32(bytes[position]) == mark.value else { return false }
    position += 1
    return true
  }

  private func unexpected() -> VroomError {
    fault(position < bytes.count ? .unexpected(bytes[position]) : .endOfText)
  }

  private func fault(_ fault: JSONFault) -> VroomError {
    let before = bytes.prefix(position)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return .notJSON(line: line, column: position - lineStart + 1, fault)
  }
}
