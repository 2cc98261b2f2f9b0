import GRDB

extension Database {
  /// Makes a value of every row a query gives; the row is not kept.
  func all<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ value: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try value(row)) }
    return values
  }

  /// Makes a value of the first row a query gives, which is not kept; nothing if it gives none.
  func first<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ value: (Row) throws -> Value
  ) throws -> Value? {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    // The end of the cursor would take the row away.
    return try withExtendedLifetime(rows) { try rows.next().map(value) }
  }

  /// Whether a query gives any row.
  func hasRow(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments) != nil
  }
}
