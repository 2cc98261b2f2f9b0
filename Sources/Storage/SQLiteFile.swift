import Dispatch
import Foundation
import GRDB
import Geometry
import Synchronization

/// One SQLite file, opened so that what was committed survives a power cut.
///
/// Write-ahead log, `synchronous = FULL`, foreign keys on; a second process waits for the first. What
/// is deleted is overwritten, and nothing is put into temporary files.
/// GRDB's own WAL mode sets `synchronous` back to NORMAL, so both are set here instead.
struct SQLiteFile: Sendable {
  /// What kind of file this is: `PRAGMA application_id`, with the migrations that make its tables.
  struct Format: Sendable {
    let applicationID: Int32
    let migrator: DatabaseMigrator
    /// After how many pages the write-ahead log is written back into the file.
    let logPages: Int
    let wrongFormat: @Sendable (_ path: String) -> StorageError
  }

  let path: String
  private let queue: DatabaseQueue

  /// How long a process waits for another that writes; an import of a whole regency takes seconds.
  private static let patienceSeconds = 60.0

  /// Makes a new file for its owner only.
  ///
  /// - Throws: ``StorageError/file(path:detail:)`` if it exists already.
  static func create(at path: String, format: Format) throws -> SQLiteFile {
    let handle = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard handle >= 0 else { throw StorageError.file(failedAt: path) }
    Foundation.close(handle)
    return try wrapping(path) {
      let queue = try openQueue(path, logPages: format.logPages)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA application_id = \(format.applicationID)")
      }
      try format.migrator.migrate(queue)
      return SQLiteFile(path: path, queue: queue)
    }
  }

  /// Opens a file, bringing older tables up to date.
  static func open(at path: String, format: Format) throws -> SQLiteFile {
    guard FileManager.default.fileExists(atPath: path) else { throw format.wrongFormat(path) }
    return try wrapping(path) {
      let queue = try openQueue(path, logPages: format.logPages)
      let isCurrent = try queue.read { database in
        let applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id")
        guard applicationID == format.applicationID else { throw format.wrongFormat(path) }
        let applied = try format.migrator.appliedIdentifiers(database)
        if let unknown = applied.subtracting(format.migrator.migrations).min() {
          throw StorageError.newerSchema(path: path, migration: unknown)
        }
        return try format.migrator.hasCompletedMigrations(database)
      }
      if !isCurrent { try format.migrator.migrate(queue) }
      return SQLiteFile(path: path, queue: queue)
    }
  }

  private static func openQueue(_ path: String, logPages: Int) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patienceSeconds)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA trusted_schema = OFF;
          PRAGMA cache_size = -131072;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = \(logPages);
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Reads one state of the database, whatever other processes write meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.wrapping(path) { try queue.read(body) }
  }

  /// Reads one state of the database with two connections at once; `second` must not need what
  /// `first` finds.
  ///
  /// If another process writes at this very moment, the one comes after the other.
  func read<First, Second: Sendable>(
    _ first: (Database) throws -> First,
    beside second: @escaping @Sendable (Database) throws -> Second
  ) throws -> (First, Second) {
    try Self.wrapping(path) {
      let other = try Self.openQueue(path, logPages: 0)
      let version = try other.read { try Self.version(in: $0) }
      let reading = DispatchGroup()
      let result = Mutex<Result<Second, any Error>?>(nil)
      let values = try queue.read { database in
        _ = try Self.version(in: database)
        DispatchQueue.global().async(group: reading) {
          let found = Result {
            try other.read { try Self.version(in: $0) == version ? second($0) : nil }
          }
          result.withLock { $0 = Self.present(found) }
        }
        defer { reading.wait() }
        let value = try first(database)
        reading.wait()
        return (value, try result.withLock { $0 }?.get() ?? second(database))
      }
      try other.close()
      return values
    }
  }

  private static func present<Value>(
    _ result: Result<Value?, any Error>
  ) -> Result<Value, any Error>? {
    switch result {
    case .success(let value?): .success(value)
    case .success(nil): nil
    case .failure(let error): .failure(error)
    }
  }

  /// Fixes what a connection reads from now on, and counts what others have written so far.
  private static func version(in database: Database) throws -> Int {
    _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
    return try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
  }

  /// Runs `body` in one transaction: all of it happens, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.wrapping(path) { try queue.write(body) }
  }

  /// Writes the whole file anew and empties the write-ahead log, so that nothing that was deleted
  /// is left in either.
  func compact() throws {
    try Self.wrapping(path) {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
  }

  /// Copies the file, as it is at one moment, to a new one.
  func copy(to target: String) throws {
    let handle = Foundation.open(target, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard handle >= 0 else {
      throw errno == EEXIST
        ? StorageError.alreadyExists(path: target) : StorageError.file(failedAt: target)
    }
    Foundation.close(handle)
    try Self.wrapping(target) {
      let copy = try Self.openQueue(target, logPages: 1000)
      try queue.backup(to: copy)
      try copy.close()
    }
  }

  /// Ends the connection, so that the file may be moved.
  func close() throws { try Self.wrapping(path) { try queue.close() } }

  /// Turns an error of SQLite, or a value that cannot be there, into one that names the file; any
  /// other error passes as it is.
  private static func wrapping<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      // The message names tables and columns, never values.
      let detail = error.message ?? "SQLite \(error.resultCode.rawValue)"
      throw switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: StorageError.locked(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: StorageError.damaged(path: path, detail: detail)
      case .SQLITE_FULL: StorageError.diskFull(path: path)
      case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
        StorageError.file(path: path, detail: detail)
      default: StorageError.database(path: path, detail: detail)
      }
    } catch let error as UnreadableColumn {
      throw StorageError.damaged(path: path, detail: "column \(error.name)")
    } catch let error as CoordinateError {
      throw StorageError.damaged(path: path, detail: "\(error)")
    }
  }
}
