import Custody
import Domain
import Foundation
import GRDB
import Storage
import Testing

/// A courier's day with the pocket, without the office.
@Suite struct PocketTests {
  private let office: PocketOffice
  private let pocket: Pocket
  private let run: RunID
  private let cards: [CardID]
  private let morning = PocketOffice.clock(60)
  private let evening = PocketOffice.clock(600)

  init() throws {
    office = try PocketOffice()
    office.grow(by: 7)
    pocket = try office.pocketWithRun()
    run = try PocketOffice.run()
    cards = try (1...6).map { try PocketOffice.card($0) }
  }

  @Test func thePocketShowsTheRunInVisitingOrder() throws {
    let stops = try pocket.stops(of: run, clock: morning)
    #expect(stops.map(\.stop.number) == [1, 2, 3])
    #expect(stops[0].stop.addressLine == "Jl. Kenanga No. 1")
    #expect(stops.flatMap(\.cards).map(\.card.id) == cards)
    #expect(stops.flatMap(\.cards).map(\.needsOldCard) == [false, true, false, true, false, true])
    #expect(try pocket.office() == office.identity)
    let runs = try pocket.runs(clock: morning)
    #expect(runs.map(\.id) == [run])
    #expect(runs.map(\.cardsInBag) == [6])
    #expect(runs.map(\.isReadable) == [true])
  }

  @Test func aHandoverIsOneEventWithEverythingThatIsKnown() throws {
    let recorded = try pocket.deliver(
      [cards[1], cards[0]], to: .family, proofs: Proof.signed, oldCardsTaken: [cards[1]],
      detail: DetailDraft(receiverName: "Ibu Sari", note: "pagar biru"), clock: morning,
      provenance: .scan)
    let event = recorded.event
    #expect(recorded.isNew)
    #expect(event.id == Event.ID(device: pocket.device.description, sequence: 1))
    #expect(event.kind == .delivered)
    #expect(event.cards == Array(cards.prefix(2)))
    #expect(event.exchanged == [cards[1].old])
    #expect(event.giver == .courier(office.courier))
    #expect(event.taker == .resident)
    #expect(event.recipient == .family)
    #expect(event.run == run)
    #expect(event.stop == 1)
    #expect(event.time == morning.wall)
    #expect(event.detail != nil)
    #expect(event.policy == 1)
    #expect(event.provenance == .scan)
    let status = try pocket.status(of: run)
    #expect(status.delivered == 2)
    #expect(status.oldCards == 1)
    #expect(try pocket.nextStop(of: run, clock: morning)?.stop.number == 2)
  }

