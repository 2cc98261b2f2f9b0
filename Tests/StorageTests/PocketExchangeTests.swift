import Custody
import Domain
import Foundation
import Storage
import Testing

/// What a pocket takes from its office and gives to it.
@Suite struct PocketExchangeTests {
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

  @discardableResult
  private func take(_ answer: Acknowledgement, at clock: ClockReading? = nil) throws
    -> Pocket.Receipt
  {
    let taken = try pocket.take(try office.file(answer, for: pocket), clock: clock ?? evening)
    guard case .acknowledgement(let receipt)? = taken.first else { throw BundleError.notABundle }
    return receipt
  }

  @Test func theOfficeReadsWhatThePocketWrote() throws {
    try pocket.deliver(
      [cards[0]], to: .own, proofs: [],
      detail: DetailDraft(receiverName: "Ibu Sari", pin: "482913"), clock: morning)
    try pocket.fail([cards[2]], reason: .notHome, clock: morning)
    let reading = office.read(try pocket.bundle(clock: evening))
    let bundle = try #require(reading.bundles.first)
    #expect(bundle.isSigned)
    #expect(bundle.sent == evening)
    #expect(try bundle.checkpoint == pocket.checkpoint())
    #expect(bundle.entries.map(\.event) == (try pocket.events()))
    #expect(bundle.entries.map(\.recorded) == [morning, morning])
    let (event, detail) = (bundle.entries[0].event, try #require(bundle.entries[0].detail))
    #expect(detail.commitment == event.detail)
    #expect(detail.receiverName == "Ibu Sari")
    #expect(event.proofs == [Proof(kind: .pin)])
    let sealed = try #require(detail.sealedPIN)
    #expect(
      try ResidentPIN.open(sealed, for: event.id, cards: event.cards, with: office.keys.box)
        == "482913")
    #expect(bundle.entries[1].detail == nil)
  }

  @Test func eventsAreSentUntilTheOfficeHasThem() throws {
    for card in cards.prefix(4) { try pocket.fail([card], reason: .notHome, clock: morning) }
    #expect(try pocket.unsentCount() == 4)
    #expect(office.read(try pocket.bundle(clock: evening)).bundles[0].entries.count == 4)
    office.grow(by: 2)
    let receipt = try take(
      try office.answer(
        to: pocket, through: 3, minute: 590, provedFrom: [7],
        refusing: [Acknowledgement.Refusal(sequence: 2, code: "NOT_HOLDER")]))
    #expect(receipt.confirmed == 3)
    #expect(receipt.unsent == 1)
    #expect(receipt.refusals.map(\.code) == ["NOT_HOLDER"])
    #expect(try pocket.refusals().map(\.sequence) == [2])
    let next = office.read(try pocket.bundle(clock: evening)).bundles[0]
    #expect(next.entries.map(\.event.id.sequence) == [4])
    #expect(next.entries[0].signed.previous == (try pocket.signedEvents()[2].hash))
    #expect(try pocket.events().count == 4)
  }

  @Test func anAnswerTwiceOrLateChangesNothing() throws {
    for card in cards.prefix(4) { try pocket.fail([card], reason: .notHome, clock: morning) }
    let early = try office.answer(to: pocket, through: 1, minute: 100)
    office.grow()
    let late = try office.answer(to: pocket, through: 4, minute: 200, provedFrom: [7])
    #expect(try take(late).confirmed == 4)
    #expect(try take(late).confirmed == 0)
    #expect(try take(early).confirmed == 0)
    #expect(try pocket.unsentCount() == 0)
    #expect(try pocket.checkpoint()?.size == 8)
    #expect(office.read(try pocket.bundle(clock: evening)).bundles[0].entries.isEmpty)
  }

  @Test func onceTheOfficeHasThemTheDeviceForgetsDetails() throws {
    try pocket.deliver(
      [cards[0]], to: .own, proofs: Proof.signed, detail: DetailDraft(note: "pagar biru"),
      clock: morning)
    try take(try office.answer(to: pocket, through: 0, minute: 100))
    #expect(office.read(try pocket.bundle(clock: evening)).bundles[0].entries[0].detail != nil)
    try take(try office.answer(to: pocket, minute: 100))
    #expect(try pocket.unsentCount() == 0)
    #expect(try pocket.events().count == 1)
  }

