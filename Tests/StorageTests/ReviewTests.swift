import Custody
import Domain
import Storage
import Testing

@Suite struct ReviewTests {
  private let evening = DispatchedDay.evening

  /// A day on which the device told of a delivery after the office had taken the card back.
  private func disputedDay() throws -> (day: DispatchedDay, place: Int) {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning)
    try day.store.receive(
      from: .courier(device.courier), counted: [day.bag[0]], by: "loket 1",
      now: DispatchedDay.morning)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    return (day, try #require(outcome.refused.first).place)
  }

  @Test(arguments: [
    (Correction.Decision.upheld, Holder?.none, Holder.resident, CardCustody.Status.delivered),
    (.rejected, nil, .office, .atOffice),
    (.settled, .organisation("Satpol PP"), .organisation("Satpol PP"), .withOrganisation),
    (.settled, .office, .office, .atOffice),
  ])
  func aNamedPersonSettlesWhatWasRefused(
    decision: Correction.Decision, cardsTo: Holder?, holder: Holder, status: CardCustody.Status
  ) throws {
    let (day, place) = try disputedDay()
    let before = try day.store.entryCount()
    let entries = try day.store.resolve(
      place, decision, by: "Rina", note: "ditanyakan ke penduduk", cardsTo: cardsTo, now: evening)
    #expect(entries.map(\.event.kind) == [.corrected])
    #expect(entries.map(\.event.actor) == ["Rina"])
    #expect(try day.store.entryCount() == before + 1)
    #expect(try day.store.custody(of: day.bag[0]).holder == holder)
    #expect(try day.store.custody(of: day.bag[0]).status == status)
    #expect(try day.store.reviews().isEmpty)
    let settled = try #require(day.store.reviews(includingSettled: true).first)
    #expect(settled.settlement?.decision == decision)
    #expect(settled.settlement?.by == "Rina")
    #expect(throws: StoreRefusal.reviewSettled(place: place)) {
      try day.store.resolve(place, .rejected, by: "Rina", now: evening)
    }
    #expect(try day.store.verify().findings == [])
  }

  @Test func aDecisionThatMakesNoSenseChangesNothing() throws {
    let (day, place) = try disputedDay()
    let head = try day.store.ledgerHead()
    #expect(throws: StoreRefusal.decisionNeedsHolder) {
      try day.store.resolve(place, .settled, by: "Rina", now: evening)
    }
    #expect(throws: StoreRefusal.decisionTakesNoHolder) {
      try day.store.resolve(place, .upheld, by: "Rina", cardsTo: .office, now: evening)
    }
    #expect(throws: StoreRefusal.noSuchReview(place: 1)) {
      try day.store.resolve(1, .rejected, by: "Rina", now: evening)
    }
    #expect(throws: CustodyRefusal.self) {
      try day.store.resolve(place, .settled, by: "Rina", cardsTo: .printer, now: evening)
    }
    #expect(try day.store.ledgerHead() == head)
  }

  @Test func aFlagIsExplainedWithoutMovingAnything() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.record(
      .feeReported, [day.bag[0]], run: day.run, at: DispatchedDay.morning, fee: 20_000)
    _ = try day.store.merge(fileBytes: device.file(), now: evening)
    let review = try #require(day.store.reviews().first)
    let before = try day.store.custody(of: day.bag[0])
    try day.store.resolve(review.place, .upheld, by: "Rina", now: evening)
    #expect(try day.store.reviews().isEmpty)
    #expect(try day.store.custody(of: day.bag[0]).holder == before.holder)
    #expect(try day.store.verify().findings == [])
  }

  @Test func cardsThatWentDifferentWaysAreSettledTogether() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0], day.bag[1]], run: day.run, at: DispatchedDay.morning)
    try day.store.receive(
      from: .courier(device.courier), counted: [day.bag[0]], by: "loket 1",
      now: DispatchedDay.morning)
    let outcome = try day.store.merge(fileBytes: device.file(), now: evening)
    let place = try #require(outcome.refused.first).place
    let entries = try day.store.resolve(place, .upheld, by: "Rina", now: evening)
    #expect(entries.count == 2)
    #expect(try day.statuses([day.bag[0], day.bag[1]]) == [.delivered, .delivered])
    #expect(try day.store.reviews().isEmpty)
    #expect(try day.store.verify().findings == [])
  }
}
