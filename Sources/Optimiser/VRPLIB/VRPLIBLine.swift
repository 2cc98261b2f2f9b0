/// One line of a VRPLIB text, cut into fields at blanks and tabs.
struct VRPLIBLine {
  /// Counted from 1.
  let number: Int
  let fields: [Substring]

  /// Cuts `text` into lines, whatever ends them, and drops the empty ones.
  static func lines(of text: String) -> [VRPLIBLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { VRPLIBLine(number: $0 + 1, fields: $1.split(whereSeparator: \.isWhitespace)) }
      .filter { !$0.fields.isEmpty }
  }

  /// The keyword of a header or section, without a colon that may stick to it.
  var keyword: String {
    String(fields[0].prefix { $0 != ":" }).uppercased()
  }

  /// What follows the colon of a header.
  var value: String {
    let text = fields.joined(separator: " ")
    guard let colon = text.firstIndex(of: ":") else { return "" }
    return String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
  }

  /// Whether the line begins a header or a section rather than holding numbers.
  var isKeyword: Bool { fields[0].first?.isLetter ?? false }

  func number(_ index: Int, _ field: String) throws(VRPLIBError) -> Double {
    guard index < fields.count, let value = Double(fields[index]), value.magnitude < 1e9 else {
      throw .malformed(line: number, field: field, text: fields.joined(separator: " "))
    }
    return value
  }

  func wholeNumber(_ index: Int, _ field: String) throws(VRPLIBError) -> Int {
    guard let whole = Int(exactly: try number(index, field)) else {
      throw .malformed(line: number, field: field, text: String(fields[index]))
    }
    return whole
  }

  /// The value of a header as a whole number.
  func wholeValue(_ field: String) throws(VRPLIBError) -> Int {
    guard let number = Double(value), let whole = Int(exactly: number), whole.magnitude < 1 << 30
    else { throw .malformed(line: self.number, field: field, text: value) }
    return whole
  }
}
