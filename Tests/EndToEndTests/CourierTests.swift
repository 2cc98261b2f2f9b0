import Custody
import Domain
import Foundation
import Testing

/// A courier's day on the device, command by command, with an office that only has its keys.
@Suite struct CourierTests {
  @Test(arguments: [
    "enrol", "unlock", "lock", "open", "scan", "work", "runs", "stops", "next", "deliver", "fail",
    "again", "hold", "withdraw", "fee", "return", "enter", "status", "bundle",
  ])
  func everyCommandExplainsItselfInBothLanguages(command: String) throws {
    let program = try Program()
    defer { program.remove() }
    let english = try program.succeed("courier", command, "--help", "--lang", "en")
    let indonesian = try program.succeed("courier", command, "--help", "--lang", "id")
    #expect(english.contains("Example") && indonesian.contains("Contoh"))
    #expect(english.split(separator: "\n").allSatisfy { !$0.contains("Berkas") }, "\(english)")
  }

  // MARK: - PIN and session

  @Test func aDeviceIsEnrolledOnceAndItsSecretsAreItsOwnersOnly() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let again = try device.program.run(
      "courier", "enrol", "--courier", "SP-017", "--pocket", "one.pocket")
    #expect(again.status == 73, "\(again)")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: device.program.path("one.pocket"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(device.request.courier.description == "SP-017")
  }

  @Test(arguments: ["12345", "111111", "123456", ""])
  func aPINThatIsEasilyGuessedIsRefused(pin: String) throws {
    var program = try Program()
    defer { program.remove() }
    program.settings["HANTAR_PIN_FILE"] = program.path("pin")
    try program.write(pin + "\n", to: "pin")
    let outcome = try program.run("courier", "enrol", "--courier", "SP-017")
    #expect(outcome.status != 0, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: program.path("SP-017.pocket")))
  }

  @Test func aWrongPINSaysHowLongToWaitAndEveryOneMakesItLonger() throws {
    let device = try FieldDevice(cards: 2)
    var program = device.program
    defer { program.remove() }
    try program.write("999991\n", to: "wrong")
    func attempt(_ pin: String, at second: Int) throws -> Program.Outcome {
      program.now = "2017-07-27T08:\(second / 60 + 10):\(second % 60 + 10)+07:00"
      return try program.run("courier", "status", "--pin-file", pin)
    }
    let first = try attempt("wrong", at: 0)
    #expect(first.status == 1 && first.errors.contains("try again in 1 s"), "\(first)")
    let second = try attempt("wrong", at: 1)
    #expect(second.errors.contains("try again in 2 s"), "\(second)")
    let third = try attempt("wrong", at: 3)
    #expect(third.errors.contains("try again in 4 s"), "\(third)")
    let tooSoon = try attempt("pin", at: 4)
    #expect(tooSoon.status == 1 && tooSoon.errors.contains("wait 3 s"), "\(tooSoon)")
    let right = try attempt("pin", at: 7)
    #expect(right.status == 0, "\(right)")
  }

  @Test func aChangedPINOpensThePocketAndTheOldOneDoesNot() throws {
    var device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    try device.program.write("806213\n", to: "new")
    try device.program.succeed("courier", "pin", "--new-pin-file", "new")
    let refused = try device.program.run("courier", "unlock")
    #expect(refused.status == 1, "\(refused)")
    device.at("2017-07-27T08:30:00+07:00")
    try device.program.succeed("courier", "unlock", "--pin-file", "new")
  }

  @Test func thePINIsTypedOnceAShift() throws {
    let device = try FieldDevice(cards: 2)
    var program = device.program
    defer { program.remove() }
    try program.succeed("courier", "unlock")
    program.settings["HANTAR_PIN_FILE"] = ""
    try program.succeed("courier", "status")
    let session = try #require(
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        .first { $0.hasSuffix(".session") })
    let attributes = try FileManager.default.attributesOfItem(atPath: program.path(session))
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let kept = try Data(contentsOf: program.folder.appending(path: session))
    try program.succeed("courier", "lock")
    #expect(try program.run("courier", "status").status == 66)
    try kept.write(to: program.folder.appending(path: session))
    chmod(program.path(session), 0o600)
    let stolen = try program.run("courier", "status")
    #expect(stolen.status == 66, "a session that was ended opens nothing: \(stolen)")
  }

  @Test func aSessionEndsAfterTwelveHours() throws {
    let device = try FieldDevice(cards: 2)
    var program = device.program
    defer { program.remove() }
    try program.succeed("courier", "unlock")
    program.settings["HANTAR_PIN_FILE"] = ""
    program.now = "2017-07-27T19:59:00+07:00"
    try program.succeed("courier", "status")
    program.now = "2017-07-27T20:01:00+07:00"
    #expect(try program.run("courier", "status").status == 66)
  }

  @Test func aSessionThatOthersMayReadIsNotUsed() throws {
    let device = try FieldDevice(cards: 2)
    var program = device.program
    defer { program.remove() }
    try program.succeed("courier", "unlock")
    let session = try #require(
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        .first { $0.hasSuffix(".session") })
    chmod(program.path(session), 0o644)
    program.settings["HANTAR_PIN_FILE"] = ""
    #expect(try program.run("courier", "status").status == 66)
  }

  // MARK: - At the door

  @Test func cardsAreHandedOverWithEveryKindOfProof() throws {
    let device = try FieldDevice(cards: 8, oldCards: [3])
    let program = device.program
    defer { program.remove() }
    try program.write("not really a photo", to: "door.jpg")
    try program.write("482915\n", to: "resident")
    let cards = (1...8).map { device.office.card($0).description }
    try program.succeed(
      "courier", "deliver", cards[0], "--to", "self", "--proof", "photo=door.jpg", "--proof",
      "scan=\(cards[0])", "--position", "-5.39,105.26,12", "--gps-time", "2017-07-27T01:00:00Z")
    try program.succeed(
      "courier", "deliver", cards[1], "--to", "family", "--received-by", "Siti", "--proof", "thumb")
    try program.succeed(
      "courier", "deliver", cards[2], "--to", "self", "--proof", "pin", "--proof", "old-card",
      "--resident-pin-file", "resident")
    try program.succeed("courier", "fail", cards[3], "--reason", "MOVED", "--action", "ESCALATE")
    try program.succeed("courier", "fail", cards[4], "--reason", "NOT_HOME")
    try program.succeed("courier", "again", cards[4])
    try program.succeed("courier", "hold", cards[5], "--received-by", "Lurah")
    try program.succeed("courier", "return")

    let events = try device.sent()
    #expect(
      events.map(\.event.kind) == [
        .delivered, .delivered, .delivered, .failed, .failed, .reattempted, .held, .returned,
      ])
    #expect(events[0].event.proofs.map(\.kind) == [.photo, .scan])
    #expect(events[0].event.proofs[0].digest?.count == 64)
    #expect(events[0].event.clock?.satellite != nil)
    #expect(events[2].event.exchanged.map(\.description) == ["OLD-" + cards[2].dropFirst(4)])
    #expect(events[2].event.proofs.contains { $0.kind == .pin })
    #expect(events[3].event.action == .escalate)
    #expect(events[4].event.action == .retry)
    #expect(events[7].event.cards.count == 5, "two untouched, two failed, one old card")
    let wire = String(decoding: events.flatMap(\.canonical), as: UTF8.self)
    for secret in ["482915", "Siti", "Lurah", "Resident", "-5.39"] {
      #expect(!wire.contains(secret), "\(secret)")
    }
  }

  struct Mistake: CustomTestStringConvertible {
    let arguments: [String]
    var status: Int32 = 1
    let says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Mistake(arguments: ["deliver", "KTP", "--to", "self"], says: "no proof"),
    Mistake(
      arguments: ["deliver", "KTP", "--to", "rt", "--proof", "signature"],
      says: "recipient not allowed"),
    Mistake(
      arguments: ["deliver", "OLD", "--to", "self", "--proof", "signature"],
      says: "the old card"),
    Mistake(
      arguments: ["deliver", "KTP", "--to", "self", "--proof", "scan=OLD"],
      says: "not of a card handed over"),
    Mistake(
      arguments: ["deliver", "KTP", "--to", "self", "--proof", "scan=hello"], status: 65,
      says: "not a card"),
    Mistake(
      arguments: ["deliver", "9999-9", "--to", "self", "--proof", "thumb"], status: 65,
      says: "9999-9"),
    Mistake(
      arguments: ["deliver", "KTP", "--to", "self", "--proof", "photo=none.jpg"], status: 66,
      says: "none.jpg"),
    Mistake(arguments: ["again", "KTP"], says: "has not failed"),
    Mistake(arguments: ["fail", "KTP", "--reason", "ASLEEP"], status: 64, says: "ASLEEP"),
    Mistake(
      arguments: ["hold", "KTP", "--at", "18.71"], status: 64, says: "must be the code of a desa"),
    Mistake(arguments: ["fee", "0"], status: 64, says: "more than 0"),
    Mistake(arguments: ["open", "none.run"], status: 66, says: "none.run"),
    Mistake(arguments: ["next", "--run", "R-20170727-9-009"], says: "R-20170727-9-009"),
  ])
  func aMistakeIsExplainedAndChangesNothing(_ mistake: Mistake) throws {
    let device = try FieldDevice(cards: 2, oldCards: [2])
    defer { device.program.remove() }
    let words = mistake.arguments.map { word in
      word.replacing("KTP", with: device.office.card(1).description)
        .replacing("OLD", with: device.office.card(2).description)
    }
    let outcome = try device.program.run(["courier"] + words)
    #expect(outcome.status == mistake.status, "\(outcome)")
    #expect(outcome.errors.contains(mistake.says), "\(outcome)")
    #expect(try device.sent().isEmpty)
  }

  @Test func whatIsRecordedTwiceIsWrittenOnce() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let deliver =
      ["courier", "deliver", device.office.card(1).description, "--to", "self"]
      + ["--proof", "signature"]
    let first = try device.program.run(deliver)
    #expect(first.status == 0 && first.output.contains("(event 1)"), "\(first)")
    let second = try device.program.run(deliver)
    #expect(second.status == 0 && second.output.contains("Already recorded (event 1)"))
    #expect(try device.sent().count == 1)
  }

  @Test func moneyIsRefusedWithTheLawInBothLanguages() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let paid = try device.program.run(
      "courier", "deliver", device.office.card(1).description, "--to", "self", "--proof",
      "signature", "--paid", "10000")
    #expect(paid.status == 1, "\(paid)")
    let reported = try device.program.run("courier", "fee", "20000", "--note", "at the gate")
    #expect(reported.status == 0, "\(reported)")
    for text in [paid.output, reported.output] {
      #expect(text.contains("(Pasal 95B)") && text.contains("(article 95B)"), "\(text)")
    }
    let events = try device.sent().map(\.event)
    #expect(events.map(\.kind) == [.feeReported, .feeReported])
    #expect(events.map(\.fee) == [10_000, 20_000])
  }

  @Test func anOldCardGivenUpLaterIsTakenByItself() throws {
    let device = try FieldDevice(cards: 2, oldCards: [1])
    defer { device.program.remove() }
    let card = device.office.card(1)
    let lacking = try device.program.run(
      "courier", "fail", card.description, "--reason", "OLD_CARD_MISSING")
    #expect(lacking.status == 0, "\(lacking)")
    try device.program.succeed("courier", "withdraw", card.description)
    let events = try device.sent().map(\.event)
    #expect(events.map(\.kind) == [.failed, .withdrawn])
    #expect(events[1].cards == [card.old])
  }

  // MARK: - The bag

  @Test func aCountOfTheBagNamesWhatIsMissingAndWhatIsTooMuch() throws {
    let device = try FieldDevice(cards: 4)
    let program = device.program
    defer { program.remove() }
    let cards = (1...4).map { device.office.card($0).description }
    let stranger = device.office.card(77).description
    try program.write(
      ([cards[0].lowercased(), cards[1].filter(\.isNumber), cards[2], cards[2]] + [stranger])
        .joined(separator: "\r\n"), to: "bag.txt")
    let count = try program.run("courier", "scan", "bag.txt")
    #expect(count.status == 1, "\(count)")
    #expect(count.output.contains("4 cards should be in the bag, 3 there, 1 missing, 1 too many"))
    #expect(count.output.contains("missing: \(cards[3])"))
    #expect(count.output.contains("too many: \(stranger)"))
    let lost = try program.run(
      "courier", "deliver", cards[3], "--to", "self", "--proof", "signature")
    #expect(lost.status == 1, "\(lost)")

    try program.write(cards.joined(separator: "\n"), to: "bag.txt")
    try program.succeed("courier", "scan", "bag.txt")
    try program.succeed("courier", "deliver", cards[3], "--to", "self", "--proof", "signature")
    #expect(
      try device.sent().map(\.event.kind) == [
        .scannedOut, .missing, .found, .scannedOut, .delivered,
      ])
  }

  @Test func aPaperDayIsTypedInOnceAndMarkedAsPaper() throws {
    var device = try FieldDevice(cards: 4, oldCards: [2])
    defer { device.program.remove() }
    device.at("2017-07-27T17:00:00+07:00")
    let cards = (1...4).map { device.office.card($0).description }
    try device.program.write(
      """
      card_id,outcome,time,recipient,reason,proofs
      \(cards[0]),delivered,09:00,self,,signature
      \(cards[1]),delivered,09:10,self,,signature
      \(cards[2]),failed,09:20,,NOT_HOME,
      \(cards[3]),failed,23:50,,NOT_HOME,
      """, to: "sheet.csv")
    let first = try device.program.run("courier", "enter", "sheet.csv")
    #expect(first.status == 1, "\(first)")
    #expect(first.output.contains("2 cards recorded, 0 recorded before"), "\(first)")
    #expect(first.errors.contains("the old card"), "\(first)")
    let second = try device.program.run("courier", "enter", "sheet.csv")
    #expect(second.output.contains("0 cards recorded, 2 recorded before"), "\(second)")
    let events = try device.sent().map(\.event)
    #expect(events.map(\.provenance) == [.paper, .paper])
    #expect(events.map(\.kind) == [.delivered, .failed])
  }

  // MARK: - The office

  @Test func theOfficesAnswerSaysWhatHasArrivedAndWhatWasRefused() throws {
    let device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    for serial in 1...3 { try device.deliver(serial) }
    let events = try device.sent()
    #expect(events.count == 3)
    let said = try device.bring(
      try device.office.answer(
        to: Array(events.prefix(2)), refusals: [.init(sequence: 2, code: "NOT_HOLDER")],
        for: device.request), named: "one.ack")
    #expect(said.contains("The office has 2 more events; 1 unsent"), "\(said)")
    #expect(said.contains("event 2 was not accepted by the office (NOT_HOLDER)"), "\(said)")
    #expect(try device.sent().map(\.event.id.sequence) == [3])
    let status = try device.program.succeed("courier", "status")
    #expect(status.contains("the office does not have 1 yet"), "\(status)")
    #expect(status.contains("(NOT_HOLDER)"))
    #expect(status.contains("Last word of the office: 2017-07-27T18:00:00+07:00"))
    let again = try device.bring(
      try device.office.answer(to: events, for: device.request), named: "two.ack")
    #expect(again.contains("The office has 1 more event; 0 unsent"), "\(again)")
  }

  @Test func aFileFromAnotherOfficeIsRefused() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let other = try StandInOffice().runFile(cards: 2, number: 2, for: device.request)
    try Data(other).write(to: device.program.folder.appending(path: "two.run"))
    let outcome = try device.program.run("courier", "open", "two.run")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.errors.contains("another office"), "\(outcome)")
    #expect(try device.program.json("courier", "runs").count == 1)
  }

  @Test func oneDeviceCarriesTheSealedFileOfAnother() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    try device.deliver(1)
    try device.program.succeed("courier", "bundle", "--out", "mine.bundle")
    try device.deliver(2)
    try device.program.succeed(
      "courier", "bundle", "--carry", "mine.bundle", "mine.bundle", "--out", "both.bundle")
    let file = Array(try Data(contentsOf: device.program.folder.appending(path: "both.bundle")))
    #expect(try device.office.events(in: file).map(\.event.id.sequence) == [1, 2, 1])
  }

  @Test func severalRunsAreInOnePocketAndTheOpenOneComesFirst() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    try device.bring(
      try device.office.runFile(cards: 3, number: 2, for: device.request), named: "two.run")
    let runs = try device.program.json("courier", "runs")
    #expect(runs.map { $0["cards"] as? Int } == [2, 3])
    for serial in 1...2 { try device.deliver(serial) }
    let next = try device.program.succeed("courier", "next", "--ids")
    #expect(next.contains(device.office.card(1001).description), "\(next)")
    let stops = try device.program.json("courier", "stops", "--run", "R-20170727-1-001")
    #expect(stops.map { $0["status"] as? String } == ["delivered", "delivered"])
  }

  @Test func namesAreGoneAfterTheRunIsOverAndTheCardsCanStillBeRecorded() throws {
    var device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    device.at("2017-07-29T08:00:00+07:00")
    let next = try device.program.run("courier", "next")
    #expect(next.status == 1, "\(next)")
    #expect(next.errors.contains("is closed"), "\(next)")
    try device.deliver(1)
    try device.program.succeed("courier", "return", "--run", "R-20170727-1-001")
    #expect(try device.sent().count == 2)
  }

  // MARK: - Clocks

  @Test func aClockThatIsSetBackIsToldByTheMonotonicOne() throws {
    var device = try FieldDevice(cards: 4, settings: ["HANTAR_UPTIME": "1000@first"])
    defer { device.program.remove() }
    device.program.settings["HANTAR_UPTIME"] = "4600@first"
    device.at("2017-07-27T08:05:00+07:00")
    try device.deliver(1)
    let clock = try #require(try device.sent()[0].event.clock)
    #expect(clock.elapsed == 3_600_000)
    #expect(clock.earliest.text(in: .western) == "2017-07-27T08:30:00+07:00")
    #expect(clock.latest == clock.earliest, "the wall clock shows less and bounds nothing")

    device.program.settings["HANTAR_UPTIME"] = "10@second"
    device.at("2017-07-27T10:00:00+07:00")
    try device.deliver(2)
    let after = try #require(try device.sent()[1].event.clock)
    #expect(after.elapsed == nil, "the device was restarted")
    #expect(after.earliest >= clock.earliest)
    #expect(after.latest.text(in: .western) == "2017-07-27T10:00:00+07:00")
  }

  @Test func aPretendedUptimeThatIsNoneIsRefused() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    var program = device.program
    program.settings["HANTAR_UPTIME"] = "soon"
    let outcome = try program.run("courier", "status")
    #expect(outcome.status == 65 && outcome.errors.contains("HANTAR_UPTIME=soon"), "\(outcome)")
  }
}
