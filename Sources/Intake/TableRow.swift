/// One row of a table, its fields found by column.
public struct TableRow<Column: TableColumn>: Sendable {
  private let record: DelimitedRecord
  private let positions: [Int?]
  private let width: Int
  /// Whether `-5,38` is a number here: only where the comma does not divide fields.
  let allowsDecimalComma: Bool

  init(record: DelimitedRecord, positions: [Int?], width: Int, allowsDecimalComma: Bool) {
    self.record = record
    self.positions = positions
    self.width = width
    self.allowsDecimalComma = allowsDecimalComma
  }

  /// The line of the file on which the row starts, from 1.
  public var line: Int { record.line }

  /// The rejection of the row as a whole, whatever its fields say.
  var defect: Rejection? {
    if record.hasTextAfterQuote {
      return Rejection(row: line, column: nil, value: "", reason: .textAfterQuote)
    }
    guard record.count == width else {
      return Rejection(
        row: line, column: nil, value: "",
        reason: .fieldCount(found: record.count, expected: width))
    }
    return nil
  }

  /// The field without spaces around it; empty where the file has no such column.
  func bytes(_ column: Column) -> ArraySlice<UInt8> {
    guard let position = positions[column.rawValue], position < record.count else { return [] }
    var field = record[position]
    while field.first == .space { field.removeFirst() }
    while field.last == .space { field.removeLast() }
    return field
  }

  /// The field as text, unchecked.
  func text(_ column: Column) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The field as text, unchecked; nothing if it is empty or a dash, which stands for "unknown".
  func optional(_ column: Column) -> String? {
    let field = bytes(column)
    let isDash = field.count == 1 && field.first == UInt8(ascii: "-")
    return field.isEmpty || isDash ? nil : String(decoding: field, as: UTF8.self)
  }

  /// The field as text, unchecked but not empty.
  func required(_ column: Column) throws(Rejection) -> String {
    guard let text = optional(column) else { throw rejection(column, .empty) }
    return text
  }

  /// The parts of a field that holds several values divided by a vertical bar, without spaces around.
  func list(_ column: Column) -> [String] {
    (optional(column) ?? "").split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    .filter { !$0.isEmpty }
  }

  func rejection(_ column: Column, _ reason: RejectionReason) -> Rejection {
    Rejection(row: line, column: column.name, value: shown(text(column)), reason: reason)
  }
}
