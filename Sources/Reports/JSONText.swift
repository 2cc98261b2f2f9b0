/// A JSON value (RFC 8259) whose objects keep the order in which their members were given.
///
/// Numbers are whole or exact decimals, so the same value is always the same bytes.
public enum JSONText: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONText

    public init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  case integer(Int)
  /// `units` × 10^-`places`: `.decimal(1_052_586_210, places: 7)` is 105.258621.
  case decimal(Int, places: Int)
  case string(String)
  case array([JSONText])
  case object([Member])

  /// The value, or `null` where there is none.
  public static func optional<Value>(
    _ value: Value?, _ make: (Value) -> JSONText
  ) -> JSONText {
    value.map(make) ?? .null
  }

  /// The text of a value's own description, such as an identifier or a date.
  public static func describing(_ value: some CustomStringConvertible) -> JSONText {
    .string(value.description)
  }

  /// The value as text: on one line, or indented by two spaces a level.
  ///
  /// `<`, controls and characters that reorder text are written as escapes, so the text may stand in
  /// a page's `script` element and on a terminal.
  public func text(indented: Bool = false) -> String {
    var text = ""
    write(to: &text, indentation: indented ? 0 : nil)
    return text
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let units, let places): Self.writeDecimal(units, places: places, to: &text)
    case .string(let value): Self.writeString(value, to: &text)
    case .array(let values):
      Self.writeList(values, in: ("[", "]"), to: &text, indentation: indentation) {
        $0.write(to: &$1, indentation: $2)
      }
    case .object(let members):
      Self.writeList(members, in: ("{", "}"), to: &text, indentation: indentation) {
        Self.writeString($0.key, to: &$1)
        $1 += $2 == nil ? ":" : ": "
        $0.value.write(to: &$1, indentation: $2)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], in brackets: (String, String), to text: inout String, indentation: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    guard !items.isEmpty else {
      text += brackets.0 + brackets.1
      return
    }
    let inner = indentation.map { $0 + 2 }
    text += brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      writeLineBreak(inner, to: &text)
      write(item, &text, inner)
    }
    writeLineBreak(indentation, to: &text)
    text += brackets.1
  }

  private static func writeLineBreak(_ indentation: Int?, to text: inout String) {
    guard let indentation else { return }
    text += "\n" + String(repeating: " ", count: indentation)
  }

  private static func writeDecimal(_ units: Int, places: Int, to text: inout String) {
    let digits = String(units.magnitude)
    let zeros = String(repeating: "0", count: max(0, places + 1 - digits.count))
    let whole = (zeros + digits).dropLast(max(0, places))
    var fraction = (zeros + digits).suffix(max(0, places))
    while fraction.last == "0" { fraction.removeLast() }
    text += units < 0 ? "-" : ""
    text += fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }

  private static func writeString(_ value: String, to text: inout String) {
    text += "\""
    if value.utf8.allSatisfy(standsForItself) {
      text += value
    } else {
      for scalar in value.unicodeScalars { writeScalar(scalar, to: &text) }
    }
    text += "\""
  }

  private static func standsForItself(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      && byte != UInt8(ascii: "<")
  }

  private static func writeScalar(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "<": text += "\\u003c"
    case _ where scalar.isActing:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: text.unicodeScalars.append(scalar)
    }
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONText...) { self = .array(elements) }

  public init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
