/// A JSON value that has exactly one spelling: integers, strings, arrays and objects only.
///
/// Source: RFC 8785 (JSON Canonicalization Scheme), without fractions, `true`, `false` and `null`.
enum CanonicalValue: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    let key: String
    let value: CanonicalValue

    /// Canonical order: by UTF-16 code units, which is that of the bytes where the first that differ
    /// are not both beyond ASCII.
    static func areInOrder(_ left: String, _ right: String) -> Bool {
      for (one, other) in zip(left.utf8, right.utf8) where one != other {
        return one < 0x80 || other < 0x80
          ? one < other : left.utf16.lexicographicallyPrecedes(right.utf16)
      }
      return left.utf8.count < right.utf8.count
    }
  }

  /// Within ±(2^53 − 1), the whole numbers every JSON reader keeps exactly.
  case integer(Int64)
  case string(String)
  case array([CanonicalValue])
  /// In ascending order of the keys' UTF-16 code units, each key once.
  case object([Field])

  /// The integers that survive a reader which keeps numbers as doubles.
  static let exactIntegers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

  /// Reads what ``bytes`` writes, and nothing else.
  init(bytes: [UInt8]) throws(EventFormatError) {
    do { self = try CanonicalParser.value(of: bytes) } catch { throw .notCanonical(error) }
  }

  /// An object of the fields that have a value, in canonical order.
  static func object(of fields: KeyValuePairs<String, CanonicalValue?>) -> CanonicalValue {
    .object(Self.fields(of: fields))
  }

  static func fields(of fields: KeyValuePairs<String, CanonicalValue?>) -> [Field] {
    let present = fields.compactMap { key, value in value.map { Field(key: key, value: $0) } }
    let isInOrder = zip(present, present.dropFirst()).allSatisfy {
      Field.areInOrder($0.key, $1.key)
    }
    return isInOrder ? present : present.sorted { Field.areInOrder($0.key, $1.key) }
  }

  static func integer(_ value: some BinaryInteger) -> CanonicalValue {
    .integer(Int64(clamping: value))
  }

  static func strings(_ values: some Sequence<String>) -> CanonicalValue {
    .array(values.map { .string($0) })
  }

  /// The one spelling of this value.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  func write(to output: inout [UInt8]) {
    switch self {
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .string(let text): Self.write(text, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        value.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let fields):
      output.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(field.key, to: &output)
        output.append(UInt8(ascii: ":"))
        field.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(isPlain) {
      output.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { writeEscaped(byte, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    if let letter = shortEscape(of: byte) {
      output.append(contentsOf: [UInt8(ascii: "\\"), letter])
    } else if byte < 0x20 {
      output.append(contentsOf: "\\u00\(Hexadecimal.text([byte]))".utf8)
    } else {
      output.append(byte)
    }
  }

  /// Whether a byte of a string stands for itself.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The letter after the backslash, for the seven characters that have one.
  static func shortEscape(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    default: nil
    }
  }
}
