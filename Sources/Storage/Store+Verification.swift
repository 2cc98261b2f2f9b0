import Custody
import Domain
import Foundation
import GRDB
import Geometry

extension Store {
  /// Examines everything: the chain entry by entry, the custody it explains, plans, documents,
  /// references and the file itself. Changes nothing.
  ///
  /// - Parameter progress: Told how many entries of how many are done.
  public func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> VerificationReport {
    // Read first, and so never ahead of what the transaction sees.
    let anchorBytes = anchor.bytes
    return try file.read { database in
      let damage = try integrityFindings(in: database)
      // No event may be later than the office's clock was when the newest entry came in.
      let latest: Instant? = try database.first(
        "SELECT recorded_at FROM entry ORDER BY recorded_at DESC LIMIT 1"
      ) { try $0.read("recorded_at") }
      var replay = LedgerReplay(
        verifier: ChainVerifier(
          workspaceID: workspaceID, key: keys.ledgerKey, policy: policy,
          anchorFile: anchorBytes, now: latest ?? Instant(milliseconds: 0)))
      try replay.run(in: database, progress: progress)
      let audit = replay.verifier.finish()
      let stored = try storedCustody(in: database)
      let ledgerFindings = audit.findings + audit.differences(from: stored)
      let storeFindings =
        try damage + replay.findings + planFindings(in: database)
        + handoverFindings(against: replay.handedOver, in: database)
        + cardFindings(knownToLedger: Set(audit.states.keys), in: database)
      return VerificationReport(
        findings: ledgerFindings.map(VerificationReport.Finding.ledger)
          + storeFindings.map(VerificationReport.Finding.store),
        entries: replay.entryCount, cards: stored.count, head: audit.head)
    }
  }

  private func integrityFindings(in database: Database) throws -> [StoreFinding] {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    let damage = lines.filter { $0 != "ok" }.map(StoreFinding.integrity)
    let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
      StoreFinding.danglingReference(
        table: try row.read("table"), parent: try row.read("parent"))
    }
    return damage + Set(dangling).sorted { "\($0)" < "\($1)" }
  }

  private func storedCustody(in database: Database) throws -> [CardID: CardCustody] {
    var stored: [CardID: CardCustody] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM card_custody")
    while let row = try rows.next() {
      // A row that says nothing readable says nothing: the card's state is missing.
      guard let custody = try readable({ try CardCustody(row: row) }) else { continue }
      stored[custody.card] = custody
    }
    return stored
  }

  private func planFindings(in database: Database) throws -> [StoreFinding] {
    let plans: [(id: PlanID, seal: Data)] = try database.all(
      "SELECT id, seal FROM plan ORDER BY date, version"
    ) { (try $0.read("id"), try $0.read("seal")) }
    let changed = try plans.filter { stored in
      let plan = try readable { try self.plan(stored.id, in: database) }
      return plan.map { Data(PlanSeal($0, of: self).value.bytes) } != stored.seal
    }
    let superseded: [(run: RunID, plan: PlanID, by: PlanID)] = try database.all(
      "SELECT id, plan, superseded_by FROM run WHERE superseded_by IS NOT NULL ORDER BY id"
    ) { (try $0.read("id"), try $0.read("plan"), try $0.read("superseded_by")) }
    return changed.map { StoreFinding.planChanged($0.id) }
      + superseded.filter { $0.by <= $0.plan }.map { .wrongSupersession($0.run) }
  }

  /// Compares the signed documents with what the ledger says moved under their numbers.
  private func handoverFindings(
    against moved: [String: Set<CardID>], in database: Database
  ) throws -> [StoreFinding] {
    var signed: [String: Set<CardID>] = [:]
    let query = """
      SELECT number, card FROM handover LEFT JOIN handover_card ON handover = number
      WHERE signed_at IS NOT NULL
      """
    for (number, card): (String, CardID?) in try database.all(
      query, [], { (try $0.read("number"), try $0.readIfPresent("card")) })
    {
      signed[number, default: []].formUnion(card.map { [$0] } ?? [])
    }
    return Set(signed.keys).union(moved.keys).sorted()
      .filter { signed[$0] != moved[$0] }
      .map(StoreFinding.handoverDiffers)
  }

  private func cardFindings(
    knownToLedger known: Set<CardID>, in database: Database
  ) throws -> [StoreFinding] {
    var findings: [StoreFinding] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM card ORDER BY id")
    while let row = try rows.next() {
      let id: String = try row.read("id")
      let isKnown = CardID(storedText: id).map(known.contains) ?? false
      if !isKnown { findings.append(.cardWithoutEvent(id)) }
      if !isIntact(row) { findings.append(.cardChanged(id)) }
    }
    return findings
  }

  /// Whether a card's row opens under its seal and repeats what it says for searching.
  private func isIntact(_ row: Row) -> Bool {
    guard let card = try? Card(row: row, openedWith: keys),
      let name: String = try? row.read("name_search"),
      let lookup: Fingerprint = try? row.read("nik_lookup")
    else { return false }
    return name == Card.searchable(card.resident.name)
      && lookup == keys.nikLookup(card.resident.nik)
  }
}

