/// Reads the one spelling of a ``CanonicalValue`` and refuses every other.
///
/// It recurses at most ``maximumDepth`` levels and never traps, whatever the bytes.
struct CanonicalParser {
  static let maximumDepth = 16

  private let bytes: [UInt8]
  private var position = 0
  /// Where the values of the outermost object's fields stand.
  private var extents: [Range<Int>] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: ``CanonicalJSONError`` for the first byte that is not canonical.
  static func value(of bytes: [UInt8]) throws(CanonicalJSONError) -> CanonicalValue {
    var parser = CanonicalParser(bytes)
    let value = try parser.value(depth: 0)
    guard parser.position == bytes.count else { throw .unexpectedByte(at: parser.position) }
    return value
  }

  /// Reads an object, and where in `bytes` the value of each of its fields stands.
  ///
  /// - Throws: ``CanonicalJSONError`` for the first byte that is not canonical.
  static func object(
    of bytes: [UInt8]
  ) throws(CanonicalJSONError) -> (value: CanonicalValue, extents: [Range<Int>]) {
    var parser = CanonicalParser(bytes)
    guard try parser.peek() == UInt8(ascii: "{") else { throw .unexpectedByte(at: 0) }
    let value = try parser.object(depth: 0)
    guard parser.position == bytes.count else { throw .unexpectedByte(at: parser.position) }
    return (value, parser.extents)
  }

  private mutating func value(depth: Int) throws(CanonicalJSONError) -> CanonicalValue {
    guard depth < Self.maximumDepth else { throw .tooDeep(at: position) }
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default: return .integer(try integer())
    }
  }

  private mutating func object(depth: Int) throws(CanonicalJSONError) -> CanonicalValue {
    try expect("{")
    var fields: [CanonicalValue.Field] = []
    if try accept("}") { return .object([]) }
    // An event has about so many; what stands in it has fewer.
    fields.reserveCapacity(depth < 2 ? 24 : 4)
    repeat {
      let start = position
      let key = try string()
      if let last = fields.last, !CanonicalValue.Field.areInOrder(last.key, key) {
        throw last.key == key ? .duplicateKey(key, at: start) : .keyOutOfOrder(key, at: start)
      }
      try expect(":")
      let beginning = position
      fields.append(CanonicalValue.Field(key: key, value: try value(depth: depth + 1)))
      if depth == 0 { extents.append(beginning..<position) }
    } while try accept(",")
    try expect("}")
    return .object(fields)
  }

  private mutating func array(depth: Int) throws(CanonicalJSONError) -> CanonicalValue {
    try expect("[")
    var values: [CanonicalValue] = []
    if try accept("]") { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while try accept(",")
    try expect("]")
    return .array(values)
  }

  private mutating func string() throws(CanonicalJSONError) -> String {
    let start = position
    try expect("\"")
    let isASCII = skipPlain()
    // Nearly every string is plain and is read where it stands: only an append copies it.
    var content = bytes[start + 1..<position]
    if isASCII, position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: content, as: UTF8.self)
    }
    while try peek() != UInt8(ascii: "\"") {
      guard try peek() == UInt8(ascii: "\\") else { throw .unexpectedByte(at: position) }
      content.append(try escape())
      let beginning = position
      _ = skipPlain()
      content.append(contentsOf: bytes[beginning..<position])
    }
    position += 1
    guard let text = String(validating: content, as: UTF8.self) else { throw .badUTF8(at: start) }
    return text
  }

  /// Goes on to the next quotation mark, backslash or control character, or to the end; tells
  /// whether all that was passed is ASCII.
  private mutating func skipPlain() -> Bool {
    var (all, end) = (UInt8(0), position)
    // Most of an event is read here, byte by byte.
    bytes.withUnsafeBufferPointer { bytes in
      while end < bytes.count, CanonicalValue.isPlain(bytes[end]) {
        all |= bytes[end]
        end += 1
      }
    }
    position = end
    return all < 0x80
  }

  /// Reads a control character, quotation mark or backslash in its one permitted form.
  private mutating func escape() throws(CanonicalJSONError) -> UInt8 {
    let start = position
    for byte in UInt8(0)...UInt8(ascii: "\\") where !CanonicalValue.isPlain(byte) {
      let spelling: [UInt8] =
        CanonicalValue.shortEscape(of: byte).map { [UInt8(ascii: "\\"), $0] }
        ?? Array("\\u00\(Hexadecimal.text([byte]))".utf8)
      guard bytes[start...].starts(with: spelling) else { continue }
      position += spelling.count
      return byte
    }
    throw .badEscape(at: start)
  }

  private mutating func integer() throws(CanonicalJSONError) -> Int64 {
    let start = position
    let isNegative = try accept("-")
    let firstDigit = position
    var magnitude: Int64 = 0
    while position < bytes.count, let digit = Self.digit(bytes[position]) {
      magnitude = magnitude * 10 + digit
      guard magnitude <= CanonicalValue.exactIntegers.upperBound else {
        throw .integerOutOfRange(at: start)
      }
      position += 1
    }
    guard position > firstDigit else { throw endsEarlyOrUnexpected }
    let startsWithZero = bytes[firstDigit] == UInt8(ascii: "0")
    guard !startsWithZero || (position == firstDigit + 1 && !isNegative) else {
      throw .unexpectedByte(at: firstDigit)
    }
    return isNegative ? -magnitude : magnitude
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      ? Int64(byte - UInt8(ascii: "0")) : nil
  }

  private var endsEarlyOrUnexpected: CanonicalJSONError {
    position < bytes.count ? .unexpectedByte(at: position) : .endsEarly
  }

  private func peek() throws(CanonicalJSONError) -> UInt8 {
    guard position < bytes.count else { throw .endsEarly }
    return bytes[position]
  }

  private mutating func accept(_ symbol: Unicode.Scalar) throws(CanonicalJSONError) -> Bool {
    guard try peek() == UInt8(ascii: symbol) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: Unicode.Scalar) throws(CanonicalJSONError) {
    guard try accept(symbol) else { throw .unexpectedByte(at: position) }
  }
}