  @Test func theSameHandoverAgainIsAnsweredAndNotWrittenTwice() throws {
    let first = try pocket.deliver([cards[0]], to: .own, proofs: Proof.signed, clock: morning)
    let again = try pocket.deliver([cards[0]], to: .own, proofs: Proof.signed, clock: evening)
    #expect(!again.isNew)
    #expect(again.event == first.event)
    #expect(throws: CustodyRefusal.alreadyDelivered(cards[0], since: morning.wall)) {
      try pocket.deliver([cards[0]], to: .family, proofs: Proof.signed, clock: evening)
    }
    #expect(throws: CustodyRefusal.alreadyDelivered(cards[0], since: morning.wall)) {
      try pocket.deliver(
        [cards[0], cards[2]], to: .own, proofs: Proof.signed, clock: evening)
    }
    #expect(try pocket.unsentCount() == 1)
  }

  @Test func aFailureIsAnsweredAgainUntilTheCardIsTriedAgain() throws {
    let first = try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    #expect(first.event.action == .retry)
    #expect(try !pocket.fail([cards[0]], reason: .notHome, clock: evening).isNew)
    try pocket.reattempt([cards[0]], clock: evening)
    #expect(try pocket.nextStop(of: run, clock: evening)?.stop.number == 1)
    #expect(try pocket.fail([cards[0]], reason: .notHome, clock: evening).isNew)
    #expect(throws: CustodyRefusal.nothingToTryAgain(cards[1])) {
      try pocket.reattempt([cards[1]], clock: evening)
    }
    #expect(try pocket.events().map(\.kind) == [.failed, .reattempted, .failed])
  }

  @Test func aReplacementIsHandedOverAgainstTheOldCardOnly() throws {
    #expect(throws: PocketRefusal.oldCardNotTaken([cards[1], cards[3]])) {
      try pocket.deliver(
        [cards[3], cards[0], cards[1]], to: .own, proofs: Proof.signed, clock: morning)
    }
    #expect(try pocket.unsentCount() == 0)
    try pocket.deliver(
      [cards[1]], to: .own, proofs: Proof.signed, oldCardsTaken: [cards[1].old], clock: morning)
    #expect(try pocket.status().oldCards == 1)
    #expect(throws: CustodyRefusal.badField(.exchanged)) {
      try pocket.deliver(
        [cards[0]], to: .own, proofs: Proof.signed, oldCardsTaken: [cards[5]], clock: morning)
    }
  }

  @Test func anOfficeMayDoWithoutOldCards() throws {
    let policy = try CustodyPolicy(
      allowedRecipients: [.own], requiresProof: false, maximumAttempts: 2,
      clockToleranceMinutes: 15, requiresOldCard: false, version: 3)
    let other = try PocketOffice.run(2)
    let bundle = try office.runBundle(
      for: pocket, run: other, cards: [11, 12], minute: 40, policy: policy)
    try pocket.take(try office.file(bundle, for: pocket), clock: PocketOffice.clock(40))
    let event = try pocket.deliver(
      [try PocketOffice.card(12)], to: .own, proofs: [], clock: morning
    ).event
    #expect(event.policy == 3)
    #expect(event.run == other)
  }

  @Test func theRulesHoldWithoutTheOffice() throws {
    let stranger = try PocketOffice.card(77)
    #expect(throws: CustodyRefusal.proofMissing([cards[0]])) {
      try pocket.deliver([cards[0]], to: .own, proofs: [], clock: morning)
    }
    #expect(throws: CustodyRefusal.recipientNotAllowed(.neighbourhoodHead)) {
      try pocket.deliver(
        [cards[0]], to: .neighbourhoodHead, proofs: Proof.signed, clock: morning)
    }
    #expect(throws: CustodyRefusal.unknownCard(stranger)) {
      try pocket.deliver(
        [cards[0], stranger], to: .own, proofs: Proof.signed, clock: morning)
    }
    #expect(throws: CustodyRefusal.self) { try pocket.fail([], reason: .notHome, clock: morning) }
    #expect(throws: PocketRefusal.badResidentPIN) {
      try pocket.deliver(
        [cards[0]], to: .own, proofs: [], detail: DetailDraft(pin: "12345"), clock: morning)
    }
    #expect(throws: CustodyRefusal.self) { try pocket.reportFee(rupiah: 0, clock: morning) }
    #expect(try pocket.unsentCount() == 0)
    #expect(try pocket.status().untouched == 6)
  }

  @Test func cardsOfDifferentRunsAreRecordedApart() throws {
    let other = try office.runBundle(
      for: pocket, run: PocketOffice.run(2), cards: [11], minute: 40)
    try pocket.take(try office.file(other, for: pocket), clock: PocketOffice.clock(40))
    let card = try PocketOffice.card(11)
    #expect(throws: PocketRefusal.differentRuns(cards[0], card)) {
      try pocket.fail([cards[0], card], reason: .notHome, clock: morning)
    }
    #expect(try pocket.status().cards == 7)
    #expect(try pocket.status(of: PocketOffice.run(2)).cards == 1)
    #expect(try pocket.runs(clock: morning).count == 2)
  }

  @Test func cardsAreLeftAtTheVillageOfficeOnce() throws {
    let desa = try PocketOffice.desa()
    let held = try pocket.hold([cards[0]], at: desa, clock: morning)
    #expect(held.event.taker == .villageOffice(desa))
    #expect(try !pocket.hold([cards[0]], at: desa, clock: evening).isNew)
    #expect(try pocket.status().held == 1)
    #expect(try pocket.returnAll(run, clock: evening)?.event.cards == Array(cards.dropFirst()))
  }

  @Test func everythingLeftInTheBagGoesBackAtOnceOldCardsIncluded() throws {
    try pocket.deliver(
      [cards[1]], to: .own, proofs: Proof.signed, oldCardsTaken: [cards[1]], clock: morning)
    try pocket.withdraw([cards[0]], clock: morning)
    try pocket.fail([cards[2]], reason: .refused, clock: morning)
    let event = try #require(try pocket.returnAll(run, clock: evening)).event
    let expected = [cards[0], cards[2], cards[3], cards[4], cards[5]]
    #expect(event.cards == (expected + [cards[0].old, cards[1].old]).sorted())
    #expect(event.taker == .office)
    #expect(try pocket.returnAll(run, clock: evening) == nil)
    #expect(try pocket.status().returned == 5)
    #expect(try pocket.status().oldCards == 0)
    #expect(throws: PocketRefusal.unknownRun(try PocketOffice.run(9))) {
      try pocket.returnAll(try PocketOffice.run(9), clock: evening)
    }
  }

  @Test func aCountBeforeSettingOutNamesEveryCard() throws {
    let extra = try PocketOffice.card(50)
    let count = try pocket.scanOut(
      run, scanned: [cards[4], cards[0], cards[0], cards[1], cards[2], extra], clock: morning)
    #expect(count.missing == [cards[3], cards[5]])
    #expect(count.extra == [extra])
    #expect(try pocket.events().map(\.kind) == [.scannedOut, .missing])
    #expect(try pocket.events().map(\.cards) == [count.present, count.missing])
    #expect(throws: CustodyRefusal.isMissing(cards[3])) {
      try pocket.fail([cards[3]], reason: .notHome, clock: morning)
    }
    let event = try #require(try pocket.returnAll(run, clock: evening)).event
    #expect(event.cards == count.present)
  }

  @Test func aSecondCountRecordsOnlyWhatIsNew() throws {
    _ = try pocket.scanOut(run, scanned: Array(cards.prefix(5)), clock: morning)
    #expect(try pocket.events().count == 2)
    _ = try pocket.scanOut(run, scanned: Array(cards.prefix(5)), clock: morning)
    #expect(try pocket.events().count == 2)
    let count = try pocket.scanOut(run, scanned: cards, clock: morning)
    #expect(count.isComplete)
    let events = try pocket.events()
    #expect(events.suffix(2).map(\.kind) == [.found, .scannedOut])
    #expect(events.suffix(2).map(\.cards) == [[cards[5]], [cards[5]]])
    #expect(try pocket.stops(of: run, clock: morning).flatMap(\.cards).allSatisfy(\.isScanned))
  }

  @Test func aMissingCardThatTurnsUpIsFound() throws {
    _ = try pocket.scanOut(run, scanned: Array(cards.prefix(5)), clock: morning)
    #expect(try pocket.status().missing == 1)
    try pocket.find([cards[5]], clock: evening)
    #expect(try pocket.status().missing == 0)
    #expect(throws: CustodyRefusal.notMissing(cards[5])) {
      try pocket.find([cards[5]], clock: evening)
    }
  }

  @Test func aDemandOfMoneyIsWrittenDown() throws {
    let event = try pocket.reportFee(
      rupiah: 50_000, cards: [cards[0]], detail: DetailDraft(note: "diminta di loket"),
      clock: morning
    ).event
    #expect(event.kind == .feeReported)
    #expect(event.fee == 50_000)
    #expect(event.run == run)
    let general = try pocket.reportFee(rupiah: 1, clock: morning).event
    #expect(general.cards.isEmpty)
    #expect(general.run == nil)
    #expect(try pocket.status().untouched == 6)
  }

  @Test func whatWasWrittenOnPaperIsMarkedSo() throws {
    let time = PocketOffice.time(90)
    let event = try pocket.deliver(
      [cards[0]], to: .own, proofs: [], at: time, clock: evening
    ).event
    #expect(event.provenance == .paper)
    #expect(event.time == time)
    #expect(event.clock?.latest == evening.wall)
    #expect(throws: CustodyRefusal.self) {
      try pocket.fail([cards[2]], reason: .notHome, at: PocketOffice.time(700), clock: evening)
    }
    #expect(throws: CustodyRefusal.self) {
      try pocket.fail([cards[2]], reason: .notHome, at: PocketOffice.time(0), clock: evening)
    }
  }

  @Test func nothingIsRecordedBeforeTheFirstRun() throws {
    let empty = try office.pocket("empty.sqlite")
    #expect(throws: PocketRefusal.noRunYet) {
      try empty.fail([cards[0]], reason: .notHome, clock: morning)
    }
    #expect(throws: PocketRefusal.noRunYet) { try empty.bundle(clock: morning) }
    #expect(try empty.office() == nil)
    #expect(try empty.runs(clock: morning).isEmpty)
    #expect(try empty.status().cards == 0)
  }

  @Test func aPocketIsNeverWrittenOver() throws {
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    let path = office.path()
    #expect(throws: StorageError.alreadyExists(path: path)) { try office.pocket() }
    #expect(try office.open(clock: morning).unsentCount() == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: office.folder)
    #expect(left.filter { $0.hasPrefix("pocket.sqlite.") } == [])
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test func whatIsNoPocketIsNotOpened() throws {
    #expect(throws: StorageError.notAPocket(path: "/nowhere/pocket")) {
      try Pocket.open(at: "/nowhere/pocket", pin: PocketOffice.pin, clock: morning)
    }
    let other = office.path("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: StorageError.notAPocket(path: other)) { try office.open("other.sqlite") }
  }

  @Test func twoProcessesWriteOneChain() throws {
    let second = try office.open(clock: morning)
    for (index, card) in cards.enumerated() {
      let writer = index.isMultiple(of: 2) ? pocket : second
      try writer.fail([card], reason: .notHome, clock: morning)
    }
    var chain = DeviceChain(
      workspaceID: office.keys.workspaceID, device: pocket.device.description,
      publicKey: try DeviceRequest(fileBytes: pocket.requestFile).registration.signingKey)
    for signed in try second.signedEvents() { try chain.append(signed) }
    #expect(chain.head.count == 6)
  }

  @Test(arguments: [
    PocketRefusal.noRunYet, .badResidentPIN, .oldCardNotTaken([]), .badClock,
  ])
  func everyRefusalSpeaksBothLanguages(refusal: PocketRefusal) {
    #expect(refusal.phrase.indonesian != refusal.phrase.english)
    #expect(refusal.code == refusal.code.uppercased())
  }
}
