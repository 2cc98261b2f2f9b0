/// Rows of fields as a spreadsheet reads them (RFC 4180), with a header row.
///
/// A field that starts like a formula (`=`, `+`, `-`, `@`, tab, line break or zero character) gets a
/// leading apostrophe and quotes: a spreadsheet would otherwise run what a stranger typed into a
/// name. Plain negative numbers, such as southern latitudes, stay as they are.
///
/// Source: OWASP ASVS 5.0, 1.2.10; OWASP, "CSV Injection".
public struct CSVText: Hashable, Sendable {
  public let header: [String]
  public let rows: [[String]]

  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// The file's text: UTF-8 without a byte order mark, fields split by `separator`, lines ended by
  /// CR LF.
  ///
  /// - Parameter separator: A semicolon suits spreadsheets under an Indonesian locale.
  public func text(separator: Character = ",") -> String {
    var text = ""
    for row in [header] + rows {
      text += row.map { Self.field($0, separator: separator) }.joined(separator: String(separator))
      text += "\r\n"
    }
    return text
  }

  private static func field(_ value: String, separator: Character) -> String {
    let isArmed = looksLikeFormula(value)
    let safe = isArmed ? "'" + value : value
    let needsQuotes =
      isArmed
      || safe.unicodeScalars.contains { scalar in
        scalar == "\"" || scalar == "\n" || scalar == "\r" || Character(scalar) == separator
      }
    guard needsQuotes else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  private static func looksLikeFormula(_ value: String) -> Bool {
    switch value.unicodeScalars.first {
    case "=", "+", "@", "\t", "\r", "\n", "\0": true
    case "-": !isPlainNumber(value)
    default: false
    }
  }

  /// A minus sign, digits, and at most one decimal point among them: nothing a spreadsheet could run.
  private static func isPlainNumber(_ value: String) -> Bool {
    let parts = value.utf8.dropFirst().split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
