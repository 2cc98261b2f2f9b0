/// Markup in which data cannot become markup.
///
/// Written as a string literal: the literal parts are the markup, every interpolated value is
/// escaped, and only another `HTMLText` is taken as it is. There is no way to make one from a
/// variable text without escaping it. The escaping is that of XML, so GPX is written with it too.
///
/// ```swift
/// let cell: HTMLText = "<td title=\"\(note)\">\(name)</td>"
/// ```
public struct HTMLText: Hashable, Sendable {
  public private(set) var text: String

  private init(markup: String) { text = markup }

  /// Nothing at all.
  public static let empty: HTMLText = ""

  /// The parts of `items` that `transform` makes, one after the other.
  public static func each<Items: Sequence>(
    _ items: Items, separator: HTMLText = .empty, _ transform: (Items.Element) -> HTMLText
  ) -> HTMLText {
    HTMLText(markup: items.map { transform($0).text }.joined(separator: separator.text))
  }

  /// What `make` makes, or nothing where there is no value.
  public static func optional<Value>(_ value: Value?, _ make: (Value) -> HTMLText) -> HTMLText {
    value.map(make) ?? .empty
  }

  public static func + (left: HTMLText, right: HTMLText) -> HTMLText {
    HTMLText(markup: left.text + right.text)
  }

  /// A `script` element around a program the caller vouches for.
  ///
  /// - Throws: ``EmbeddingError`` if the program would end the element early.
  public static func script(_ program: String) throws(EmbeddingError) -> HTMLText {
    guard !program.containsCloseTag(of: "script") else { throw .closesItself("script") }
    return HTMLText(markup: "<script>\n" + program + "\n</script>")
  }

  /// A `style` element around a style sheet the caller vouches for.
  ///
  /// - Throws: ``EmbeddingError`` if the style sheet would end the element early.
  public static func style(_ sheet: String) throws(EmbeddingError) -> HTMLText {
    guard !sheet.containsCloseTag(of: "style") else { throw .closesItself("style") }
    return HTMLText(markup: "<style>\n" + sheet + "\n</style>")
  }

  /// A data block for the page's own script, read by `JSON.parse(element.textContent)`.
  public static func data(_ value: JSONText, id: StaticString) -> HTMLText {
    // JSONText writes "<" as an escape, so no value can close the element.
    HTMLText(
      markup: "<script type=\"application/json\" id=\"\(id)\">" + value.text() + "</script>")
  }

  /// The escaped form of `data`, fit for an element's content and for a quoted attribute.
  private static func escaped(_ data: some StringProtocol) -> String {
    let visible = data.visible
    guard visible.utf8.contains(where: isSpecial) else { return visible }
    var result = ""
    result.reserveCapacity(visible.utf8.count + 16)
    for scalar in visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension HTMLText: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: String) { markup += literal }

    public mutating func appendInterpolation(_ html: HTMLText) { markup += html.text }

    public mutating func appendInterpolation(_ data: some StringProtocol) {
      markup += HTMLText.escaped(data)
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      markup += HTMLText.escaped(value.description)
    }
  }

  public init(stringLiteral markup: String) { self.init(markup: markup) }

  public init(stringInterpolation: StringInterpolation) {
    self.init(markup: stringInterpolation.markup)
  }
}

/// Why a program or a style sheet cannot stand inside a page.
public enum EmbeddingError: Error, Equatable, CustomStringConvertible {
  case closesItself(String)

  public var description: String {
    switch self {
    case .closesItself(let element):
      "the text holds </\(element), which would end it early; take the library's published file"
    }
  }
}

extension String {
  fileprivate func containsCloseTag(of element: String) -> Bool {
    let pattern = Array("</\(element)".utf8)
    var matched = 0
    for byte in utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      matched = lower == pattern[matched] ? matched + 1 : lower == pattern[0] ? 1 : 0
      if matched == pattern.count { return true }
    }
    return false
  }
}
