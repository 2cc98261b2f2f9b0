import Foundation
import GRDB

/// The columns of one row, read from the first to the last.
///
/// A `Row` of GRDB looks every column up by its name, which takes longer than the query where rows
/// come by the hundred thousand. The query names its columns, so that their order is known.
struct Columns {
  /// Kept, since its end would take the row away.
  private let steps: FastDatabaseValueCursor<Bool?>
  private var place: CInt = 0

  fileprivate init(_ steps: FastDatabaseValueCursor<Bool?>) { self.steps = steps }

  /// Reads the next column as a value of the domain.
  mutating func next<Value: DatabaseValueConvertible>() throws -> Value {
    guard let value = Value.fromDatabaseValue(takeNext()) else { throw unreadable }
    return value
  }

  /// Reads the next column, which may be empty.
  mutating func nextIfPresent<Value: DatabaseValueConvertible>() throws -> Value? {
    let stored = takeNext()
    guard !stored.isNull else { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw unreadable }
    return value
  }

  /// Reads the next column as bytes.
  mutating func nextBytes() throws -> [UInt8] { Array(try next() as Data) }

  private mutating func takeNext() -> DatabaseValue {
    defer { place += 1 }
    return DatabaseValue(sqliteStatement: steps._statement.sqliteStatement, index: place)
  }

  /// What is wrong with the column that was read last.
  private var unreadable: UnreadableColumn {
    let names = steps.columnNames
    return UnreadableColumn(name: Int(place) <= names.count ? names[Int(place) - 1] : "\(place)")
  }
}

/// The rows that a query gives; each is read before the next is asked for.
struct ColumnRows {
  private let steps: FastDatabaseValueCursor<Bool?>

  init(_ statement: Statement, _ arguments: StatementArguments = []) throws {
    steps = try Bool?.fetchCursor(statement, arguments: arguments)
  }

  func next() throws -> Columns? {
    try steps.next() == nil ? nil : Columns(steps)
  }

  /// What `read` makes of the first row; nothing if there is none.
  func first<Value>(_ read: (inout Columns) throws -> Value) throws -> Value? {
    guard var columns = try next() else { return nil }
    return try read(&columns)
  }

  /// What `read` makes of every row.
  func all<Value>(_ read: (inout Columns) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    while var columns = try next() { values.append(try read(&columns)) }
    return values
  }
}

extension Database {
  /// The rows of a query that names its columns.
  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> ColumnRows {
    try ColumnRows(cachedStatement(sql: sql), arguments)
  }
}
