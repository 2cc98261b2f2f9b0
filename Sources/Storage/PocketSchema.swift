import GRDB

/// The tables of a courier's pocket, as the migrations make them.
enum PocketSchema {
  static let format = SQLiteFile.Format(
    applicationID: 0x484E_5450,  // HNTP
    migrator: migrator, wrongFormat: { StorageError.notAPocket(path: $0) })

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 one run and its events") { database in
      try database.execute(sql: tables)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE pocket (
      row INTEGER PRIMARY KEY CHECK (row = 1),
      bundle BLOB NOT NULL,  -- the file as the office signed it
      office_key BLOB NOT NULL,
      device_key BLOB NOT NULL  -- the device's secret
    ) STRICT;

    CREATE TABLE card_custody (
      card TEXT PRIMARY KEY,
      holder TEXT NOT NULL,
      status TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      last_failure TEXT,
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      body BLOB NOT NULL
    ) STRICT;
    """
}
