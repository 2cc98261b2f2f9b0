import GRDB

/// The tables of a workspace, as the migrations make them.
///
/// Dates are `YYYY-MM-DD`, instants milliseconds since 1970 UTC, times of day seconds since
/// midnight, coordinates whole 1e-7 degrees. Once released, a migration never changes.
enum WorkspaceSchema {
  static let format = SQLiteFile.Format(
    applicationID: 0x4841_4E54,  // HANT
    migrator: migrator, wrongFormat: { StorageError.notAWorkspace(path: $0) })

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 cards, plans and custody") { database in
      for sql in [regions, cards, couriers, plans, ledger, handovers, sync] {
        try database.execute(sql: sql)
      }
    }
    return migrator
  }

  private static let regions = """
    CREATE TABLE workspace (
      row INTEGER PRIMARY KEY CHECK (row = 1),
      regency TEXT NOT NULL,
      zone TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      allowed_recipients TEXT NOT NULL,  -- in order, a space between
      requires_proof INTEGER NOT NULL,
      maximum_attempts INTEGER NOT NULL,
      clock_tolerance_minutes INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE region (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      aliases TEXT NOT NULL,  -- one on a line
      kind TEXT NOT NULL,
      area_square_kilometres REAL NOT NULL,
      population INTEGER NOT NULL,
      postcode TEXT,
      latitude_e7 INTEGER NOT NULL,
      longitude_e7 INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE neighbour (
      first TEXT NOT NULL REFERENCES region (code),
      second TEXT NOT NULL REFERENCES region (code),
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE boundary (
      region TEXT PRIMARY KEY REFERENCES region (code),
      shape BLOB NOT NULL,
      source TEXT NOT NULL,
      is_sketch INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE sailing (
      route TEXT PRIMARY KEY,
      pier TEXT NOT NULL,
      latitude_e7 INTEGER NOT NULL,
      longitude_e7 INTEGER NOT NULL,
      island TEXT NOT NULL,
      island_pier TEXT NOT NULL,
      island_latitude_e7 INTEGER NOT NULL,
      island_longitude_e7 INTEGER NOT NULL,
      days TEXT NOT NULL,  -- numbers of ISO 8601 in order, a space between
      exceptions TEXT NOT NULL,  -- dates in order, a space between
      is_charter INTEGER NOT NULL,
      departures TEXT NOT NULL,  -- seconds, a space between; of a charter the first and the last
      returns TEXT NOT NULL,  -- the same
      minutes_out INTEGER NOT NULL,
      minutes_back INTEGER NOT NULL,
      boarding_minutes INTEGER NOT NULL,
      capacity INTEGER NOT NULL,
      allows_overnight INTEGER NOT NULL,
      note TEXT,
      source TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// The NIK and the number of the family card stand here sealed only; `nik_lookup` is a keyed hash.
  private static let cards = """
    CREATE TABLE card (
      id TEXT PRIMARY KEY,
      numbers_sealed BLOB NOT NULL,
      nik_lookup BLOB NOT NULL,
      name TEXT NOT NULL,
      name_search TEXT NOT NULL,
      birth_date TEXT NOT NULL,
      sex TEXT NOT NULL,
      street TEXT NOT NULL,
      house_number TEXT,
      rt INTEGER,
      rw INTEGER,
      desa TEXT NOT NULL REFERENCES region (code),
      landmark TEXT,
      phone TEXT,
      request TEXT NOT NULL,
      urgency TEXT NOT NULL,
      requested_on TEXT NOT NULL,
      printed_on TEXT NOT NULL,
      channel TEXT NOT NULL,
      latitude_e7 INTEGER NOT NULL,
      longitude_e7 INTEGER NOT NULL,
      location_source TEXT NOT NULL,
      uncertainty_metres REAL NOT NULL,
      import INTEGER NOT NULL REFERENCES import (id),
      source_row INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX card_by_person ON card (nik_lookup, request, requested_on, printed_on);

    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      source_digest BLOB NOT NULL,
      imported_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE card_serial (
      regency TEXT NOT NULL,
      year INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (regency, year)
    ) STRICT, WITHOUT ROWID;
    """

  private static let couriers = """
    CREATE TABLE courier (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      organisation TEXT NOT NULL,
      latitude_e7 INTEGER NOT NULL,
      longitude_e7 INTEGER NOT NULL,
      kecamatan TEXT NOT NULL,  -- codes in order of preference, a space between
      starts INTEGER NOT NULL,
      ends INTEGER NOT NULL,
      rest_earliest INTEGER,
      rest_latest INTEGER,
      rest_minutes INTEGER,
      vehicle TEXT NOT NULL,
      speed_kilometres_per_hour INTEGER NOT NULL,
      capacity_cards INTEGER NOT NULL,
      maximum_stops INTEGER NOT NULL,
      skills TEXT NOT NULL  -- in order, a space between
    ) STRICT, WITHOUT ROWID;
    """

  private static let plans = """
    CREATE TABLE plan (
      id TEXT PRIMARY KEY,
      date TEXT NOT NULL,
      version INTEGER NOT NULL,
      seed INTEGER NOT NULL,  -- the same 64 bits, signed
      saved_at INTEGER NOT NULL,
      seal BLOB NOT NULL,  -- of the whole plan, by the key of the ledger
      UNIQUE (date, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
      id TEXT PRIMARY KEY,
      plan TEXT NOT NULL REFERENCES plan (id),
      place INTEGER NOT NULL,
      courier TEXT NOT NULL REFERENCES courier (id),
      kecamatan TEXT REFERENCES region (code),
      leaves INTEGER NOT NULL,
      returns INTEGER NOT NULL,
      rest_starts INTEGER,
      travel_milliseconds INTEGER NOT NULL,
      distance_metres REAL NOT NULL,
      superseded_by TEXT REFERENCES plan (id),
      UNIQUE (plan, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE stop (
      run TEXT NOT NULL REFERENCES run (id),
      number INTEGER NOT NULL,
      latitude_e7 INTEGER NOT NULL,
      longitude_e7 INTEGER NOT NULL,
      location_source TEXT NOT NULL,
      uncertainty_metres REAL NOT NULL,
      desa TEXT NOT NULL REFERENCES region (code),
      arrives INTEGER NOT NULL,
      starts INTEGER NOT NULL,
      departs INTEGER NOT NULL,
      PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE crossing (
      run TEXT NOT NULL REFERENCES run (id),
      place INTEGER NOT NULL,
      route TEXT NOT NULL,
      boat TEXT NOT NULL,
      from_pier TEXT NOT NULL,
      from_latitude_e7 INTEGER NOT NULL,
      from_longitude_e7 INTEGER NOT NULL,
      to_pier TEXT NOT NULL,
      to_latitude_e7 INTEGER NOT NULL,
      to_longitude_e7 INTEGER NOT NULL,
      departs INTEGER NOT NULL,
      arrives INTEGER NOT NULL,
      before_stop INTEGER NOT NULL,
      days_later INTEGER NOT NULL,
      note TEXT,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_card (
      run TEXT NOT NULL,
      stop INTEGER NOT NULL,
      card TEXT NOT NULL REFERENCES card (id),
      PRIMARY KEY (run, stop, card),
      UNIQUE (run, card),
      FOREIGN KEY (run, stop) REFERENCES stop (run, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX run_card_by_card ON run_card (card);

    CREATE TABLE left_out (
      plan TEXT NOT NULL REFERENCES plan (id),
      card TEXT NOT NULL REFERENCES card (id),
      remedy_indonesian TEXT NOT NULL,
      remedy_english TEXT NOT NULL,
      PRIMARY KEY (plan, card)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE left_out_refusal (
      plan TEXT NOT NULL,
      card TEXT NOT NULL,
      courier TEXT NOT NULL REFERENCES courier (id),
      reason TEXT NOT NULL,
      PRIMARY KEY (plan, card, courier),
      FOREIGN KEY (plan, card) REFERENCES left_out (plan, card)
    ) STRICT, WITHOUT ROWID;
    """

  /// `entry.body` holds the canonical bytes of the event, the one truth; `device`, `sequence` and
  /// `run` repeat what it says so that it can be found, and verification compares them.
  private static let ledger = """
    CREATE TABLE entry (
      place INTEGER PRIMARY KEY,  -- in the chain, from 1
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      run TEXT REFERENCES run (id),
      body BLOB NOT NULL,
      hash BLOB NOT NULL,
      seal BLOB NOT NULL,
      recorded_at INTEGER NOT NULL,
      UNIQUE (device, sequence)
    ) STRICT;
    CREATE INDEX entry_by_run ON entry (run) WHERE run IS NOT NULL;

    CREATE TABLE entry_card (
      card TEXT NOT NULL REFERENCES card (id),
      place INTEGER NOT NULL REFERENCES entry (place),
      PRIMARY KEY (card, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE card_custody (
      card TEXT PRIMARY KEY REFERENCES card (id),
      holder TEXT NOT NULL,
      status TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      last_failure TEXT,
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_custody_by_status ON card_custody (status);
    """

  private static let handovers = """
    CREATE TABLE handover (
      number TEXT PRIMARY KEY,
      date TEXT NOT NULL,
      serial INTEGER NOT NULL,
      kind TEXT NOT NULL,
      giver TEXT NOT NULL,
      taker TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      signed_at INTEGER,
      giver_signer TEXT,
      taker_signer TEXT,
      withdrawn_by TEXT REFERENCES handover (number),
      UNIQUE (date, serial)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE handover_run (
      handover TEXT NOT NULL REFERENCES handover (number),
      run TEXT NOT NULL REFERENCES run (id),
      PRIMARY KEY (handover, run)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handover_run_by_run ON handover_run (run);

    CREATE TABLE handover_card (
      handover TEXT NOT NULL,
      run TEXT NOT NULL,
      card TEXT NOT NULL REFERENCES card (id),
      PRIMARY KEY (handover, run, card),
      UNIQUE (handover, card),
      FOREIGN KEY (handover, run) REFERENCES handover_run (handover, run)
    ) STRICT, WITHOUT ROWID;
    """

  private static let sync = """
    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      public_key BLOB NOT NULL,
      run TEXT NOT NULL UNIQUE REFERENCES run (id),
      courier TEXT NOT NULL REFERENCES courier (id),
      first_seen_at INTEGER NOT NULL,
      last_sequence INTEGER NOT NULL,
      last_hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sync (
      id INTEGER PRIMARY KEY,
      device TEXT NOT NULL REFERENCES device (id),
      run TEXT NOT NULL REFERENCES run (id),
      received_at INTEGER NOT NULL,
      accepted INTEGER NOT NULL,
      already_known INTEGER NOT NULL,
      refused INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE conflict (
      id INTEGER PRIMARY KEY,
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      run TEXT REFERENCES run (id),
      body BLOB NOT NULL,
      code TEXT NOT NULL,
      sentence_indonesian TEXT NOT NULL,
      sentence_english TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      UNIQUE (device, sequence, body)
    ) STRICT;
    """
}
