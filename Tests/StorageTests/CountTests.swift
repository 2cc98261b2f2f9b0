import Custody
import Domain
import Storage
import Testing

@Suite struct CountTests {
  private let evening = DispatchedDay.evening

  @Test func onlyCountedCardsMoveAndTheRestIsNamed() throws {
    let office = try TestOffice()
    let store = office.store
    try store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<4)
    let plan = try office.plan([("SP-01", [[cards[0], cards[1], cards[2]]])])
    try store.savePlan(plan, now: TestOffice.now)
    let runs = [plan.runs[0].id]
    let first = try store.createHandover(.toOrganisation, runs: runs, now: TestOffice.now)
    let second = try store.createHandover(.toCourier, runs: runs, now: TestOffice.now)
    let signed = try store.signHandover(
      first.number, giver: "Rina", taker: "Joko", counted: [cards[0], cards[1], cards[3]],
      now: TestOffice.now)
    #expect(signed.count.missing == [cards[2]])
    #expect(signed.count.extra == [cards[3]])
    #expect(signed.handover.missing == [cards[2]])
    let statuses = try cards.map { try store.custody(of: $0).status }
    #expect(statuses == [.withOrganisation, .withOrganisation, .missing, .atOffice])
    // The second document was written before anyone counted.
    let bag = try store.signHandover(
      second.number, giver: "Joko", taker: "Budi", now: DispatchedDay.signing)
    #expect(bag.count.present == [cards[0], cards[1]])
    #expect(bag.handover.missing == [cards[2]])
    #expect(throws: StoreRefusal.nothingCounted(first.number)) {
      try CountTests.signNothing(of: first.number, in: try Self.sameOffice())
    }
    #expect(try store.verify().findings == [])
  }

  /// An office with one unsigned document of the same number.
  private static func sameOffice() throws -> TestOffice {
    let office = try TestOffice()
    try office.store.saveCouriers([try TestOffice.courier("SP-01")])
    let cards = try office.importCards(0..<1)
    let plan = try office.plan([("SP-01", [cards])])
    try office.store.savePlan(plan, now: TestOffice.now)
    _ = try office.store.createHandover(
      .toOrganisation, runs: [plan.runs[0].id], now: TestOffice.now)
    return office
  }

  private static func signNothing(
    of number: HandoverDocumentNumber, in office: TestOffice
  ) throws {
    try office.store.signHandover(
      number, giver: "Rina", taker: "Joko", counted: [], now: TestOffice.now)
  }

  @Test func aCountFindsWhatIsMissingAndWhatComesBack() throws {
    let day = try DispatchedDay()
    let (seventh, eighth) = (day.cards[6], day.cards[7])
    let first = try day.store.count(.office, found: [seventh], by: "Rina", now: evening)
    #expect(first.missing == [eighth])
    #expect(first.extra.isEmpty)
    #expect(try day.store.custody(of: eighth).status == .missing)
    #expect(try day.store.deliverableCards(on: TestOffice.tomorrow).map(\.id) == [seventh])
    let second = try day.store.count(
      .office, found: [seventh, eighth, day.bag[0]], by: "Rina", now: evening)
    #expect(second.extra == [eighth, day.bag[0]].sorted())
    #expect(try day.store.custody(of: eighth).status == .atOffice)
    #expect(try day.store.custody(of: day.bag[0]).status == .outForDelivery)
    let closing = try #require(
      day.store.closing(on: TestOffice.today).first { $0.holder == .office })
    #expect(closing.counted == 1)
    #expect(closing.missed.isEmpty)
    #expect(throws: StoreRefusal.notAHolderOfCards(.resident)) {
      try day.store.count(.resident, found: [], by: "Rina", now: evening)
    }
    #expect(try day.store.verify().findings == [])
  }

  @Test func everyClosingAddsUpAndOpensTheNextDay() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning)
    try device.record(
      .withdrawn, [day.bag[1].old], from: .resident, to: .courier(device.courier), run: day.run,
      at: DispatchedDay.morning)
    _ = try day.store.merge(fileBytes: device.file(), now: evening)
    try day.store.receive(
      from: .courier(device.courier), counted: [day.bag[2], day.bag[1].old], by: "Rina",
      now: Instant(milliseconds: evening.milliseconds + 86_400_000))

    let today = try day.store.closing(on: TestOffice.today)
    let tomorrow = try day.store.closing(on: TestOffice.tomorrow)
    func row(_ rows: [HolderClosing], _ holder: Holder) -> [Int] {
      rows.filter { $0.holder == holder }
        .flatMap { [$0.opening, $0.received, $0.given, $0.closing] }
    }
    #expect(row(today, .office) == [0, 8, 6, 2])
    #expect(row(today, .organisation("Satpol PP")) == [0, 6, 6, 0])
    #expect(row(today, .courier(device.courier)) == [0, 7, 1, 6])
    #expect(row(today, .resident) == [0, 1, 0, 1])
    #expect(row(tomorrow, .courier(device.courier)) == [6, 0, 2, 4])
    #expect(row(tomorrow, .office) == [2, 2, 0, 4])
    for row in today + tomorrow {
      #expect(row.closing == row.opening + row.received - row.given)
    }
    #expect(try day.store.closing(on: TestOffice.today) == today)
  }

  @Test func whatRestsTooLongIsListed() throws {
    let day = try DispatchedDay()
    let later = Instant(milliseconds: DispatchedDay.signing.milliseconds + 5 * 86_400_000)
    let ageing = try day.store.ageing(now: later, limit: 3)
    #expect(ageing.rows.map(\.holder) == [.courier(day.device.courier), .office])
    #expect(ageing.rows.map(\.cards) == [[0, 0, 6, 0, 0, 0], [0, 0, 2, 0, 0, 0]])
    #expect(ageing.oldest.map(\.card) == [day.cards[6], day.cards[7], day.bag[0]])
  }

  @Test func aClerkPacksAndTakesBack() throws {
    let day = try DispatchedDay()
    let plan = try day.office.plan([("SP-02", [[day.cards[6]]])])
    try day.store.savePlan(plan, now: TestOffice.now)
    let packed = try day.store.pack(
      plan.runs[0].id, [day.cards[6], day.cards[7]], by: "Rina", now: evening)
    #expect(packed.present == [day.cards[6]])
    #expect(packed.extra == [day.cards[7]])
    #expect(try day.store.events(of: day.cards[6]).map(\.event.kind) == [.printed, .packed])
    let back = try day.store.receive(
      from: .courier(day.device.courier), counted: [day.bag[0], day.cards[7]], by: "Rina",
      now: evening)
    #expect(back.present == [day.bag[0]])
    #expect(back.extra == [day.cards[7]])
    #expect(back.missing == Array(day.bag[1...]))
    #expect(try day.store.custody(of: day.bag[1]).status == .outForDelivery)
    #expect(try day.store.verify().findings == [])
  }

  @Test func oldCardsAreGivenUpAndDestroyedBeforeWitnesses() throws {
    let day = try DispatchedDay()
    let card = day.cards[7]
    try day.store.hand(
      [card], to: .own, proofs: Proof.signed, exchanged: [card.old], by: "loket 1", now: evening)
    try day.store.withdraw([day.cards[6]], by: "loket 1", now: evening)
    let old = [card.old, day.cards[6].old].sorted()
    #expect(
      try day.store.returnedAndDestroyed(from: TestOffice.today, through: TestOffice.today).waiting
        == old)
    #expect(throws: StoreRefusal.witnessesMissing(needed: 2)) {
      try day.store.destroy(old, witnesses: ["Sari", "Sari"], by: "Rina", now: evening)
    }
    #expect(throws: CustodyRefusal.notForDestruction(day.cards[6])) {
      try day.store.destroy(
        [day.cards[6]], witnesses: ["Sari", "Tono"], by: "Rina", now: evening)
    }
    let document = try day.store.destroy(
      old, witnesses: ["Sari", "Tono"], by: "Rina", now: evening)
    #expect(document.number == "MUSNAH/1871/20170727/001")
    #expect(document.cards == old)
    #expect(document.witnesses == ["Sari", "Tono"])
    let record = try day.store.returnedAndDestroyed(
      from: TestOffice.today, through: TestOffice.today)
    #expect(record.destructions == [document])
    #expect(record.withdrawn == [card.old, day.cards[6].old])
    #expect(record.waiting.isEmpty)
    #expect(throws: StoreRefusal.unknownDocument("MUSNAH/1871/20170727/002")) {
      try day.store.destruction("MUSNAH/1871/20170727/002")
    }
    #expect(try day.store.verify().findings == [])
  }
}