/// What `read` makes of a row; nothing if a column holds no value of its kind.
private func readable<Value>(_ read: () throws -> Value) throws -> Value? {
  do { return try read() } catch is UnreadableColumn { return nil } catch is CoordinateError {
    return nil
  }
}

/// Leads every stored entry past the verifier and compares what the store repeats of it.
private struct LedgerReplay {
  var verifier: ChainVerifier
  private(set) var findings: [StoreFinding] = []
  private(set) var entryCount = 0
  /// The cards that moved under each handover document.
  private(set) var handedOver: [String: Set<CardID>] = [:]

  init(verifier: ChainVerifier) { self.verifier = verifier }

  mutating func run(in database: Database, progress: (Int, Int) -> Void) throws {
    let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
    var listing = try EntryCards(database)
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY place")
    while let row = try rows.next() {
      let body: Data = try row.read("body")
      let place: Int = try row.read("place")
      verifier.check(
        index: place, canonical: Array(body), hash: Array(try row.read("hash") as Data),
        seal: Array(try row.read("seal") as Data))
      if let event = try? Event(canonicalBytes: Array(body)) {
        try compare(event, at: place, with: row)
        let listed = try listing.cards(of: place)
        if listed != event.cards.map(\.description) {
          findings.append(.entryCardsDiffer(index: place))
        }
      }
      entryCount += 1
      progress(entryCount, total)
    }
  }

  private mutating func compare(_ event: Event, at place: Int, with row: Row) throws {
    let device: String = try row.read("device")
    let sequence: Int = try row.read("sequence")
    let run: String? = try row.readIfPresent("run")
    if event.id != Event.ID(device: device, sequence: sequence) || event.run?.description != run {
      findings.append(.entryMisfiled(index: place))
    }
    if event.kind == .handedOver, let document = event.document {
      handedOver[document, default: []].formUnion(event.cards)
    }
  }
}

/// The cards that the store lists for each entry, read once from the first place to the last.
private struct EntryCards {
  private let rows: RowCursor
  private var next: (place: Int, card: String)?

  init(_ database: Database) throws {
    rows = try Row.fetchCursor(
      database, sql: "SELECT place, card FROM entry_card ORDER BY place, card")
    try advance()
  }

  /// The cards of one entry, in order; asked for places in ascending order.
  mutating func cards(of place: Int) throws -> [String] {
    var cards: [String] = []
    while let (found, card) = next, found <= place {
      if found == place { cards.append(card) }
      try advance()
    }
    return cards
  }

  private mutating func advance() throws {
    next = try rows.next().map { (try $0.read("place"), try $0.read("card")) }
  }
}
