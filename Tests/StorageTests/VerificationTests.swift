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

  /// Entry 1 is the printing, 2 and 3 the handovers, 4 a delivery of the first card.
  static let tamperings: [Tampering] = [
    Tampering(
      sql: "UPDATE card_custody SET status = 'delivered' WHERE card LIKE '%00000008-_'",
      codes: ["STATE_DIFFERS"]),
    Tampering(
      sql: "UPDATE card_custody SET status = 'gone' WHERE card LIKE '%00000008-_'",
      codes: ["STATE_MISSING"]),
    Tampering(
      sql: "DELETE FROM card_custody WHERE card LIKE '%00000008-_'", codes: ["STATE_MISSING"]),
    Tampering(
      sql: """
        INSERT INTO card_custody SELECT 'KTP-1871-17-00000099-' || digit, holder, status, 0, NULL, 0
        FROM card_custody, (
          SELECT column1 AS digit FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)))
        WHERE card LIKE '%00000008-_'
        """, codes: ["STATE_UNEXPLAINED", "DANGLING_REFERENCE"]),
    Tampering(
      sql: """
        UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'family', 'self') AS BLOB)
        WHERE place = 4
        """, codes: ["EDITED_ENTRY"]),
    Tampering(
      sql: "UPDATE entry SET hash = zeroblob(32) WHERE place = 3", codes: ["WRONG_HASH"]),
    Tampering(
      sql: "UPDATE entry SET seal = zeroblob(32) WHERE place = 2", codes: ["WRONG_SEAL"]),
    Tampering(
      sql: "DELETE FROM entry WHERE place = 2",
      codes: ["GAP", "REFUSED_BY_RULES", "STATE_DIFFERS", "HANDOVER_DIFFERS"]),
    Tampering(
      sql: """
        UPDATE entry SET place = 99 WHERE place = 2; UPDATE entry SET place = 2 WHERE place = 3;
        UPDATE entry SET place = 3 WHERE place = 99
        """, codes: ["EDITED_ENTRY", "REFUSED_BY_RULES"]),
    Tampering(
      sql: """
        DELETE FROM entry_card WHERE place = 4; DELETE FROM entry WHERE place = 4;
        UPDATE card_custody SET (holder, status, since) = (
          SELECT holder, status, since FROM card_custody WHERE card LIKE '%00000002-_')
        WHERE status = 'delivered'
        """, codes: ["TRUNCATED"]),
    Tampering(
      sql: "UPDATE entry SET run = NULL WHERE place = 4", codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "UPDATE entry SET device = 'office', sequence = 77 WHERE place = 4",
      codes: ["ENTRY_MISFILED"]),
    Tampering(
      sql: "DELETE FROM entry_card WHERE place = 1 AND card LIKE '%00000003-_'",
      codes: ["ENTRY_CARDS_DIFFER"]),
    Tampering(
      sql: "DELETE FROM run_card WHERE card LIKE '%00000003-_'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE stop SET arrives = arrives + 60", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET courier = 'SP-02'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET courier = 'sp 99'", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE plan SET seed = 5", codes: ["PLAN_CHANGED"]),
    Tampering(sql: "UPDATE run SET superseded_by = plan", codes: ["WRONG_SUPERSESSION"]),
    Tampering(
      sql: "UPDATE handover SET signed_at = NULL WHERE kind = 'to-courier'",
      codes: ["HANDOVER_DIFFERS"]),
    Tampering(
      sql: "DELETE FROM handover_card WHERE card LIKE '%00000003-_'", codes: ["HANDOVER_DIFFERS"]),
    Tampering(sql: "DELETE FROM courier WHERE id = 'SP-01'", codes: ["DANGLING_REFERENCE"]),
    Tampering(
      sql: "DELETE FROM card WHERE id LIKE '%00000008-_'", codes: ["DANGLING_REFERENCE"]),
  ]

  @Test(arguments: tamperings) func everyChangeBehindTheStoresBackIsNamed(
    _ tampering: Tampering
  ) throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver(
      [day.bag[0]], to: .family, proofs: Proof.signed, now: DispatchedDay.morning)
    _ = try day.store.merge(try pocket.bundle(), now: DispatchedDay.evening)
    #expect(try day.store.verify().findings == [])

    try day.office.tamper(tampering.sql)
    let found = try Workspace.open(at: day.office.path).store.verify().findings.map(\.code)
    for code in tampering.codes { #expect(found.contains(code), "found \(found)") }
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
        uncertainty_metres, import, source_row
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
      #expect(total == 3)
    }
    #expect(report.isSound)
    #expect(report.entries == 3)
    #expect(report.cards == 8)
    #expect(report.head == (try day.store.ledgerHead()))
    #expect(steps == [1, 2, 3])
  }

  @Test func theAnchorIsAtTheEndOfTheLedger() throws {
    let day = try DispatchedDay()
    let bytes = try Data(contentsOf: URL(filePath: day.office.path + "/ledger.anchor"))
    #expect(try LedgerAnchor(fileBytes: Array(bytes)).head == day.store.ledgerHead())
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

  @Test func nothingIsAddedToALedgerThatWasCut() throws {
    let day = try DispatchedDay()
    try day.office.tamper(
      "DELETE FROM entry_card WHERE place = 3; DELETE FROM entry WHERE place = 3")
    #expect(throws: StorageError.unsoundLedger(.truncated(entries: 2, anchored: 3))) {
      try day.office.importCards(20..<21)
    }
  }

  @Test func nothingIsAddedWithoutTheAnchor() throws {
    let day = try DispatchedDay()
    try FileManager.default.removeItem(atPath: day.office.path + "/ledger.anchor")
    #expect(throws: StorageError.unsoundLedger(.anchorMissing)) {
      try day.office.importCards(20..<21)
    }
    #expect(try day.store.verify().findings.map(\.code) == ["ANCHOR_MISSING"])
  }
}
