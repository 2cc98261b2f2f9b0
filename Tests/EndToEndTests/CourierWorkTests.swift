import Custody
import Domain
import Foundation
import Testing

/// The work screen at a terminal of its own.
@Suite struct CourierWorkTests {
  @Test func aHouseholdIsServedWithAFewKeysAndTheTerminalIsGivenBack() throws {
    let device = try FieldDevice(cards: 4, oldCards: [1])
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 2")
    try work.wait(for: "! take the old card in exchange")
    #expect(!work.isAsAShellExpectsIt)
    work.type("1")
    try work.wait(for: "5  I have the old card in my hand")
    work.type("5")
    try work.wait(for: "Event 1: \(device.office.card(1))")
    work.type("2Siti\r")
    try work.wait(for: "handed to family in the household (Siti)")
    work.type("\r")
    try work.wait(for: "Stop 2 of 2")
    work.type("*0\r")
    try work.wait(for: "Every stop is recorded")
    try work.wait(for: "3 unsent")
    work.type("q")
    #expect(work.end() == 0)
    #expect(work.isAsAShellExpectsIt)
    #expect(String(decoding: work.written, as: UTF8.self).hasSuffix("\u{1B}[?1049l"))

    let events = try device.sent().map(\.event)
    #expect(events.map(\.kind) == [.delivered, .delivered, .failed])
    #expect(events[0].exchanged == [device.office.card(1).old])
    #expect(events[2].cards == [device.office.card(3), device.office.card(4)])
  }

  @Test func aScannerTypesACardAndTheScanIsProof() throws {
    let device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 2")
    work.type("\(device.office.card(4))\r")
    try work.wait(for: "scanned: \(device.office.card(4))")
    work.type("1\r")
    try work.wait(for: "Event 1: ")
    work.type("\u{03}")
    #expect(work.end() == 0)
    let event = try device.sent()[0].event
    #expect(event.provenance == .scan)
    #expect(event.proofs.map(\.kind) == [.signature, .scan])
  }

  @Test func aForeignCodeIsNoKey() throws {
    let device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 2")
    work.type("HANTAR1 1111111111111111 11 1111\r")
    try work.wait(for: "is not a card")
    work.type("q")
    #expect(work.end() == 0)
    #expect(try device.sent().isEmpty)
  }

  @Test func moneyShowsTheLawAndIsRecorded() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 1")
    work.type("$25000\r")
    try work.wait(for: "article 95B")
    work.type(" ")
    try work.wait(for: "1 r  resident, signature")
    work.type("q")
    #expect(work.end() == 0)
    #expect(try device.sent().map(\.event.fee) == [25_000])
  }

  @Test func aRefusalIsShownAndTheScreenStays() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 1")
    work.type("5\r")
    try work.wait(for: "has not failed")
    work.type("q")
    #expect(work.end() == 0)
    #expect(try device.sent().isEmpty)
  }

  @Test func whereTheDeviceIsGoesWithTheRecordWhileItIsNews() throws {
    let device = try FieldDevice(cards: 4)
    defer { device.program.remove() }
    try device.program.write("-5.3923,105.2635,12\n", to: "gps")
    let work = try ProgramTerminal(device.program, ["courier", "work", "--position-file", "gps"])
    try work.wait(for: "Stop 1 of 2")
    work.type("1\r")
    try work.wait(for: "Event 1: ")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -600)],
      ofItemAtPath: device.program.path("gps"))
    work.type("1\r")
    try work.wait(for: "Event 2: ")
    work.type("q")
    #expect(work.end() == 0)
    #expect(try device.sent().map { $0.event.detail != nil } == [true, false])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalEndsTheScreenAndGivesTheTerminalBack(signal: Int32) throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    try work.wait(for: "Stop 1 of 1")
    work.send(signal)
    #expect(work.end() == -signal)
    #expect(work.isAsAShellExpectsIt)
  }

  @Test func whatWasConfirmedOnTheScreenOutlivesAKill() throws {
    let device = try FieldDevice(cards: 40)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"])
    for number in 1...20 {
      work.type("11")
      try work.wait(for: "Event \(number): ")
    }
    work.type("1")
    work.send(SIGKILL)
    #expect(work.end() == -SIGKILL)
    #expect(try device.sent().count == 20)
  }

  @Test func aSmallTerminalIsToldSo() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let work = try ProgramTerminal(device.program, ["courier", "work"], columns: 40, rows: 12)
    try work.wait(for: "It needs at least 80x24.")
    work.type("1\r1\r")
    work.type("q")
    #expect(work.end() == 0)
    #expect(try device.sent().isEmpty, "nothing is recorded unseen")
  }

  @Test func withoutATerminalTheScreenNamesTheCommandsForScripts() throws {
    let device = try FieldDevice(cards: 2)
    defer { device.program.remove() }
    let outcome = try device.program.run("courier", "work")
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.errors.contains("hantar courier next"))
    #expect(outcome.output.isEmpty)
  }

  @Test func thePINIsAskedForWithoutShowingIt() throws {
    let device = try FieldDevice(cards: 2)
    var program = device.program
    defer { program.remove() }
    program.settings["HANTAR_PIN_FILE"] = ""
    let status = try ProgramTerminal(program, ["courier", "status"])
    try status.wait(for: "PIN:")
    status.type("271840\u{7F}9\r")
    #expect(status.end() == 0)
    #expect(status.isAsAShellExpectsIt)
    #expect(!String(decoding: status.written, as: UTF8.self).contains("27184"))
    try #require(status.screen.lines.joined().contains("2 cards: 0 delivered"))

    let cancelled = try ProgramTerminal(program, ["courier", "status"])
    try cancelled.wait(for: "PIN:")
    cancelled.type("27\u{03}")
    #expect(cancelled.end() == 1)
    #expect(cancelled.isAsAShellExpectsIt)
  }

  @Test func aNewPINIsTypedTwice() throws {
    var program = try Program()
    defer { program.remove() }
    program.settings["HANTAR_PIN_FILE"] = ""
    let enrol = ["courier", "enrol", "--courier", "SP-017"]
    let differing = try ProgramTerminal(program, enrol)
    try differing.wait(for: "New PIN")
    differing.type("271849\r")
    try differing.wait(for: "Once more")
    differing.type("271848\r")
    #expect(differing.end() == 1)
    let agreeing = try ProgramTerminal(program, enrol)
    try agreeing.wait(for: "New PIN")
    agreeing.type("271849\r")
    try agreeing.wait(for: "Once more")
    agreeing.type("271849\r")
    #expect(agreeing.end() == 0)
    try #require(agreeing.screen.lines.joined().contains("SP-017.device"))
  }
}
