import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct SyncTests {
  private let morning = DispatchedDay.morning
  private let evening = DispatchedDay.evening

  @Test func aDayInThePocketReachesTheLedger() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    try pocket.fail([day.bag[1]], reason: .notHome, now: morning)
    try pocket.fail([day.bag[2], day.bag[3]], reason: .moved, now: morning)
    try pocket.returnAll(now: evening)
    let outcome = try day.store.merge(
      fileBytes: try pocket.bundle().fileBytes, now: evening)
    #expect(outcome.accepted.map(\.kind) == [.delivered, .failed, .failed, .returned])
    #expect(outcome.alreadyKnown == 0)
    #expect(outcome.refused.isEmpty)
    #expect(
      try day.statuses(day.bag)
        == [.delivered, .atOffice, .needsClerk, .needsClerk, .atOffice, .atOffice])
    #expect(try day.store.custody(of: day.bag[1]).attempts == 1)
    #expect(try day.store.custody(of: day.bag[4]).attempts == 0)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aFailedCardIsDeliverableTomorrow() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver([day.bag[0]], to: .family, proofs: Proof.signed, now: morning)
    try pocket.fail([day.bag[1]], reason: .notHome, now: morning)
    try pocket.returnAll(now: evening)
    _ = try day.store.merge(try pocket.bundle(), now: evening)
    let tomorrow = try day.store.deliverableRecords(on: TestOffice.tomorrow)
    #expect(tomorrow.map(\.card.id) == Array(day.cards.dropFirst()))
    #expect(tomorrow.map(\.custody.attempts) == [1, 0, 0, 0, 0, 0, 0])
    let plan = try day.office.plan([("SP-02", [[day.bag[1]]])], on: TestOffice.tomorrow)
    let saved = try day.store.savePlan(plan, now: evening)
    #expect(saved.supersededRuns.isEmpty)
  }

  @Test func bringingTheSameBundleAgainDoesNoHarm() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    let early = try pocket.bundle()
    _ = try day.store.merge(early, now: morning)
    let head = try day.store.ledgerHead()
    #expect(try day.store.merge(early, now: evening).alreadyKnown == 1)
    #expect(try day.store.ledgerHead() == head)

    try pocket.fail([day.bag[1]], reason: .notHome, now: morning)
    let late = try day.store.merge(try pocket.bundle(), now: evening)
    #expect(late.alreadyKnown == 1)
    #expect(late.accepted.map(\.kind) == [.failed])
    // The early bundle, brought in after the late one.
    let again = try day.store.merge(early, now: evening)
    #expect(again.accepted.isEmpty && again.refused.isEmpty)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aMissingBundleIsAskedForAndNothingIsTakenIn() throws {
    let day = try DispatchedDay()
    let key = try deviceKey()
    let device = "pocket-\(day.run)"
    let first = delivered(day.bag[0], 1, of: day)
    let second = delivered(day.bag[1], 2, of: day)
    let start = DeviceChain(
      workspaceID: day.store.workspaceID, device: device, publicKey: key.publicKey)
    var afterFirst = start
    try afterFirst.append(first)
    let later = try CourierBundle(after: afterFirst, events: [second], signedWith: key)
    let head = try day.store.ledgerHead()
    #expect(throws: DeviceChainError.gap(device: device, expected: 1, found: 2)) {
      try day.store.merge(later, now: evening)
    }
    #expect(try day.store.ledgerHead() == head)
    let earlier = try CourierBundle(after: start, events: [first], signedWith: key)
    #expect(try day.store.merge(earlier, now: evening).accepted == [first])
    #expect(try day.store.merge(later, now: evening).accepted == [second])
  }

  @Test func aDeviceThatTellsTwoStoriesIsKeptAsAConflict() throws {
    let day = try DispatchedDay()
    let key = try deviceKey()
    let start = DeviceChain(
      workspaceID: day.store.workspaceID, device: "pocket-\(day.run)", publicKey: key.publicKey)
    let one = try CourierBundle(
      after: start, events: [delivered(day.bag[0], 1, of: day)], signedWith: key)
    let other = try CourierBundle(
      after: start, events: [delivered(day.bag[1], 1, of: day)], signedWith: key)
    _ = try day.store.merge(one, now: evening)
    let outcome = try day.store.merge(other, now: evening)
    #expect(outcome.accepted.isEmpty)
    #expect(outcome.refused.map(\.code) == ["FORK"])
    #expect(try day.store.custody(of: day.bag[1]).status == .outForDelivery)
    #expect(try day.store.conflicts().map(\.refused.event.cards) == [[day.bag[1]]])
    #expect(try day.store.merge(other, now: evening).refused.isEmpty)
    #expect(try day.store.conflicts().count == 1)
  }

  @Test func aSecondDeviceForTheSameRunIsNotBelieved() throws {
    let day = try DispatchedDay()
    let first = try day.pocket("first.sqlite")
    let second = try day.pocket("second.sqlite")
    try first.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    try second.deliver([day.bag[1]], to: .own, proofs: Proof.signed, now: morning)
    _ = try day.store.merge(try first.bundle(), now: evening)
    let outcome = try day.store.merge(try second.bundle(), now: evening)
    #expect(outcome.accepted.isEmpty)
    #expect(outcome.refused.map(\.code) == ["WRONG_KEY"])
    #expect(try day.store.custody(of: day.bag[1]).status == .outForDelivery)
  }

  @Test func aDeliveryToldAfterTheReturnIsKeptAsAConflict() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    try pocket.deliver([day.bag[1]], to: .own, proofs: Proof.signed, now: morning)
    try day.store.record(
      [
        EventDraft(
          kind: .returned, cards: [day.bag[0]], giver: .courier(pocket.courier), taker: .office,
          actor: "loket 1", run: day.run)
      ], now: evening)
    let outcome = try day.store.merge(try pocket.bundle(), now: evening)
    #expect(outcome.accepted.map(\.cards) == [[day.bag[1]]])
    #expect(outcome.refused.map(\.code) == ["NOT_HOLDER"])
    let report = try day.store.dayRecord(TestOffice.today)
    #expect(report.conflicts.map(\.refused) == outcome.refused)
    #expect(try day.store.custody(of: day.bag[0]).holder == .office)
    #expect(try day.store.verify().findings == [])
  }

  @Test func aDeviceMayOnlySpeakForItsOwnCourier() throws {
    let day = try DispatchedDay()
    let key = try deviceKey()
    let start = DeviceChain(
      workspaceID: day.store.workspaceID, device: "pocket-\(day.run)", publicKey: key.publicKey)
    let stranger = try #require(CourierID("SP-02"))
    let event = delivered(day.bag[0], 1, of: day, giver: .courier(stranger))
    let bundle = try CourierBundle(after: start, events: [event], signedWith: key)
    #expect(try day.store.merge(bundle, now: evening).refused.map(\.code) == ["DEVICE_OF_ANOTHER"])
  }

  @Test func bundlesThatBelongToNoRunHereAreRefused() throws {
    let day = try DispatchedDay()
    let key = try deviceKey()
    func bundle(workspace: String, device: String) throws -> CourierBundle {
      try CourierBundle(
        after: DeviceChain(workspaceID: workspace, device: device, publicKey: key.publicKey),
        events: [], signedWith: key)
    }
    let own = day.store.workspaceID
    #expect(throws: DeviceChainError.otherWorkspace(expected: own, found: "other")) {
      try day.store.merge(
        try bundle(workspace: "other", device: "pocket-\(day.run)"), now: evening)
    }
    for device in ["office", "pocket-R-20170727-1-999", "pocket-r-20170727-1-001", "x"] {
      #expect(throws: StoreRefusal.unknownDevice) {
        try day.store.merge(try bundle(workspace: own, device: device), now: evening)
      }
    }
    let waiting = try day.office.plan([("SP-02", [[day.cards[6]]])])
    try day.store.savePlan(waiting, now: morning)
    let run = waiting.runs[0].id
    #expect(throws: StoreRefusal.runNotHandedOut(run)) {
      try day.store.merge(try bundle(workspace: own, device: "pocket-\(run)"), now: evening)
    }
    #expect(throws: StoreRefusal.runNotHandedOut(run)) {
      try day.store.runBundle(run, now: evening)
    }
  }

  private func deviceKey() throws -> SigningKey {
    try SigningKey(seedBytes: [UInt8](repeating: 9, count: 32))
  }

  private func delivered(
    _ card: CardID, _ sequence: Int, of day: DispatchedDay, giver: Holder? = nil
  ) -> Event {
    Event(
      id: Event.ID(device: "pocket-\(day.run)", sequence: sequence), kind: .delivered,
      cards: [card], giver: giver ?? .courier(day.plan.runs[0].courier), taker: .resident,
      actor: "SP-01", run: day.run, time: morning, recipient: .own, proofs: Proof.signed)
  }
}
