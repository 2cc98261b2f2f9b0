import Custody
import Domain
import Geometry
import Storage
import Testing

@Suite struct PlanTests {
  @Test func couriersComeBackInOrderAndAreReplacedByBadgeNumber() throws {
    let office = try TestOffice()
    let couriers = [try TestOffice.courier("SP-02"), try TestOffice.courier("SP-01")]
    try office.store.saveCouriers(couriers)
    try office.store.saveCouriers(couriers)
    #expect(try office.store.couriers() == couriers.reversed())
    let moved = try TestOffice.courier("SP-01", organisation: "Pos Indonesia")
    try office.store.saveCouriers([moved])
    #expect(try office.store.couriers() == [moved, couriers[0]])
  }

  @Test func bordersAndNeighboursComeBackAsStored() throws {
    let office = try TestOffice()
    let corners = try [0, 3, 7, 0].map { try TestOffice.place(Int32($0)) }
    let hole = try [20, 30, 70, 20].map { try TestOffice.place(Int32($0)) }
    let shape = try Shape(polygons: [
      Polygon(exterior: try Ring(corners)),
      Polygon(exterior: try Ring(corners.reversed()), holes: [try Ring(hole)]),
    ])
    let kedaton = try TestOffice.code("18.71.01")
    let sukarame = try TestOffice.code("18.71.02")
    try office.store.saveBoundaries(
      [(kedaton, shape)], source: "survey", isSketch: false, now: TestOffice.now)
    let stored = try office.store.boundaries(level: .kecamatan)
    #expect(stored.map(\.region) == [kedaton])
    #expect(stored.first?.shape == shape)
    #expect(stored.first?.source == "survey")
    #expect(try office.store.boundaries(level: .desa).isEmpty)

    try office.store.saveNeighbours([(sukarame, kedaton)], now: TestOffice.now)
    let pairs = try office.store.neighbours()
    #expect(pairs.map { "\($0.0) \($0.1)" } == ["18.71.01 18.71.02"])
  }

  @Test func aPlanComesBackAsStored() throws {
    let office = try planned(cards: 8)
    let ids = office.cards
    let courier = try #require(CourierID("SP-01"))
    let plan = try office.office.plan(
      [("SP-01", [[ids[0], ids[1]], [ids[2]]]), ("SP-02", [[ids[4]]])],
      leftOut: [
        LeftOutCard(
          card: ids[6], refusals: [CourierRefusal(courier: courier, reason: .capacity)],
          remedy: Phrase(id: "tambah petugas", en: "add a courier")),
        LeftOutCard(card: ids[7], refusals: [], remedy: Phrase(id: "buka", en: "open")),
      ])
    let store = office.office.store
    try store.savePlan(plan, now: TestOffice.now)
    #expect(try store.plan(plan.id) == plan)
    #expect(try store.latestPlan(on: TestOffice.today) == plan)
    #expect(try store.latestPlan(on: TestOffice.tomorrow) == nil)
    #expect(try store.runs(plan.id) == plan.runs)
    #expect(try store.run(plan.runs[1].id) == plan.runs[1])
    #expect(try store.runStatus(plan.runs[0].id) == .planned)
    #expect(try store.nextPlanID(on: TestOffice.today).version == 2)
    #expect(throws: StoreRefusal.planExists(plan.id)) {
      try store.savePlan(plan, now: TestOffice.now)
    }
  }

  @Test func aPlanListedInAnotherOrderIsNotTakenForChanged() throws {
    let office = try planned(cards: 4)
    let ids = office.cards
    let plan = try office.office.plan(
      [("SP-02", [[ids[0]]])],
      leftOut: [ids[3], ids[1]].map {
        LeftOutCard(card: $0, refusals: [], remedy: Phrase(id: "buka", en: "open"))
      })
    try office.office.store.savePlan(plan, now: TestOffice.now)
    #expect(try office.office.store.verify().findings == [])
  }

  @Test func aNewerPlanSupersedesTheRunsItSharesCardsWith() throws {
    let office = try planned(cards: 6)
    let ids = office.cards
    let store = office.office.store
    let first = try office.office.plan([("SP-01", [[ids[0]]]), ("SP-02", [[ids[3]]])])
    try store.savePlan(first, now: TestOffice.now)
    let second = try office.office.plan([("SP-01", [[ids[1]], [ids[0]]])])
    let outcome = try store.savePlan(second, now: TestOffice.now)
    #expect(outcome.supersededRuns == [first.runs[0].id])
    #expect(try store.runStatus(first.runs[0].id) == .superseded(by: second.id))
    #expect(try store.runStatus(first.runs[1].id) == .planned)
  }

  @Test func aCardPlannedForALaterDayWaitsForIt() throws {
    let office = try planned(cards: 3)
    let ids = office.cards
    let store = office.office.store
    let later = try office.office.plan([("SP-01", [[ids[1]]])], on: TestOffice.tomorrow)
    try store.savePlan(later, now: TestOffice.now)
    #expect(try store.deliverableCards(on: TestOffice.today).map(\.id) == [ids[0], ids[2]])
    #expect(try store.deliverableCards(on: TestOffice.tomorrow).map(\.id) == ids)
    let early = try office.office.plan([("SP-01", [[ids[1]]])])
    #expect(throws: StoreRefusal.cardPlannedLater(ids[1], later.runs[0].id)) {
      try store.savePlan(early, now: TestOffice.now)
    }
  }

  @Test func aPlanWithAWrongPartIsRefusedWhole() throws {
    let office = try planned(cards: 3)
    let ids = office.cards
    let store = office.office.store
    let stranger = CardID(regency: store.regency, year: 2017, serial: 999)
    let twice = try office.office.plan([("SP-01", [[ids[0]], [ids[0]]])])
    #expect(throws: StoreRefusal.cardTwiceInPlan(ids[0], twice.id)) {
      try store.savePlan(twice, now: TestOffice.now)
    }
    let unknown = try office.office.plan([("SP-01", [[ids[0]], [stranger]])])
    #expect(throws: StoreRefusal.unknownCard(stranger)) {
      try store.savePlan(unknown, now: TestOffice.now)
    }
    let nobody = try office.office.plan([("SP-01", [[ids[0]]]), ("SP-99", [[ids[1]]])])
    let missing = try #require(CourierID("SP-99"))
    #expect(throws: StoreRefusal.unknownCourier(missing)) {
      try store.savePlan(nobody, now: TestOffice.now)
    }
    #expect(try store.planIDs().isEmpty)
  }

  @Test func whatIsNotThereIsNamed() throws {
    let office = try TestOffice()
    let plan = PlanID(date: TestOffice.today, version: 3)
    let run = RunID(plan: plan, number: 1)
    #expect(throws: StoreRefusal.unknownPlan(plan)) { try office.store.plan(plan) }
    #expect(throws: StoreRefusal.unknownPlan(plan)) { try office.store.runs(plan) }
    #expect(throws: StoreRefusal.unknownRun(run)) { try office.store.run(run) }
    #expect(throws: StoreRefusal.unknownRun(run)) { try office.store.runStatus(run) }
  }

  private func planned(cards count: Int) throws -> (office: TestOffice, cards: [CardID]) {
    let office = try TestOffice()
    try office.store.saveCouriers([
      try TestOffice.courier("SP-01"), try TestOffice.courier("SP-02"),
    ])
    return (office, try office.importCards(0..<count))
  }
}
