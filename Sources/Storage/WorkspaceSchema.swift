import GRDB

/// The tables of a workspace, as the migrations make them.
///
/// Dates are `YYYY-MM-DD`, instants milliseconds since 1970 UTC, times of day seconds since
/// midnight, coordinates whole 1e-7 degrees. Once released, a migration never changes.
enum WorkspaceSchema {
  static let format = SQLiteFile.Format(
    applicationID: 0x4841_4E54,  // HANT
    migrator: migrator,
    // A merge of a whole regency touches nearly every page: better once than after each file.
    logPages: 16_000, wrongFormat: { StorageError.notAWorkspace(path: $0) })

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 cards, plans and custody") { database in
      for sql in [regions, cards, couriers, plans, ledger, handovers, devices, journal, post] {
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
      policy_version INTEGER NOT NULL,
      allowed_recipients TEXT NOT NULL,  -- in order, a space between
      requires_proof INTEGER NOT NULL,
      maximum_attempts INTEGER NOT NULL,
      clock_tolerance_minutes INTEGER NOT NULL,
      requires_old_card INTEGER NOT NULL,
      far_metres INTEGER NOT NULL,
      maximum_kilometres_per_hour INTEGER NOT NULL
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
  ///
  /// Once a resident's data are erased, everything that is about a person is null.
  private static let cards = """
    CREATE TABLE card (
      id TEXT PRIMARY KEY,
      numbers_sealed BLOB NOT NULL,
      nik_lookup BLOB,
      name TEXT,
      name_search TEXT,
      birth_date TEXT,
      sex TEXT,
      street TEXT,
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
      latitude_e7 INTEGER,
      longitude_e7 INTEGER,
      location_source TEXT,
      uncertainty_metres REAL,
      import INTEGER NOT NULL REFERENCES import (id),
      source_row INTEGER NOT NULL,
      erased_at INTEGER
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

  /// `entry.body` holds the bytes of the leaf, the one truth; the other columns repeat what it says
  /// so that it can be found, and verification compares them.
  ///
  /// `entry` and `node` together are the Merkle tree of the log: leaf n is the entry at place n + 1.
  /// Events of couriers may name runs and cards that are not there, so nothing here refers to them.
  private static let ledger = """
    CREATE TABLE entry (
      place INTEGER PRIMARY KEY,  -- from 1
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL,
      run TEXT,
      document TEXT,
      refusal TEXT,
      flags TEXT NOT NULL,  -- in order, a space between
      corrects BLOB,  -- the event that this one settles
      event_hash BLOB NOT NULL,
      leaf_hash BLOB NOT NULL,
      body BLOB NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX entry_by_event ON entry (event_hash);
    CREATE INDEX entry_by_device ON entry (device, sequence);
    CREATE INDEX entry_by_time ON entry (received_at);
    CREATE INDEX entry_by_run ON entry (run) WHERE run IS NOT NULL;
    CREATE INDEX entry_by_document ON entry (document) WHERE document IS NOT NULL;
    CREATE INDEX entry_by_correction ON entry (corrects) WHERE corrects IS NOT NULL;
    CREATE INDEX entry_for_review ON entry (place) WHERE refusal IS NOT NULL OR flags <> '';
    CREATE INDEX entry_by_rare_kind ON entry (kind)
      WHERE kind IN ('destroyed', 'erased', 'withdrawn', 'counted', 'missing', 'found');

    CREATE TABLE node (
      level INTEGER NOT NULL,  -- from 1; the leaves are in `entry`
      place INTEGER NOT NULL,  -- from 0
      hash BLOB NOT NULL,
      PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry_card (
      card TEXT NOT NULL,
      place INTEGER NOT NULL REFERENCES entry (place),
      PRIMARY KEY (card, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE card_custody (
      card TEXT PRIMARY KEY,
      holder TEXT NOT NULL,
      status TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      last_failure TEXT,
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_custody_by_status ON card_custody (status);
    CREATE INDEX card_custody_by_holder ON card_custody (holder);

    CREATE TABLE detail (
      place INTEGER PRIMARY KEY REFERENCES entry (place),
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE checkpoint (
      size INTEGER PRIMARY KEY,
      line TEXT NOT NULL
    ) STRICT;
    """

  /// A document's seal is over what both parties read before they signed; what moved under it, and
  /// who signed, is in the ledger.
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
      withdrawn_by TEXT REFERENCES handover (number),
      seal BLOB NOT NULL,
      UNIQUE (date, serial)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE handover_run (
      handover TEXT NOT NULL REFERENCES handover (number),
      run TEXT NOT NULL REFERENCES run (id),
      courier TEXT NOT NULL REFERENCES courier (id),
      courier_name TEXT NOT NULL,
      organisation TEXT NOT NULL,
      PRIMARY KEY (handover, run)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handover_run_by_run ON handover_run (run);

    CREATE TABLE handover_card (
      handover TEXT NOT NULL REFERENCES handover (number),
      card TEXT NOT NULL REFERENCES card (id),
      run TEXT,
      is_missing INTEGER NOT NULL,  -- not among the cards that the taker counted
      PRIMARY KEY (handover, card),
      FOREIGN KEY (handover, run) REFERENCES handover_run (handover, run)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handover_card_by_card ON handover_card (card);
    """

  /// What the log says of devices, so that it can be found, and what came in too early.
  private static let devices = """
    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      signing_key BLOB NOT NULL,
      box_key BLOB NOT NULL,
      courier TEXT NOT NULL REFERENCES courier (id),
      enrolment INTEGER NOT NULL REFERENCES entry (place),
      revocation INTEGER REFERENCES entry (place),  -- of a device that may no longer record
      last_sequence INTEGER NOT NULL,
      last_hash BLOB NOT NULL,
      checkpoint TEXT  -- the newest it said it keeps
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX device_by_courier ON device (courier);

    CREATE TABLE issued_checkpoint (
      device TEXT NOT NULL REFERENCES device (id),
      size INTEGER NOT NULL REFERENCES checkpoint (size),
      PRIMARY KEY (device, size)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE waiting (
      event_hash BLOB PRIMARY KEY,
      device TEXT NOT NULL REFERENCES device (id),
      sequence INTEGER NOT NULL,
      body BLOB NOT NULL,
      detail_sealed BLOB,
      received_at INTEGER NOT NULL,
      not_after INTEGER NOT NULL,  -- the latest moment at which it can have happened
      seal BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX waiting_by_device ON waiting (device, sequence);
    """

  /// What the office did beside moving cards: who read what, what came in, which tables it changed.
  private static let journal = """
    CREATE TABLE journal (
      place INTEGER PRIMARY KEY,  -- from 1
      kind TEXT NOT NULL,
      subject TEXT,
      at INTEGER NOT NULL,
      body BLOB NOT NULL,
      hash BLOB NOT NULL,
      seal BLOB NOT NULL
    ) STRICT;
    CREATE INDEX journal_by_subject ON journal (kind, subject, place);

    CREATE TABLE journal_card (
      card TEXT NOT NULL,
      place INTEGER NOT NULL REFERENCES journal (place),
      PRIMARY KEY (card, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_card_by_place ON journal_card (place);
    """

  private static let post = """
    CREATE TABLE post_item (
      item TEXT NOT NULL,
      card TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (place),
      PRIMARY KEY (item, card, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX post_item_by_card ON post_item (card);

    CREATE TABLE post_event (
      item TEXT NOT NULL,
      at INTEGER NOT NULL,
      code TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      PRIMARY KEY (item, at, code)
    ) STRICT, WITHOUT ROWID;
    """
}
