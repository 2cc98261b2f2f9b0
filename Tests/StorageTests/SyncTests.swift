import Custody
import Domain
import Foundation
import Geometry
import Storage
import Testing

@Suite struct SyncTests {
  private let morning = DispatchedDay.morning
  private let evening = DispatchedDay.evening

  @Test func aDayOfADeviceReachesTheLedger() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.fail([day.bag[1]], run: day.run, at: morning, reason: .notHome)
    try device.fail([day.bag[2], day.bag[3]], run: day.run, at: morning, reason: .moved)
    try device.record(.returned, Array(day.bag[1...]), to: .office, run: day.run, at: evening)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.accepted == 4)
    #expect(outcome.alreadyKnown == 0)
    #expect(outcome.refused.isEmpty)
    #expect(
      try day.statuses(day.bag)
        == [.delivered, .atOffice, .needsClerk, .needsClerk, .atOffice, .atOffice])
    #expect(try day.store.custody(of: day.bag[1]).attempts == 1)
    #expect(try day.store.custody(of: day.bag[4]).attempts == 0)
    #expect(try day.store.device(device.id).lastSequence == 4)
    #expect(try day.store.device(device.id).lastSeenAt == evening)
    #expect(try day.store.verify().findings == [])
    let tomorrow = try day.store.deliverableRecords(on: TestOffice.tomorrow)
    #expect(tomorrow.map(\.custody.attempts) == [1, 0, 0, 0, 0])
  }

  @Test func bringingTheSameFileAgainDoesNoHarm() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    let early = try device.file()
    _ = try day.store.merge(fileBytes: early, now: morning)
    let head = try day.store.ledgerHead()
    #expect(try day.store.merge(fileBytes: early + early, now: evening).alreadyKnown == 2)
    #expect(try day.store.ledgerHead() == head)

    try device.fail([day.bag[1]], run: day.run, at: morning, reason: .notHome)
    let late = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(late.alreadyKnown == 1)
    #expect(late.accepted == 1)
    // The early file, brought in after the late one.
    let again = try day.store.merge(fileBytes: early, now: evening)
    #expect(again.accepted == 0 && again.refused.isEmpty)
    #expect(try day.store.verify().findings == [])
  }

  @Test(arguments: UInt64(0)..<8)
  func anyOrderAndNumberOfFilesGivesTheSameCustody(seed: UInt64) throws {
    let day = try DispatchedDay(cards: 12)
    var device = day.device
    for card in day.bag.prefix(4) {
      try device.fail([card], run: day.run, at: morning, reason: .notHome)
    }
    try device.record(.returned, day.bag, to: .office, run: day.run, at: evening)
    try device.record(.counted, [], run: day.run, at: evening)
    var random = SplitMix(state: seed)
    let order = (Array(0..<6) + [Int.random(in: 0..<6, using: &random)]).shuffled(using: &random)
    for index in order {
      _ = try day.store.merge(fileBytes: device.file(index..<index + 1), now: evening)
    }
    #expect(try day.store.device(device.id).lastSequence == 6)
    #expect(try day.store.waitingReviews().isEmpty)
    #expect(try day.store.custody(of: day.bag[0]).attempts == 1)
    #expect(try day.statuses(day.bag).allSatisfy { $0 == .atOffice })
    let sequences = try day.store.entries().filter { $0.event.id.device != "office" }
      .map(\.event.id.sequence)
    #expect(sequences == Array(1...6))
    #expect(try day.store.verify().findings == [])
  }

  @Test func whatCameTooEarlyWaitsAndIsShown() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning, detail: .plain("rumah biru"))
    let early = try day.store.merge(fileBytes: device.file(1..<2), now: evening)
    #expect(early.accepted == 0)
    #expect(early.waiting == 1)
    #expect(early.devices.map(\.waitingFor) == [1])
    let waiting = try #require(day.store.waitingReviews().first)
    #expect(waiting.waitingFor == 1)
    #expect(waiting.events.map(\.cards) == [[day.bag[1]]])
    #expect(try day.store.verify().findings == [])
    let late = try day.store.merge(fileBytes: device.file(0..<1), now: evening)
    #expect(late.accepted == 2)
    #expect(late.waiting == 0)
    #expect(try day.store.reviews().isEmpty)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aDeviceThatTellsTwoStoriesIsFoundOut() throws {
    let day = try DispatchedDay()
    var one = day.device
    var other = day.device
    try one.deliver([day.bag[0]], run: day.run, at: morning)
    try other.deliver([day.bag[1]], run: day.run, at: morning)
    try other.deliver([day.bag[2]], run: day.run, at: morning)
    _ = try day.store.merge(fileBytes: one.file(), now: evening)
    let outcome = try day.store.merge(fileBytes: other.file(), now: evening)
    #expect(outcome.accepted == 0)
    #expect(outcome.refused.map(\.code) == ["FORK", "FORK"])
    #expect(try day.store.custody(of: day.bag[1]).status == .outForDelivery)
    #expect(try day.store.reviews().map(\.cards) == [[day.bag[1]], [day.bag[2]]])
    #expect(try day.store.merge(fileBytes: other.file(), now: evening).refused.isEmpty)
    #expect(try day.store.reviews().count == 2)
    try one.deliver([day.bag[3]], run: day.run, at: morning)
    #expect(try day.store.merge(fileBytes: one.file(), now: evening).accepted == 1)
    #expect(try day.store.verify().findings == [])
  }

  @Test func anUnknownDeviceIsHeardOnceItIsEnrolled() throws {
    let day = try DispatchedDay()
    var device = try TestDevice(7, courier: "SP-01", of: day.store)
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.refused.map(\.code) == ["UNKNOWN_DEVICE"])
    #expect(try day.store.merge(fileBytes: device.file(), now: evening).refused.isEmpty)
    #expect(try day.store.custody(of: day.bag[0]).status == .outForDelivery)
    _ = try day.store.enrol(device.request, by: "Rina", now: evening)
    #expect(try day.store.merge(fileBytes: device.file(), now: evening).accepted == 1)
    #expect(try day.store.custody(of: day.bag[0]).status == .delivered)
    #expect(try day.store.verify().findings == [])
  }

  @Test func ofTwoCouriersWithOneCardTheHolderIsBelieved() throws {
    let day = try DispatchedDay()
    var second = try TestDevice(2, courier: "SP-02", of: day.store)
    _ = try day.store.enrol(second.request, by: "Rina", now: TestOffice.now)
    var first = day.device
    try second.deliver([day.bag[0]], run: day.run, at: morning)
    try first.deliver([day.bag[0]], run: day.run, at: morning)
    let outcome = try day.store.merge(fileBytes: second.file() + first.file(), now: evening)
    #expect(outcome.refused.map(\.event.id.device) == [second.id.description])
    #expect(try day.store.custody(of: day.bag[0]).status == .delivered)
    #expect(try day.store.reviews().count == 1)
    #expect(try day.store.verify().findings == [])
  }

  @Test(arguments: [Event.Kind.found, .corrected, .cleared, .enrolled])
  func whatOnlyTheOfficeMayDecideIsRefused(kind: Event.Kind) throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.record(
      kind, kind == .enrolled ? [] : [day.cards[7]], from: .office, to: .office, at: morning)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.accepted == 0)
    #expect(outcome.refused.count == 1)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aDeliveryToldAfterTheReturnWaitsForAPerson() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning)
    try day.store.record(
      [
        EventDraft(
          kind: .returned, cards: [day.bag[0]], giver: .courier(device.courier), taker: .office,
          actor: "loket 1", run: day.run)
      ], now: evening)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.accepted == 1)
    #expect(outcome.refused.map(\.code) == ["NOT_HOLDER"])
    let report = try day.store.dayRecord(TestOffice.today)
    #expect(report.reviews.map(\.place) == outcome.refused.map(\.place))
    let review = try #require(day.store.reviews().first)
    guard case .refused(let code, let phrase) = review.cause else {
      Issue.record("not refused")
      return
    }
    #expect(code == "NOT_HOLDER")
    #expect(phrase.english.contains("is held by the office"))
    #expect(try day.store.custody(of: day.bag[0]).holder == .office)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aLostDeviceIsRevokedAndItsCardsAreListed() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning)
    try device.deliver([day.bag[2]], run: day.run, at: morning)
    _ = try day.store.merge(fileBytes: device.file(0..<1), now: morning)
    _ = try day.store.merge(fileBytes: device.file(2..<3), now: morning)
    let revoked = try day.store.revoke(device.id, by: "Rina", reason: "hilang", now: evening)
    #expect(revoked.cards == Array(day.bag[1...]))
    #expect(revoked.lastEvent?.event.cards == [day.bag[0]])
    #expect(revoked.refusedWaiting == 1)
    #expect(!revoked.device.isActive)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.refused.map(\.code) == ["DEVICE_REVOKED"])
    #expect(outcome.alreadyKnown == 2)
    #expect(try day.store.reviews().count == 2)
    #expect(throws: StoreRefusal.deviceRevoked(device.id)) {
      try day.store.revoke(device.id, by: "Rina", reason: "", now: evening)
    }
    #expect(throws: StoreRefusal.deviceRevoked(device.id)) {
      try day.store.enrol(device.request, by: "Rina", now: evening)
    }
    #expect(throws: StoreRefusal.courierWithoutDevice(device.courier)) {
      try day.store.runBundleFiles(day.run, Store.clerk(.delivery))
    }
    #expect(try day.store.verify().findings == [])
  }

  @Test func aDamagedPieceLosesOnlyItself() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning)
    var damaged = try device.file(1..<2)
    damaged[damaged.count / 2] ^= 0x10
    let outcome = try day.store.merge(
      fileBytes: damaged + device.file(0..<1) + Array("rubbish".utf8), now: evening)
    #expect(outcome.accepted == 1)
    #expect(outcome.unreadable.map(\.offset).first == 0)
    #expect(try day.store.merge(fileBytes: device.file(), now: evening).accepted == 1)
  }

  @Test func whatIsSealedToAnotherOfficeIsHandedBack() throws {
    let day = try DispatchedDay()
    let other = try DispatchedDay()
    var stranger = other.device
    try stranger.deliver([other.bag[0]], run: other.run, at: morning)
    let outcome = try day.store.merge(fileBytes: stranger.file(), now: evening)
    #expect(outcome.devices.isEmpty)
    #expect(outcome.forOthers.count == 1)
    let carried = outcome.forOthers.flatMap(\.bytes)
    #expect(try other.store.merge(fileBytes: carried, now: evening).accepted == 1)
  }

  @Test func anOlderDatabaseIsRefusedByTheFirstDeviceThatRemembersMore() throws {
    let day = try DispatchedDay()
    let older = day.office.root + "/older"
    try FileManager.default.copyItem(atPath: day.office.path, toPath: older)
    try day.office.importCards(20..<21)
    let checkpoint = try day.store.checkpoint(now: morning)
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    let file = try device.file(checkpoint: checkpoint)
    let store = try Workspace.open(at: older).store
    #expect(
      throws: StorageError.olderThanDevice(device.id, remembered: 5, entries: 4)
    ) { try store.merge(fileBytes: file, now: evening) }
    #expect(try store.entryCount() == 4)
    let source = try #require(TestOffice.source)
    _ = try store.importCards(
      [TestOffice.newCard(30)], sourceDigest: source, now: morning)
    #expect(throws: StorageError.differsFromDevice(device.id, remembered: 5)) {
      try store.merge(fileBytes: file, now: evening)
    }
    #expect(try day.store.merge(fileBytes: file, now: evening).accepted == 1)
  }

  /// Files of one device in any order, some twice, a few at a time: as if each had come alone.
  @Test(arguments: UInt64(0)..<8)
  func manyFilesTogetherSayWhatEachWouldSayAlone(seed: UInt64) throws {
    let day = try DispatchedDay(cards: 12)
    var device = day.device
    for card in day.bag.prefix(5) {
      try device.fail([card], run: day.run, at: morning, reason: .notHome)
    }
    try device.deliver([day.bag[0]], run: day.run, at: morning, detail: .plain("pagar hijau"))
    var random = SplitMix(state: seed)
    let order = (Array(0..<6) + [0, 3]).shuffled(using: &random)
    let files = try order.map { try device.file($0..<$0 + 1) }
    let size = Int.random(in: 1...8, using: &random)
    var outcomes: [SyncOutcome] = []
    for start in stride(from: 0, to: files.count, by: size) {
      let some = Array(files[start...].prefix(size))
      outcomes += try day.store.merge(files: some, now: evening).map { try $0.get() }
    }
    #expect(outcomes.count == 8)
    #expect(outcomes.reduce(0) { $0 + $1.accepted } == 6)
    #expect(outcomes.reduce(0) { $0 + $1.alreadyKnown } == 2)
    #expect(try day.store.device(device.id).lastSequence == 6)
    #expect(try day.store.waitingReviews().isEmpty)
    let sequences = try day.store.entries().filter { $0.event.id.device != "office" }
      .map(\.event.id.sequence)
    #expect(sequences == Array(1...6))
    #expect(try day.store.verify().findings == [])
  }

  /// More than one transaction takes, in more pieces than are checked ahead.
  @Test func aFileForEachOfManyEventsIsTakenInAtOnce() throws {
    let day = try DispatchedDay()
    var device = day.device
    for _ in 0..<140 {
      try device.fail([day.bag[0]], run: day.run, at: morning, reason: .notHome)
    }
    var random = SplitMix(state: 1)
    let order = (Array(0..<140) + Array(20..<50)).shuffled(using: &random)
    let files = try order.map { try device.file($0..<$0 + 1) }
    let outcomes = try day.store.merge(files: files, now: evening).map { try $0.get() }
    #expect(outcomes.reduce(0) { $0 + $1.accepted } == 140)
    #expect(outcomes.reduce(0) { $0 + $1.alreadyKnown } == 30)
    #expect(outcomes.allSatisfy { $0.waiting == 0 })
    #expect(try day.store.device(device.id).lastSequence == 140)
    #expect(try day.store.verify().findings == [])
  }

  @Test func whateverTheOrderOfTheFilesEachTellsWhatWaitsInTheEnd() throws {
    let day = try DispatchedDay()
    var device = day.device
    for card in day.bag.prefix(4) { try device.deliver([card], run: day.run, at: morning) }
    let files = try [3..<4, 1..<3].map { try device.file($0) }
    let outcomes = try day.store.merge(files: files, now: evening).map { try $0.get() }
    #expect(outcomes.map(\.waiting) == [3, 3])
    #expect(outcomes.flatMap(\.devices).map(\.waitingFor) == [1, 1])
  }

  @Test func oneFileThatIsRefusedDoesNotHarmTheOthers() throws {
    let day = try DispatchedDay()
    let later = try DispatchedDay.laterCheckpoint(of: day)
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning)
    let store = later.olderStore
    let outcomes = store.merge(
      files: [
        try device.file(0..<1), try device.file(1..<2, checkpoint: later.checkpoint),
        Array("rubbish".utf8), try device.file(0..<1),
      ], now: evening)
    #expect(try outcomes[0].get().accepted == 1)
    #expect(
      throws: StorageError.olderThanDevice(device.id, remembered: 5, entries: 4)
    ) { try outcomes[1].get() }
    #expect(try outcomes[2].get().unreadable.count == 1)
    #expect(try outcomes[3].get().alreadyKnown == 1)
    #expect(try store.device(device.id).lastSequence == 1)
    #expect(try store.verify().findings == [])
  }

  @Test func anEventThatNamesACardTwiceIsRefusedAndKept() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0], day.bag[0]], run: day.run, at: morning)
    try device.deliver([day.bag[1]], run: day.run, at: morning)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    #expect(outcome.refused.map(\.code) == ["CARDS_OUT_OF_ORDER"])
    #expect(outcome.accepted == 1)
    #expect(try day.store.verify().findings == [])
  }

  /// An event that was turned away with a wrong signature, then waited, and then did not fit.
  @Test func whatWasTurnedAwayBeforeIsNotKeptASecondTime() throws {
    let day = try DispatchedDay()
    var one = day.device
    var other = day.device
    try one.deliver([day.bag[0]], run: day.run, at: morning)
    try other.deliver([day.bag[1]], run: day.run, at: morning)
    try other.deliver([day.bag[2]], run: day.run, at: morning)
    let forged = try day.store.merge(fileBytes: other.forgedFile(1..<2), now: evening)
    #expect(forged.refused.map(\.code) == ["BAD_SIGNATURE"])
    #expect(try day.store.merge(fileBytes: other.file(1..<2), now: evening).waiting == 1)
    let closing = try day.store.merge(fileBytes: one.file(), now: evening)
    #expect(closing.accepted == 1)
    #expect(closing.refused.isEmpty && closing.alreadyKnown == 1)
    #expect(try day.store.verify().findings == [])
  }
}

extension DispatchedDay {
  /// The office's word on one entry more, and a store that lacks this entry.
  fileprivate static func laterCheckpoint(
    of day: DispatchedDay
  ) throws -> (olderStore: Store, checkpoint: Checkpoint) {
    let older = day.office.root + "/older"
    try FileManager.default.copyItem(atPath: day.office.path, toPath: older)
    try day.office.importCards(20..<21)
    return (try Workspace.open(at: older).store, try day.store.checkpoint(now: morning))
  }
}

/// SplitMix64, so that orders repeat.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
