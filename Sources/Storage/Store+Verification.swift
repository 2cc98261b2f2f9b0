public import Custody
import Domain
import Foundation
import GRDB
import Geometry

extension Store {
  /// Examines everything: the log entry by entry with its tree, the custody it explains, devices,
  /// details, plans, documents, cards, the journal and the tables it covers, references and the file
  /// itself. Changes nothing.
  ///
  /// - Parameter published: Checkpoints that others kept, to which the log must lead.
  /// - Parameter progress: Told how many entries of how many are done.
  public func verify(
    against published: [Checkpoint] = [],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> VerificationReport {
    // Read first, and so never ahead of what the transaction sees.
    let anchorText = anchor.text
    let (log, tables) = try file.read(
      { database in
        let issued = try issuedCheckpoints(in: database)
        var replay = StoreReplay(
          verifier: LogVerifier(
            workspaceID: workspaceID, officeKey: officeKey, policy: policy,
            anchorLine: anchorText?.split(separator: "\n").first.map(String.init),
            published: published + issued.checkpoints), of: self)
        try replay.run(in: database, progress: progress)
        let audit = replay.verifier.finish()
        let findings =
          try issued.findings + replay.findings + replay.detailFindings(in: database)
          + deviceFindings(against: audit, replay, in: database)
        let handovers = try handoverFindings(against: replay.moved, in: database)
        return LogExamination(
          audit: audit, findings: findings, handovers: handovers, erased: replay.erased,
          entryCount: replay.entryCount)
      },
      beside: { database in
        TableExamination(
          damage: try integrityFindings(in: database), custody: try storedCustody(in: database),
          findings: try waitingFindings(in: database) + planFindings(in: database),
          cards: try examinedCards(in: database),
          journal: try JournalExamination(of: self, anchorText: anchorText, in: database))
      })
    let storeFindings =
      tables.damage + log.findings + tables.findings + log.handovers
      + cardFindings(tables.cards, against: log.audit, erased: log.erased)
      + tables.journal.findings
    let ledgerFindings = log.audit.findings + log.audit.differences(from: tables.custody)
    return VerificationReport(
      findings: ledgerFindings.map { .ledger($0) } + storeFindings.map { .store($0) },
      entries: log.entryCount, cards: tables.custody.count,
      journalEntries: tables.journal.entryCount, root: log.audit.root)
  }

  /// What was found of the log and of what repeats it.
  private struct LogExamination {
    let audit: LedgerAudit
    let findings: [StoreFinding]
    let handovers: [StoreFinding]
    let erased: Set<CardID>
    let entryCount: Int
  }

  /// What was found of everything else, which needs nothing of the log.
  private struct TableExamination: Sendable {
    let damage: [StoreFinding]
    let custody: [CardID: CardCustody]
    let findings: [StoreFinding]
    let cards: [ExaminedCard]
    let journal: JournalExamination
  }

  /// A row of `card`, judged by itself.
  private struct ExaminedCard: Sendable {
    let id: String
    let isErased: Bool
    let isIntact: Bool
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

  /// Every checkpoint that the office gave out or a device said it keeps.
  private func issuedCheckpoints(
    in database: Database
  ) throws -> (checkpoints: [Checkpoint], findings: [StoreFinding]) {
    let query = """
      SELECT size, line FROM checkpoint
      UNION ALL SELECT 0, checkpoint FROM device WHERE checkpoint IS NOT NULL ORDER BY 1, 2
      """
    var checkpoints: [Checkpoint] = []
    var findings: [StoreFinding] = []
    for (size, line): (Int, String) in try database.all(
      query, [], { (try $0.read("size"), try $0.read("line")) })
    {
      if let checkpoint = try? Checkpoint(line: line), size == 0 || size == checkpoint.size {
        checkpoints.append(checkpoint)
      } else {
        findings.append(.checkpointUnreadable(size: size))
      }
    }
    return (checkpoints, findings)
  }

  private func storedCustody(in database: Database) throws -> [CardID: CardCustody] {
    var stored: [CardID: CardCustody] = [:]
    let rows = try database.rows("SELECT \(CardCustody.columns) FROM card_custody")
    while var columns = try rows.next() {
      // A row that says nothing readable says nothing: the card's state is missing.
      guard let custody = try readable({ try CardCustody(&columns) }) else { continue }
      stored[custody.card] = custody
    }
    return stored
  }

  private func deviceFindings(
    against audit: LedgerAudit, _ replay: StoreReplay, in database: Database
  ) throws -> [StoreFinding] {
    var stored: [String: DeviceStanding] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM device")
    while let row = try rows.next() {
      let id: String = try row.read("id")
      guard let known = try readable({ try KnownDevice(row: row) }),
        known.enrolment == replay.enrolments[id], known.revocation == replay.revocations[id]
      else { continue }
      stored[id] = DeviceStanding(
        registration: known.registration, isRevoked: known.isRevoked, head: known.head)
    }
    let logged = Dictionary(
      uniqueKeysWithValues: audit.devices.map { ($0.key.description, $0.value) })
    return Set(stored.keys).union(logged.keys).sorted()
      .filter { stored[$0] != logged[$0] }
      .map(StoreFinding.deviceDiffers)
  }

  private func waitingFindings(in database: Database) throws -> [StoreFinding] {
    let query = """
      SELECT waiting.*, signing_key FROM waiting LEFT JOIN device ON id = device
      ORDER BY device, sequence, event_hash
      """
    var findings: [StoreFinding] = []
    let rows = try Row.fetchCursor(database, sql: query)
    while let row = try rows.next() {
      let device: String = try row.read("device")
      let sequence: Int = try row.read("sequence")
      let hash: Fingerprint? = try readable { try row.read("event_hash") }
      let waiting = try readable { try WaitingEvent(row: row) }
      let key = (try row.readIfPresent("signing_key") as Data?).flatMap { PublicKey(bytes: $0) }
      let seal: Fingerprint? = try readable { try row.read("seal") }
      let isIntact =
        waiting.map { event in
          event.signed.hash == hash
            && event.signed.event.id == Event.ID(device: device, sequence: sequence)
            && key.map(event.signed.isSigned) ?? false && event.seal(by: self) == seal
            && event.hasFittingDetail(openedWith: keys)
        } ?? false
      if !isIntact { findings.append(.waitingChanged(device: device, sequence: sequence)) }
    }
    return findings
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

  /// Compares the documents with their seals, and the signed ones with what the ledger says moved
  /// under their numbers.
  private func handoverFindings(
    against moved: [String: StoreReplay.Movement], in database: Database
  ) throws -> [StoreFinding] {
    var changed: [String] = []
    var signed: [String: StoreReplay.Movement] = [:]
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM handover ORDER BY number")
    for row in rows {
      let number: String = try row.read("number")
      let handover = try readable { () throws -> Handover? in
        try HandoverDocumentNumber(number).map { try self.handover($0, in: database) }
      }
      guard let handover = handover.flatMap(\.self) else {
        changed.append(number)
        continue
      }
      let sealed: Fingerprint? = try readable { try row.read("seal") }
      let wasWithdrawn = try row.readIfPresent("withdrawn_by") as String? != nil
      let wasSigned = try row.readIfPresent("signed_at") as Int64? != nil
      if sealed != seal(handover.sealedLines) || wasWithdrawn && wasSigned {
        changed.append(number)
      }
      if let signedAt: Instant = try row.readIfPresent("signed_at") {
        signed[number] = StoreReplay.Movement(
          cards: Set(handover.cards).subtracting(handover.missing), giver: handover.giver,
          taker: handover.taker, time: signedAt)
      }
    }
    return changed.map(StoreFinding.handoverChanged)
      + Set(signed.keys).union(moved.keys).sorted()
      .filter { signed[$0] != moved[$0] }
      .map(StoreFinding.handoverDiffers)
  }

  private func examinedCards(in database: Database) throws -> [ExaminedCard] {
    var examined: [ExaminedCard] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM card ORDER BY id")
    while let row = try rows.next() {
      let isErased = try row.readIfPresent("erased_at") as Int64? != nil
      examined.append(
        ExaminedCard(
          id: try row.read("id"), isErased: isErased,
          isIntact: isErased ? isIntactErasure(row) : isIntact(row)))
    }
    return examined
  }

  private func cardFindings(
    _ cards: [ExaminedCard], against audit: LedgerAudit, erased: Set<CardID>
  ) -> [StoreFinding] {
    var findings: [StoreFinding] = []
    var unseen = Set(audit.states.keys.filter { !$0.isOld })
    for examined in cards {
      let id = examined.id
      let card = CardID(storedText: id)
      if let card { unseen.remove(card) }
      if card.flatMap({ audit.states[$0] }) == nil { findings.append(.cardWithoutEvent(id)) }
      if examined.isErased != (card.map(erased.contains) ?? false) {
        findings.append(.erasureDiffers(id))
      }
      if !examined.isIntact { findings.append(.cardChanged(id)) }
    }
    return findings + unseen.sorted().map { .cardMissing($0.description) }
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

  /// Whether nothing is left in an erased card's row but what may be left.
  private func isIntactErasure(_ row: Row) -> Bool {
    guard let erased = try? ErasedCard(row: row), let seal: Data = try? row.read("numbers_sealed")
    else { return false }
    let isEmpty = ErasedCard.personalColumns.allSatisfy { column in
      (row[column] as DatabaseValue?)?.isNull ?? true
    }
    return isEmpty && erased.isIntact(seal, openedWith: keys)
  }
}

/// What `read` makes of a row; nothing if a column holds no value of its kind.
func readable<Value>(_ read: () throws -> Value) throws -> Value? {
  do { return try read() } catch is UnreadableColumn { return nil } catch is CoordinateError {
    return nil
  } catch is StoreRefusal { return nil } catch is KeyError { return nil }
}