  @Test func anOfficeWhoseLogShrankIsRefusedAndItsWordKept() throws {
    let held = try pocket.checkpoint()
    office.shrink(to: 5)
    let answer = try office.answer(to: pocket, minute: 120)
    let error = BundleError.logShrunk(held: 7, offered: 5)
    for _ in 0..<2 { #expect(throws: error) { try take(answer) } }
    let evidence = try pocket.evidence()
    #expect(evidence.map(\.reason) == [error])
    #expect(evidence.map(\.held) == [held])
    #expect(evidence.map(\.offered) == [answer.note.checkpoint])
    #expect(evidence.allSatisfy { $0.offered.isSigned(by: office.identity.signingKey) })
    #expect(try pocket.checkpoint() == held)
    #expect(error.phrase.english.contains("shrank"))
  }

  @Test func anOfficeThatRewroteHistoryIsRefused() throws {
    office.rewrite(from: 2)
    #expect(throws: BundleError.logForked(held: 7, offered: 7)) {
      try take(try office.answer(to: pocket, minute: 120))
    }
    office.grow(by: 3)
    #expect(throws: BundleError.logForked(held: 7, offered: 10)) {
      try take(try office.answer(to: pocket, minute: 120, provedFrom: [7]))
    }
    let next = try office.runBundle(
      for: pocket, run: PocketOffice.run(2), minute: 130, provedFrom: [7])
    #expect(throws: BundleError.logForked(held: 7, offered: 10)) {
      try pocket.take(try office.file(next, for: pocket), clock: evening)
    }
    #expect(try pocket.runs(clock: evening).map(\.id) == [run])
    #expect(try pocket.evidence().count == 3)
  }

  @Test func anOfficeMustShowThatItsLogOnlyGrew() throws {
    office.grow(by: 3)
    #expect(throws: BundleError.logNotProved(held: 7, offered: 10)) {
      try take(try office.answer(to: pocket, minute: 120))
    }
    #expect(try pocket.evidence().isEmpty)
    try take(try office.answer(to: pocket, minute: 120, provedFrom: [2, 7]))
    #expect(try pocket.checkpoint()?.size == 10)
  }

  @Test func anOfficeCannotConfirmWhatWasNeverRecorded() throws {
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    let real = try office.answer(to: pocket, minute: 120)
    for head in [
      ChainHead(count: 2, hash: real.head.hash),
      ChainHead(count: 1, hash: try #require(Fingerprint(bytes: [UInt8](repeating: 1, count: 32)))),
    ] {
      let claim = Acknowledgement(
        note: real.note, device: real.device, head: head, refusals: [], isRevoked: false)
      #expect(throws: BundleError.acknowledgesOthers(sequence: head.count)) { try take(claim) }
    }
    #expect(try pocket.unsentCount() == 1)
    #expect(try pocket.evidence().count == 2)
  }

  @Test func anotherOfficeIsRefused() throws {
    let other = try PocketOffice()
    let bundle = try other.runBundle(for: pocket, run: PocketOffice.run(2), minute: 60)
    #expect(
      throws: BundleError.otherOffice(
        expected: office.identity.signingKey, found: other.identity.signingKey)
    ) { try pocket.take(try other.file(bundle, for: pocket), clock: morning) }
  }

  @Test func filesForOthersAndDamagedOnesAreRefused() throws {
    let other = try office.pocket("other.sqlite")
    let foreign = try office.file(try office.runBundle(for: other), for: other)
    #expect(throws: BundleError.sealedToAnother) { try pocket.take(foreign, clock: morning) }
    let misdirected = try office.file(try office.runBundle(for: other), for: pocket)
    #expect(
      throws: BundleError.otherDevice(
        expected: pocket.device.description, found: other.device.description)
    ) { try pocket.take(misdirected, clock: morning) }
    #expect(throws: BundleError.noOfficeYet) {
      try other.take(
        try office.file(try office.answer(to: other, minute: 1), for: other), clock: morning)
    }
    let own = try office.file(
      try office.runBundle(for: pocket, run: PocketOffice.run(2), minute: 60), for: pocket)
    #expect(throws: BundleError.notABundle) { try pocket.take([], clock: morning) }
    #expect(throws: BundleError.self) { try pocket.take(Array(own.dropLast()), clock: morning) }
    #expect(throws: BundleError.sealedToAnother) {
      try pocket.take(try pocket.bundle(clock: morning), clock: morning)
    }
    #expect(try pocket.take(foreign + own, clock: morning).count == 1)
  }

  @Test func aFileMayHoldSeveralRunsAndAnswers() throws {
    let files = try (2...3).map { number in
      try office.file(
        try office.runBundle(
          for: pocket, run: PocketOffice.run(number), cards: [number * 10], minute: 60),
        for: pocket)
    }
    let answer = try office.file(try office.answer(to: pocket, minute: 60), for: pocket)
    #expect(try pocket.take(files[1] + answer + files[0], clock: morning).count == 3)
    #expect(try pocket.runs(clock: morning).count == 3)
    #expect(try pocket.take(files[1] + answer + files[0], clock: morning).count == 3)
    #expect(try pocket.status().cards == 8)
  }

  @Test func aNewerIssueOfARunKeepsWhatWasRecorded() throws {
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    let newer = try office.runBundle(for: pocket, cards: [1, 3, 9], minute: 90)
    try pocket.take(try office.file(newer, for: pocket), clock: PocketOffice.clock(90))
    let shown = try pocket.stops(of: run, clock: evening).flatMap(\.cards)
    #expect(try shown.map(\.card.id) == [1, 3, 9].map { try PocketOffice.card($0) })
    #expect(shown.map(\.status) == [.attemptFailed, .outForDelivery, .outForDelivery])
    let older = try office.runBundle(for: pocket, minute: 30)
    try pocket.take(try office.file(older, for: pocket), clock: evening)
    #expect(try pocket.status(of: run).cards == 3)
  }

  @Test func aCardThatGoesOutAgainBelongsToItsNewRun() throws {
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    try pocket.returnAll(run, clock: morning)
    let next = try PocketOffice.run(2)
    let bundle = try office.runBundle(for: pocket, run: next, cards: [1], minute: 700)
    try pocket.take(try office.file(bundle, for: pocket), clock: PocketOffice.clock(700))
    let event = try pocket.deliver(
      [cards[0]], to: .own, proofs: Proof.signed, clock: PocketOffice.clock(710)
    ).event
    #expect(event.run == next)
    #expect(try pocket.status(of: run).cards == 5)
  }

  @Test func aRevokedDeviceRecordsNoMoreAndForgetsNames() throws {
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    let receipt = try take(
      try office.answer(to: pocket, through: 0, minute: 100, isRevoked: true))
    #expect(receipt.isRevoked)
    #expect(try pocket.isRevoked())
    #expect(throws: PocketRefusal.deviceRevoked(pocket.device)) {
      try pocket.fail([cards[1]], reason: .notHome, clock: evening)
    }
    #expect(throws: PocketRefusal.self) { try pocket.stops(of: run, clock: morning) }
    #expect(office.read(try pocket.bundle(clock: evening)).bundles[0].entries.count == 1)
    try take(try office.answer(to: pocket, through: 0, minute: 90))
    #expect(try pocket.isRevoked())
  }

  @Test func aDeviceCarriesWhatOthersSealed() throws {
    let other = try office.pocket("other.sqlite")
    try other.take(
      try office.file(
        try office.runBundle(for: other, run: PocketOffice.run(2), cards: [21]), for: other),
      clock: morning)
    try other.fail([try PocketOffice.card(21)], reason: .moved, clock: morning)
    let sealed = try other.bundle(clock: morning)
    var damaged = sealed
    damaged[sealed.count - 1] ^= 1
    try pocket.fail([cards[0]], reason: .notHome, clock: morning)
    let file = try pocket.bundle(carrying: [sealed, damaged, sealed], clock: evening)
    let reading = office.read(file)
    #expect(reading.bundles.map(\.device) == [pocket.device, other.device])
    #expect(reading.bundles.map(\.entries.count) == [1, 1])
    #expect(reading.unreadable.isEmpty)
  }

  @Test func longJourneysFitInSegments() throws {
    for round in 0..<300 {
      let clock = PocketOffice.clock(60 + round)
      try pocket.fail([cards[0]], reason: .notHome, clock: clock)
      try pocket.reattempt([cards[0]], clock: clock)
    }
    let reading = office.read(try pocket.bundle(clock: evening))
    #expect(reading.bundles.map(\.entries.count) == [256, 256, 88])
    #expect(reading.bundles.flatMap(\.events) == (try pocket.signedEvents()))
  }
}
