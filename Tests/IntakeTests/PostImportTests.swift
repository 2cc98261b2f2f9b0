import Custody
import Domain
import Intake
import Testing

@Suite struct PostImportTests {
  private static let card = "KTP-1871-17-00000001-7"
  private static let item = "RR473124829ID"

  private func items(_ rows: String...) throws -> [Reading<PostItemRow>] {
    try PostItemImport.readings(of: Array((["kartu,resi"] + rows).joined(separator: "\n").utf8))
  }

  private static func events(_ rows: String...) throws -> [Reading<PostEventRow>] {
    let header = "item,code,time,reason,action,recipient"
    return try PostEventImport.readings(
      of: Array(([header] + rows).joined(separator: "\r\n").utf8), zone: .western)
  }

  @Test func aCardAndItsNumberAreRead() throws {
    guard case .accepted(let row, let warnings) = try items("\(Self.card), rr 473124829 id")[0]
    else {
      Issue.record("the row is good")
      return
    }
    #expect(row.row == 2)
    #expect(row.card.description == Self.card)
    #expect(row.item.description == Self.item)
    #expect(warnings.isEmpty)
  }

  struct BadItem: CustomTestStringConvertible {
    let rows: [String]
    let column: String
    let reason: RejectionReason
    var testDescription: String { "\(column): \(reason.phrase.english)" }
  }

  @Test(arguments: [
    BadItem(rows: ["KTP-1871-17-00000001-8,\(item)"], column: "card_id", reason: .cardID),
    BadItem(rows: ["\(card),RR473124820ID"], column: "item", reason: .postItem),
    BadItem(rows: ["\(card),"], column: "item", reason: .empty),
    BadItem(
      rows: ["\(card),\(item)", "\(card),RR287043775IN"], column: "card_id",
      reason: .duplicate(firstRow: 2)),
    BadItem(
      rows: ["\(card),\(item)", "KTP-1871-17-00000002-5,\(item)"], column: "item",
      reason: .duplicate(firstRow: 2)),
  ])
  func aBadNumberIsRejectedForItsFirstFault(_ bad: BadItem) throws {
    let text = (["card_id,item"] + bad.rows).joined(separator: "\n")
    let readings = try PostItemImport.readings(of: Array(text.utf8))
    guard case .rejected(let rejection) = readings.last else {
      Issue.record("the last row should be rejected")
      return
    }
    #expect(rejection.row == bad.rows.count + 1)
    #expect(rejection.column == bad.column)
    #expect(rejection.reason == bad.reason)
  }

  @Test func theReportOfThePostIsRead() throws {
    let readings = try Self.events(
      "\(Self.item),EMA,2017-07-27 09:14,,,", "\(Self.item),emh,27/07/2017 11.05,NOT_HOME,RETRY,",
      "\(Self.item),EMI,2017-07-27T12:00:30+08:00,,,family")
    let rows = readings.compactMap { reading -> PostEventRow? in
      if case .accepted(let row, let warnings) = reading, warnings.isEmpty { row } else { nil }
    }
    try #require(rows.count == 3)
    #expect(rows.map(\.code) == [.posted, .attemptFailed, .delivered])
    #expect(
      rows.map(\.outcome) == [.none, .failed(.notHome, .retry), .delivered(to: .family)])
    #expect(
      rows.map { $0.time.text(in: .western) } == [
        "2017-07-27T09:14:00+07:00", "2017-07-27T11:05:00+07:00", "2017-07-27T11:00:30+07:00",
      ])
  }

  @Test func aCodeOfCustomsIsTakenInWithAWarning() throws {
    guard
      case .accepted(_, let warnings) = try Self.events("\(Self.item),EXA,2017-07-27 09:14,,,")[0]
    else {
      Issue.record("the row should be taken in")
      return
    }
    #expect(warnings.map(\.reason) == [.foreignPostEvent])
    #expect(warnings.map(\.column) == ["code"])
  }

  struct BadEvent: CustomTestStringConvertible {
    let row: String
    let column: String
    let reason: RejectionReason
    var testDescription: String { "\(column): \(reason.phrase.english)" }
  }

  @Test(arguments: [
    BadEvent(row: "RR473124820ID,EMA,2017-07-27 09:14,,,", column: "item", reason: .postItem),
    BadEvent(
      row: "\(item),EMZ,2017-07-27 09:14,,,", column: "code",
      reason: .unknownWord(expected: PostEventCode.allCases.map(\.rawValue).sorted())),
    BadEvent(row: "\(item),EMA,,,,", column: "time", reason: .empty),
    BadEvent(row: "\(item),EMA,27 Juli,,,", column: "time", reason: .notAMoment),
    BadEvent(row: "\(item),EMA,2017-07-27 24:00,,,", column: "time", reason: .notAMoment),
    BadEvent(row: "\(item),EMA,2017-07-27 09:14:61,,,", column: "time", reason: .notAMoment),
    BadEvent(row: "\(item),EMA,2017-07-27T09:14+05:00,,,", column: "time", reason: .notAMoment),
    BadEvent(row: "\(item),EMH,2017-07-27 09:14,,RETRY,", column: "reason", reason: .empty),
    BadEvent(row: "\(item),EMH,2017-07-27 09:14,MOVED,,", column: "action", reason: .empty),
    BadEvent(
      row: "\(item),EMH,2017-07-27 09:14,BORED,RETRY,", column: "reason",
      reason: .unknownWord(expected: FailureReason.allCases.map(\.rawValue))),
    BadEvent(row: "\(item),EMI,2017-07-27 09:14,,,", column: "recipient", reason: .empty),
    BadEvent(
      row: "\(item),EMA,2017-07-27 09:14,,,self", column: "recipient",
      reason: .notWithPostEvent(.posted)),
    BadEvent(
      row: "\(item),EMI,2017-07-27 09:14,NOT_HOME,,self", column: "reason",
      reason: .notWithPostEvent(.delivered)),
  ])
  func aBadReportIsRejectedForItsFirstFault(_ bad: BadEvent) throws {
    guard case .rejected(let rejection) = try Self.events(bad.row)[0] else {
      Issue.record("the row should be rejected")
      return
    }
    #expect(rejection.column == bad.column)
    #expect(rejection.reason == bad.reason)
  }

  @Test func theSameReportTwiceIsRejectedOnce() throws {
    let row = "\(Self.item),EDG,2017-07-27 09:14,,,"
    guard case .rejected(let rejection) = try Self.events(row, row)[1] else {
      Issue.record("the second row should be rejected")
      return
    }
    #expect(rejection.reason == .duplicate(firstRow: 2))
  }

  @Test func aRejectionNamesRowColumnAndValue() throws {
    guard case .rejected(let rejection) = try items("\(Self.card),RR473124820ID")[0] else {
      Issue.record("the row should be rejected")
      return
    }
    #expect(
      rejection.phrase.english == """
        line 2, item "RR473124820ID": is not a number of a post item, or its check digit is wrong; \
        write RR473124829ID, say
        """)
  }
}
