import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct VerificationTests {
  struct Tampering: CustomTestStringConvertible {
    let sql: String
    let codes: [String]
    var testDescription: String { sql }
  }

  /// Entry 1 is the printing, 2 an enrolment, 3 and 4 the handovers, 5 a delivery of the first card
  /// with personal content, 6 a refused one, 7 an old card; two events of the device wait.
  static let tamperings: [Tampering] = [
    Tampering(
      sql: "UPDATE card_custody SET status = 'delivered' WHERE card LIKE 'KTP%00000008-_'",
      codes: ["STATE_DIFFERS"]),
    Tampering(
      sql: "UPDATE card_custody SET status = 'gone' WHERE card LIKE 'KTP%00000008-_'",
      codes: ["STATE_MISSING"]),
    Tampering(
      sql: "DELETE FROM card_custody WHERE card LIKE 'KTP%00000008-_'", codes: ["STATE_MISSING"]),
    Tampering(
      sql: "DELETE FROM card_custody WHERE card LIKE 'OLD%'", codes: ["STATE_MISSING"]),
    Tampering(
      sql: """
        INSERT INTO card_custody SELECT 'KTP-1871-17-00000099-' || digit, holder, status, 0, NULL, 0
        FROM card_custody, (
          SELECT column1 AS digit FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)))
        WHERE card LIKE 'KTP%00000008-_'
        """, codes: ["STATE_UNEXPLAINED"]),
    Tampering(
      sql: """
        UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'family', 'self') AS BLOB)
        WHERE place = 5
        """, codes: ["EDITED_ENTRY", "WRONG_SIGNATURE"]),
    Tampering(
      sql: "UPDATE entry SET leaf_hash = zeroblob(32) WHERE place = 3", codes: ["EDITED_ENTRY"]),
    Tampering(
      sql: """
        UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '"refusal":"NOT_HOLDER",', '')
          AS BLOB), refusal = NULL WHERE place = 6
        """, codes: ["EDITED_ENTRY", "REFUSED_BY_RULES", "OTHER_HISTORY"]),
    Tampering(
      sql: "DELETE FROM entry_card WHERE place = 3; DELETE FROM entry WHERE place = 3",
      codes: ["GAP", "REFUSED_BY_RULES", "STATE_DIFFERS", "HANDOVER_DIFFERS"]),
    Tampering(
      sql: """
        DELETE FROM entry_card WHERE place = 6; DELETE FROM entry WHERE place = 6;
        UPDATE entry_card SET place = 6 WHERE place = 7; UPDATE entry SET place = 6 WHERE place = 7
        """, codes: ["NODE_DIFFERS", "TRUNCATED", "BROKEN_CHAIN"]),
    Tampering(
      sql: """
        UPDATE entry SET place = 99 WHERE place = 3; UPDATE entry SET place = 3 WHERE place = 4;
        UPDATE entry SET place = 4 WHERE place = 99
        """, codes: ["BROKEN_CHAIN", "OTHER_HISTORY"]),
    Tampering(
      sql: "DELETE FROM entry_card WHERE place >= 5; DELETE FROM entry WHERE place >= 5",
      codes: ["TRUNCATED", "STATE_DIFFERS"]),
    Tampering(sql: "DELETE FROM node WHERE level = 2", codes: ["NODE_MISSING"]),
    Tampering(
      sql: "UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND place = 1",
      codes: ["NODE_DIFFERS"]),
    Tampering(
      sql: "INSERT INTO node VALUES (9, 0, zeroblob(32))", codes: ["NODE_UNEXPLAINED"]),
    Tampering(
      sql: "UPDATE entry SET run = NULL WHERE place = 5", codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET flags = 'WRONG_PIN' WHERE place = 5", codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET refusal = NULL WHERE place = 6", codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: """
        UPDATE entry SET corrects = (SELECT event_hash FROM entry WHERE place = 6) WHERE place = 4
        """, codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET received_at = received_at - 86400000 WHERE place = 5",
      codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET event_hash = zeroblob(32) WHERE place = 5", codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET device = 'office', sequence = 77 WHERE place = 5",
      codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "DELETE FROM entry_card WHERE place = 1 AND card LIKE '%00000003-_'",
      codes: ["ENTRY_CARDS_DIFFER"]),
    Tampering(
      sql: "INSERT INTO post_item SELECT 'RR473124829ID', card, 5 FROM card_custody LIMIT 1",
      codes: ["POST_ITEMS_DIFFER"]),
    Tampering(
      sql: "DELETE FROM detail WHERE place = 5",
      codes: ["DETAIL_MISSING"]),
    Tampering(
      sql: "DELETE FROM detail WHERE place = 3",
      codes: ["DETAIL_MISSING"]),
    Tampering(
      sql: """
        UPDATE detail SET sealed = (SELECT sealed FROM detail WHERE place = 3) WHERE place = 5
        """, codes: ["DETAIL_CHANGED"]),
    Tampering(
      sql: "INSERT INTO detail VALUES (99, zeroblob(40))", codes: ["DETAILS_UNEXPLAINED"]),
    Tampering(
      sql: "UPDATE device SET signing_key = zeroblob(32)", codes: ["DEVICE_DIFFERS"]),
    Tampering(sql: "UPDATE device SET box_key = zeroblob(32)", codes: ["DEVICE_DIFFERS"]),
    Tampering(sql: "UPDATE device SET courier = 'SP-02'", codes: ["DEVICE_DIFFERS"]),
    Tampering(sql: "UPDATE device SET revocation = 1", codes: ["DEVICE_DIFFERS"]),
    Tampering(sql: "UPDATE device SET last_sequence = 1", codes: ["DEVICE_DIFFERS"]),
    Tampering(sql: "UPDATE device SET enrolment = 1", codes: ["DEVICE_DIFFERS"]),
    Tampering(
      sql: """
        DELETE FROM waiting; DELETE FROM issued_checkpoint; DELETE FROM device
        """, codes: ["DEVICE_DIFFERS"]),
    Tampering(
      sql: "UPDATE device SET checkpoint = 'nothing'", codes: ["CHECKPOINT_UNREADABLE"]),
    Tampering(
      sql: "UPDATE checkpoint SET line = 'nothing'", codes: ["CHECKPOINT_UNREADABLE"]),
    Tampering(
      sql: "UPDATE checkpoint SET line = replace(line, ' 4 ', ' 5 ')",
      codes: ["CHECKPOINT_UNREADABLE"]),
    Tampering(
      sql: """
        UPDATE waiting SET body = CAST(replace(CAST(body AS TEXT), 'NOT_HOME', 'MOVED') AS BLOB)
        """,
      codes: ["WAITING_CHANGED"]),
    Tampering(sql: "UPDATE waiting SET sequence = 77", codes: ["WAITING_CHANGED"]),
    Tampering(
      sql: "UPDATE waiting SET received_at = received_at - 1", codes: ["WAITING_CHANGED"]),
    Tampering(sql: "UPDATE waiting SET not_after = not_after + 1", codes: ["WAITING_CHANGED"]),
    Tampering(
      sql: "UPDATE waiting SET detail_sealed = (SELECT sealed FROM detail LIMIT 1)",
      codes: ["WAITING_CHANGED"]),
    Tampering(
      sql: "DELETE FROM run_card WHERE card LIKE '%00000003-_'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE stop SET arrives = arrives + 60", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET courier = 'SP-02'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET courier = 'sp 99'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE plan SET seed = 5", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET superseded_by = plan", codes: ["WRONG_SUPERSESSION"]),
    Tampering(sql: "UPDATE plan SET saved_at = 5", codes: ["REGISTER_CHANGED"]),
    Tampering(
      sql: "UPDATE handover SET withdrawn_by = number WHERE kind = 'to-courier'",
      codes: ["HANDOVER_CHANGED"]),
    Tampering(
      sql: "UPDATE handover SET signed_at = NULL WHERE kind = 'to-courier'",
      codes: ["HANDOVER_DIFFERS"]),
    Tampering(
      sql: "UPDATE handover SET signed_at = signed_at + 1", codes: ["HANDOVER_DIFFERS"]),
    Tampering(
      sql: "DELETE FROM handover_card WHERE card LIKE '%00000003-_'",
      codes: ["HANDOVER_DIFFERS", "HANDOVER_CHANGED"]),
    Tampering(
      sql: "UPDATE handover_card SET is_missing = 1 WHERE card LIKE '%00000003-_'",
      codes: ["HANDOVER_DIFFERS"]),
    Tampering(
      sql: "UPDATE handover_run SET courier_name = 'Orang Lain'", codes: ["HANDOVER_CHANGED"]),
    Tampering(sql: "UPDATE handover_run SET organisation = 'Lain'", codes: ["HANDOVER_CHANGED"]),
    Tampering(sql: "UPDATE handover SET taker = 'courier:SP-02'", codes: ["HANDOVER_CHANGED"]),
    Tampering(sql: "UPDATE handover SET created_at = 5", codes: ["HANDOVER_CHANGED"]),
    Tampering(sql: "DELETE FROM courier WHERE id = 'SP-01'", codes: ["DANGLING_REFERENCE"]),
    Tampering(sql: "UPDATE courier SET name = 'Orang Lain'", codes: ["REGISTER_CHANGED"]),
    Tampering(sql: "DELETE FROM courier WHERE id = 'PI-01'", codes: ["REGISTER_CHANGED"]),
    Tampering(sql: "UPDATE region SET population = 5", codes: ["REGISTER_CHANGED"]),
    Tampering(
      sql: "INSERT INTO boundary VALUES ('18.71', x'00', 'mine', 0)", codes: ["REGISTER_CHANGED"]),
    Tampering(
      sql: "INSERT INTO neighbour VALUES ('18.71.01', '18.71.02')", codes: ["REGISTER_CHANGED"]),
    Tampering(sql: "UPDATE workspace SET requires_proof = 0", codes: ["REGISTER_CHANGED"]),
    Tampering(sql: "UPDATE import SET imported_at = 5", codes: ["REGISTER_CHANGED"]),
    Tampering(sql: "UPDATE card_serial SET last = 5", codes: ["REGISTER_CHANGED"]),
    Tampering(
      sql: "INSERT INTO post_event VALUES ('RR473124829ID', 1, 'EMI', 1)",
      codes: ["REGISTER_CHANGED"]),
    Tampering(
      sql: "DELETE FROM journal_card; DELETE FROM journal WHERE kind = 'access'",
      codes: ["JOURNAL_CHANGED"]),
    Tampering(
      sql: """
        DELETE FROM journal_card;
        DELETE FROM journal WHERE place = (SELECT max(place) FROM journal)
        """, codes: ["JOURNAL_CUT"]),
    Tampering(
      sql: """
        UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), 'loket 1', 'loket 2') AS BLOB)
        WHERE kind = 'access'
        """, codes: ["JOURNAL_CHANGED"]),
    Tampering(sql: "DELETE FROM journal_card", codes: ["JOURNAL_MISFILED"]),
    Tampering(
      sql: "UPDATE journal SET subject = 'D-0' WHERE kind = 'sync'", codes: ["JOURNAL_MISFILED"]),
    Tampering(sql: "UPDATE journal SET seal = zeroblob(32)", codes: ["JOURNAL_CHANGED"]),
    Tampering(
      sql: "DELETE FROM card WHERE id LIKE '%00000008-_'", codes: ["CARD_MISSING"]),
    Tampering(
      sql: "UPDATE card SET erased_at = 5 WHERE id LIKE '%00000008-_'",
      codes: ["ERASURE_DIFFERS", "CARD_CHANGED"]),
  ]

  /// A day with something in every table.
  private func busyDay() throws -> DispatchedDay {
    let day = try DispatchedDay()
    _ = try day.store.checkpoint(now: DispatchedDay.signing)
    var device = day.device
    try device.deliver(
      [day.bag[0]], run: day.run, at: DispatchedDay.morning, to: .family,
      detail: .plain("pagar hijau"))
    try device.deliver([day.cards[7]], run: day.run, at: DispatchedDay.morning)
    try device.record(
      .withdrawn, [day.bag[2].old], from: .resident, to: .courier(device.courier), run: day.run,
      at: DispatchedDay.morning)
    try device.fail([day.bag[3]], run: day.run, at: DispatchedDay.morning, reason: .notHome)
    try device.fail([day.bag[4]], run: day.run, at: DispatchedDay.morning, reason: .notHome)
    try device.fail([day.bag[5]], run: day.run, at: DispatchedDay.morning, reason: .notHome)
    let known = try day.store.checkpoint(now: DispatchedDay.signing)
    let file =
      try device.file(0..<3, checkpoint: known) + device.file(4..<6, checkpoint: known)
    _ = try day.store.merge(fileBytes: file, now: DispatchedDay.evening)
    _ = try day.store.card(day.bag[0])
    return day
  }

  @Test(arguments: tamperings) func everyChangeBehindTheStoresBackIsNamed(
    _ tampering: Tampering
  ) throws {
    let day = try busyDay()
    #expect(try day.store.verify().findings == [])
    #expect(try day.store.entryCount() == 7)

    try day.office.tamper(tampering.sql)
    let found = try Workspace.open(at: day.office.path).store.verify().findings.map(\.code)
    for code in tampering.codes { #expect(found.contains(code), "found \(found)") }
  }

  /// A revoked device stays revoked, but at another time than the log says.
  @Test func theTimeOfARevocationIsThatOfTheLog() throws {
    let day = try busyDay()
    let device = try #require(try day.store.devices().first).id
    _ = try day.store.revoke(device, by: "Rina", reason: "hilang", now: DispatchedDay.evening)
    #expect(try day.store.device(device).revokedAt == DispatchedDay.evening)
    #expect(try day.store.verify().findings == [])

    try day.office.tamper("UPDATE device SET revocation = 1 WHERE revocation IS NOT NULL")
    let found = try Workspace.open(at: day.office.path).store.verify().findings.map(\.code)
    #expect(found == ["DEVICE_DIFFERS"])
  }

  @Test(arguments: [
    "name = 'Orang Lain'",
    "name_search = 'orang lain'",
    "birth_date = '1999-09-09'",
    "sex = CASE sex WHEN 'L' THEN 'P' ELSE 'L' END",
    "street = 'Jl. Lain'",
    "house_number = '99'",
    "rt = 77",
    "rw = 77",
    "landmark = 'lain'",
    "phone = '+628400000000'",
    "request = CASE request WHEN 'lost' THEN 'damaged' ELSE 'lost' END",
    "urgency = CASE urgency WHEN 'urgent' THEN 'normal' ELSE 'urgent' END",
    "requested_on = '2001-01-01'",
    "printed_on = '2002-02-02'",
    "channel = CASE channel WHEN 'door' THEN 'counter' ELSE 'door' END",
    "latitude_e7 = latitude_e7 + 1",
    "longitude_e7 = longitude_e7 + 1",
    "location_source = CASE location_source WHEN 'desa' THEN 'house' ELSE 'desa' END",
    "uncertainty_metres = uncertainty_metres + 1",
    "nik_lookup = zeroblob(32)",
    "numbers_sealed = zeroblob(45)",
  ])
  func everyColumnOfACardIsSealed(_ change: String) throws {
    let day = try DispatchedDay()
    try day.office.tamper("UPDATE card SET \(change) WHERE id LIKE '%00000003-_'")
    let found = try Workspace.open(at: day.office.path).store.verify().findings.map(\.code)
    #expect(found == ["CARD_CHANGED"])
  }

  @Test(arguments: ["KTP-1871-17-00000099-4", "not a number"])
  func aCardTheLedgerNeverSawIsNamed(id: String) throws {
    let day = try DispatchedDay()
    try day.office.tamper(
      """
      INSERT INTO card SELECT '\(id)', numbers_sealed, x'00', name, name_search,
        birth_date, sex, street, house_number, rt, rw, desa, landmark, phone, request, urgency,
        requested_on, printed_on, channel, latitude_e7, longitude_e7, location_source,
        uncertainty_metres, import, source_row, NULL
      FROM card WHERE id = '\(day.cards[7])'
      """)
    #expect(
      try day.store.verify().findings == [
        .store(.cardWithoutEvent(id)), .store(.cardChanged(id)),
      ])
  }

  @Test func aSoundStoreIsSoundAndItsProgressIsTold() throws {
    let day = try DispatchedDay()
    var steps: [Int] = []
    let report = try day.store.verify { done, total in
      steps.append(done)
      #expect(total == 4)
    }
    #expect(report.isSound)
    #expect(report.entries == 4)
    #expect(report.cards == 8)
    #expect(report.root == (try day.store.checkpoint(now: TestOffice.now)).root)
    #expect(steps.last == 4)
  }

  @Test func theAnchorIsAtTheEndOfTheLog() throws {
    let day = try DispatchedDay()
    let text = try String(contentsOfFile: day.office.path + "/ledger.anchor", encoding: .utf8)
    let anchor = try Checkpoint(line: #require(text.split(separator: "\n").first))
    #expect(anchor.size == 4)
    #expect(anchor.root == (try day.store.checkpoint(now: TestOffice.now)).root)
    #expect(anchor.isSigned(by: day.store.officeKey))
  }

  @Test func anAnchorThatIsBehindIsNoFinding() throws {
    let day = try DispatchedDay()
    let anchor = URL(filePath: day.office.path + "/ledger.anchor")
    let behind = try Data(contentsOf: anchor)
    try day.office.importCards(20..<21)
    try behind.write(to: anchor)
    #expect(try day.store.verify().isSound)
    try day.office.importCards(21..<22)
    #expect(try Data(contentsOf: anchor) != behind)
    #expect(try day.store.verify().isSound)
  }

  @Test func nothingIsAddedToALogThatWasCut() throws {
    let day = try DispatchedDay()
    try day.office.tamper(
      "DELETE FROM entry_card WHERE place = 4; DELETE FROM entry WHERE place = 4")
    #expect(throws: StorageError.logIsCut(entries: 3, anchored: 4)) {
      try day.office.importCards(20..<21)
    }
  }

  @Test func nothingIsAddedToAJournalThatWasCut() throws {
    let day = try DispatchedDay()
    _ = try day.store.card(day.cards[0])
    try day.office.tamper(
      "DELETE FROM journal_card; DELETE FROM journal WHERE kind = 'access'")
    #expect {
      try day.office.importCards(20..<21)
    } throws: { error in
      guard case StorageError.journalDiffers = error else { return false }
      return true
    }
  }

  @Test func nothingIsAddedWithoutTheAnchor() throws {
    let day = try DispatchedDay()
    try FileManager.default.removeItem(atPath: day.office.path + "/ledger.anchor")
    #expect(throws: StorageError.anchor(.missing)) { try day.office.importCards(20..<21) }
    #expect(
      try day.store.verify().findings.map(\.code) == ["ANCHOR_MISSING", "JOURNAL_NOT_ANCHORED"])
  }

  @Test func anAnchorOfAnotherOfficeIsForged() throws {
    let day = try DispatchedDay()
    let other = try DispatchedDay()
    let anchor = day.office.path + "/ledger.anchor"
    try FileManager.default.removeItem(atPath: anchor)
    try FileManager.default.copyItem(
      atPath: other.office.path + "/ledger.anchor", toPath: anchor)
    #expect(throws: StorageError.anchor(.forged)) { try day.office.importCards(20..<21) }
    #expect(try day.store.verify().findings.map(\.code).contains("ANCHOR_FORGED"))
  }

  /// The one attack that no file in the workspace can show: everything is as it once was.
  @Test func aWholeOlderWorkspaceIsFoundByAPublishedCheckpoint() throws {
    let day = try DispatchedDay()
    let older = day.office.root + "/older"
    try FileManager.default.copyItem(atPath: day.office.path, toPath: older)
    try day.office.importCards(20..<21)
    let published = try day.store.checkpoint(now: DispatchedDay.morning)
    let store = try Workspace.open(at: older).store
    #expect(try store.verify().isSound)
    #expect(try store.verify(against: [published]).findings.map(\.code) == ["TRUNCATED"])
    #expect(try day.store.verify(against: [published]).isSound)
    // The same, after the older log has grown by something else.
    let source = try #require(TestOffice.source)
    for number in 30..<33 {
      _ = try store.importCards(
        [TestOffice.newCard(number)], sourceDigest: source, now: DispatchedDay.morning)
    }
    #expect(try store.verify(against: [published]).findings.map(\.code) == ["OTHER_HISTORY"])
  }
}
