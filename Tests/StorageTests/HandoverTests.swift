import Custody
import Domain
import Storage
import Testing

@Suite struct HandoverTests {
  @Test func cardsMoveOnlyWhenTheDocumentIsSigned() throws {
    let office = try TestOffice()
    let store = office.store
    try store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<4)
    let plan = try office.plan([("SP-01", [[cards[0], cards[1]], [cards[2]]])])
    try store.savePlan(plan, now: TestOffice.now)
    let run = plan.runs[0].id

    let draft = try store.createHandover(.toOrganisation, runs: [run, run], now: TestOffice.now)
    #expect(draft.number.description == "BAST/1871/20170727/001")
    #expect(draft.giver == .office)
    #expect(draft.taker == .organisation("Satpol PP"))
    #expect(draft.cardCount == 3)
    #expect(draft.state == .draft)
    #expect(try store.custody(of: cards[0]).holder == .office)
    #expect(try store.runStatus(run) == .planned)

    let signed = try store.signHandover(
      draft.number, giver: "Rina", taker: "Joko", now: DispatchedDay.signing
    ).handover
    #expect(signed.state == .signed(at: DispatchedDay.signing, giver: "Rina", taker: "Joko"))
    #expect(signed.bags == draft.bags)
    #expect(try store.handover(draft.number) == signed)
    #expect(try store.handovers(forRunsOn: TestOffice.today) == [signed])
    #expect(try store.custody(of: cards[0]).holder == .organisation("Satpol PP"))
    #expect(try store.custody(of: cards[3]).holder == .office)
    #expect(try store.runStatus(run) == .withOrganisation(document: draft.number))
    let event = try #require(store.events(of: cards[2]).last).event
    #expect(event.kind == .handedOver)
    #expect(event.cards == [cards[0], cards[1], cards[2]])
    #expect(event.document == draft.number.description)
  }

  @Test func bothDocumentsOfADayCanBeMadeBeforeEitherIsSigned() throws {
    let day = try DispatchedDay()
    #expect(try day.statuses(day.bag).allSatisfy { $0 == .outForDelivery })
    let toCourier = try day.store.handover(day.documents[1])
    #expect(toCourier.giver == .organisation("Satpol PP"))
    #expect(toCourier.taker == .courier(day.plan.runs[0].courier))
    #expect(
      try day.store.events(of: day.bag[0]).map(\.event.kind) == [
        .printed, .handedOver, .handedOver,
      ])
    #expect(try day.store.plannedRun(of: day.bag[0]) == day.run)
    #expect(try day.store.plannedRun(of: day.cards[7]) == nil)
  }

  @Test func anOfficeCanHandItsOwnCourierTheBag() throws {
    let office = try TestOffice()
    try office.store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<2)
    let plan = try office.plan([("SP-01", [cards])])
    try office.store.savePlan(plan, now: TestOffice.now)
    let draft = try office.store.createHandover(
      .toCourier, runs: [plan.runs[0].id], now: TestOffice.now)
    #expect(draft.giver == .office)
    _ = try office.store.signHandover(
      draft.number, giver: "Rina", taker: "Joko", now: DispatchedDay.signing)
    #expect(try office.store.custody(of: cards[0]).holder == .courier(plan.runs[0].courier))
  }

  @Test func aSignedDocumentCannotBeSignedAgain() throws {
    let day = try DispatchedDay()
    let head = try day.store.ledgerHead()
    #expect(throws: StoreRefusal.handoverAlreadySigned(day.documents[0])) {
      try day.store.signHandover(
        day.documents[0], giver: "Rina", taker: "Joko", now: DispatchedDay.morning)
    }
    #expect(throws: StoreRefusal.runAlreadyHandedOut(day.run, document: day.documents[1])) {
      try day.store.createHandover(.toCourier, runs: [day.run], now: DispatchedDay.morning)
    }
    #expect(try day.store.ledgerHead() == head)
  }

  @Test func aNewerDocumentWithdrawsTheDraft() throws {
    let office = try TestOffice()
    try office.store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<2)
    let plan = try office.plan([("SP-01", [cards])])
    try office.store.savePlan(plan, now: TestOffice.now)
    let runs = [plan.runs[0].id]
    let old = try office.store.createHandover(.toCourier, runs: runs, now: TestOffice.now)
    let new = try office.store.createHandover(.toCourier, runs: runs, now: TestOffice.now)
    #expect(throws: StoreRefusal.handoverWithdrawn(old.number, by: new.number)) {
      try office.store.signHandover(old.number, giver: "A", taker: "B", now: TestOffice.now)
    }
    _ = try office.store.signHandover(new.number, giver: "A", taker: "B", now: TestOffice.now)
    #expect(try office.store.verify().findings == [])
  }

  @Test func aRunThatWasReplacedIsNotHandedOut() throws {
    let office = try TestOffice()
    let store = office.store
    try store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<2)
    let plan = try office.plan([("SP-01", [cards])])
    try store.savePlan(plan, now: TestOffice.now)
    let run = plan.runs[0].id
    let draft = try store.createHandover(.toCourier, runs: [run], now: TestOffice.now)
    let newer = try office.plan([("SP-01", [[cards[0]]])])
    try store.savePlan(newer, now: TestOffice.now)
    let refusal = StoreRefusal.runSuperseded(run, by: newer.id)
    #expect(throws: refusal) {
      try store.signHandover(draft.number, giver: "A", taker: "B", now: TestOffice.now)
    }
    #expect(throws: refusal) {
      try store.createHandover(.toCourier, runs: [run], now: TestOffice.now)
    }
  }

  @Test func cardsInABagNeverMoveByPlanning() throws {
    let day = try DispatchedDay()
    let again = try day.office.plan([("SP-02", [[day.bag[0]]])])
    #expect(throws: StoreRefusal.cardNotAtOffice(day.bag[0], again.id)) {
      try day.store.savePlan(again, now: DispatchedDay.morning)
    }
    let other = try day.office.plan([("SP-02", [[day.cards[6]]])])
    let outcome = try day.store.savePlan(other, now: DispatchedDay.morning)
    #expect(outcome.supersededRuns.isEmpty)
    #expect(try day.store.runStatus(day.run) == .handedOut(document: day.documents[1]))
    #expect(
      try day.store.deliverableCards(on: TestOffice.today).map(\.id) == [
        day.cards[6], day.cards[7],
      ])
  }

  @Test func refusalsAreNamed() throws {
    let day = try DispatchedDay()
    let number = try #require(
      HandoverDocumentNumber(regency: day.store.regency, date: TestOffice.today, serial: 99))
    #expect(throws: StoreRefusal.unknownHandover(number)) { try day.store.handover(number) }
    #expect(throws: StoreRefusal.handoverWithoutCards(nil)) {
      try day.store.createHandover(.toCourier, runs: [], now: TestOffice.now)
    }
    #expect(throws: StoreRefusal.signerMissing) {
      try day.store.signHandover(number, giver: "", taker: "B", now: TestOffice.now)
    }
    let plan = try day.office.plan([("SP-02", [[day.cards[6]]]), ("PI-01", [[day.cards[7]]])])
    try day.store.savePlan(plan, now: TestOffice.now)
    #expect(
      throws: StoreRefusal.handoverToSeveral([
        .organisation("Pos Indonesia"), .organisation("Satpol PP"),
      ])
    ) {
      try day.store.createHandover(
        .toOrganisation, runs: plan.runs.map(\.id), now: TestOffice.now)
    }
  }

  @Test func aCardTakenAtTheCounterMeanwhileStopsTheSignature() throws {
    let office = try TestOffice()
    let store = office.store
    try store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<2)
    let plan = try office.plan([("SP-01", [cards])])
    try store.savePlan(plan, now: TestOffice.now)
    let run = plan.runs[0].id
    let draft = try store.createHandover(.toCourier, runs: [run], now: TestOffice.now)
    try store.record(
      [
        EventDraft(
          kind: .delivered, cards: [cards[0]], giver: .office, taker: .resident, actor: "loket 1",
          recipient: .own, proofs: Proof.signed)
      ], now: TestOffice.now)
    let head = try store.ledgerHead()
    #expect(throws: CustodyRefusal.alreadyDelivered(cards[0], since: TestOffice.now)) {
      try store.signHandover(draft.number, giver: "A", taker: "B", now: TestOffice.now)
    }
    #expect(try store.ledgerHead() == head)
    #expect(try store.handover(draft.number).state == .draft)
    let second = try store.createHandover(.toCourier, runs: [run], now: TestOffice.now)
    #expect(second.bags.map(\.cards) == [[cards[1]]])
  }
}
