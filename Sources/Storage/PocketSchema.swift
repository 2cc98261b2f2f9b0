import GRDB

/// The tables of a courier's pocket, as the migrations make them.
enum PocketSchema {
  static let format = SQLiteFile.Format(
    applicationID: 0x484E_5450,  // HNTP
    migrator: migrator,
    // A short log is soon written over in place, which is quicker to flush than one that grows.
    logPages: 400, wrongFormat: { StorageError.notAPocket(path: $0) })

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 one device, its runs and its events") { database in
      try database.execute(sql: tables)
    }
    migrator.registerMigration("2 how late an event can have been") { database in
      // Nothing once the office has the event.
      try database.execute(sql: "ALTER TABLE event ADD COLUMN latest INTEGER")
    }
    return migrator
  }

  /// Nothing here is personal unless it is sealed: who has the file and no PIN sees numbers of cards
  /// and times.
  private static let tables = """
    CREATE TABLE pocket (
      row INTEGER PRIMARY KEY CHECK (row = 1),
      courier TEXT NOT NULL,
      request BLOB NOT NULL,  -- the device's public keys, as the office is asked to enrol them
      device_key BLOB NOT NULL,  -- sealed under the data key
      data_key BLOB NOT NULL,  -- sealed under the PIN
      salt BLOB NOT NULL,
      rounds INTEGER NOT NULL,
      block_size INTEGER NOT NULL,
      parallelism INTEGER NOT NULL,
      wrong_tries INTEGER NOT NULL DEFAULT 0,
      last_try_wall INTEGER,
      last_try_boot TEXT,
      last_try_uptime INTEGER,
      workspace TEXT,  -- of the office this device keeps to, from its first run on
      office_name TEXT,
      office_signing_key BLOB,
      office_box_key BLOB,
      checkpoint TEXT,  -- the last word of the office on its log
      anchor_time INTEGER,  -- the office's time, and what the device's clock showed then
      anchor_boot TEXT,
      anchor_uptime INTEGER,
      acknowledged INTEGER NOT NULL DEFAULT 0,  -- the office has the events up to this one
      revoked INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE session (
      row INTEGER PRIMARY KEY CHECK (row = 1),
      data_key BLOB NOT NULL,  -- sealed under the session's secret
      expires INTEGER NOT NULL,
      boot TEXT,
      last_uptime INTEGER
    ) STRICT;

    CREATE TABLE run (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      date TEXT NOT NULL,
      zone TEXT NOT NULL,
      document TEXT NOT NULL,
      issued INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      policy BLOB NOT NULL,
      content BLOB  -- sealed; empty once the run is over and the office has its events
    ) STRICT;

    CREATE TABLE card (
      id TEXT PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (number),
      stop INTEGER NOT NULL,
      replaces INTEGER NOT NULL,  -- whether there is an old card to take in exchange
      scanned INTEGER NOT NULL DEFAULT 0,  -- whether it was seen in the bag
      holder TEXT NOT NULL,
      status TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      last_failure TEXT,
      since INTEGER NOT NULL,
      event INTEGER  -- the last that this device recorded about it
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_by_run ON card (run, stop);

    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY,
      body BLOB NOT NULL,
      hash BLOB NOT NULL,
      signature BLOB NOT NULL,
      run INTEGER,
      wall INTEGER NOT NULL,
      boot TEXT,
      uptime INTEGER,
      satellite INTEGER,
      earliest INTEGER NOT NULL,
      detail BLOB  -- sealed; empty once the office has it
    ) STRICT;

    CREATE TABLE refusal (
      sequence INTEGER PRIMARY KEY,
      code TEXT NOT NULL
    ) STRICT;

    CREATE TABLE evidence (
      id INTEGER PRIMARY KEY,
      reason TEXT NOT NULL,
      held TEXT,  -- the checkpoint kept so far
      offered TEXT NOT NULL,  -- the one that contradicts it
      received_at INTEGER NOT NULL
    ) STRICT;
    """
}
