import Custody
import Domain
import Intake
import Testing

@Suite struct OutcomeImportTests {
  /// Card 1 of Kota Bandar Lampung in 2017, its check digit found by trying all ten.
  private static let card =
    (0...9).lazy.compactMap { CardID("KTP-1871-17-00000001-\($0)") }.first?.description ?? ""

  private func readings(_ rows: String...) throws -> [Reading<OutcomeRow>] {
    let header = "card_id,outcome,time,recipient,reason,proofs"
    let text = ([header] + rows).joined(separator: "\n")
    return try OutcomeImport.readings(of: Array(text.utf8))
  }

  @Test func aSheetGivesDeliveriesAndFailures() throws {
    let other = CardID(regency: try #require(RegionCode("18.71")), year: 2017, serial: 2)
    let readings = try readings(
      "\(Self.card),delivered,09:14,family,,signature|old-card", "\(other),gagal,9.30,,NOT_HOME,")
    guard case .accepted(let first, _) = readings[0], case .accepted(let second, _) = readings[1]
    else {
      Issue.record("both rows are good: \(readings)")
      return
    }
    #expect(first.outcome == .delivered(to: .family, proofs: [.signature, .oldCard]))
    #expect(first.card.description == Self.card)
    #expect(second.outcome == .failed(.notHome))
    #expect(second.time == TimeOfDay("09:30"))
  }

  struct Bad: CustomTestStringConvertible {
    let row: String
    let column: String
    let reason: RejectionReason
    var testDescription: String { "\(column): \(reason.phrase.english)" }
  }

  @Test(arguments: [
    Bad(row: "KTP-1871-17-0000000,failed,09:00,,NOT_HOME,", column: "card_id", reason: .cardID),
    Bad(row: "\(card),,09:00,self,,photo", column: "outcome", reason: .empty),
    Bad(row: "\(card),delivered,,self,,photo", column: "time", reason: .empty),
    Bad(row: "\(card),delivered,25h,self,,photo", column: "time", reason: .notATime),
    Bad(row: "\(card),delivered,09:00,,,photo", column: "recipient", reason: .empty),
    Bad(row: "\(card),failed,09:00,,,", column: "reason", reason: .empty),
    Bad(
      row: "\(card),lost,09:00,self,,photo", column: "outcome",
      reason: .unknownWord(expected: ["delivered", "failed"])),
    Bad(
      row: "\(card),delivered,09:00,self,,tattoo", column: "proofs",
      reason: .unknownWord(expected: ["signature", "thumb", "photo", "old-card"])),
  ])
  func aBadRowIsRejectedForItsFirstFault(_ bad: Bad) throws {
    guard case .rejected(let rejection) = try readings(bad.row)[0] else {
      Issue.record("the row should be rejected")
      return
    }
    #expect(rejection.column == bad.column)
    #expect(rejection.reason == bad.reason)
  }

  @Test func aCardTwiceIsRejectedNamingTheFirstRow() throws {
    let row = "\(Self.card),failed,09:00,,NOT_HOME,"
    guard case .rejected(let rejection) = try readings(row, row)[1] else {
      Issue.record("the second row should be rejected")
      return
    }
    #expect(rejection.reason == .duplicate(firstRow: 2))
  }
}
