import GRDB

/// A statement that is run over and over, each time with other values.
///
/// It takes values as SQLite keeps them and binds them one by one, without the list of arguments
/// that GRDB makes and checks anew each time.
struct RepeatedStatement {
  private let statement: Statement

  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
  }

  /// - Parameter values: As many as the statement has places.
  func run(_ values: (any StatementBinding)?...) throws {
    // With nothing to bind, this only makes the statement ready for new values.
    statement.setUncheckedArguments(StatementArguments())
    for (place, value) in values.enumerated() {
      let code = value?.bind(to: statement.sqliteStatement, at: CInt(place + 1)) ?? 0
      guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    try statement.execute()
  }
}
