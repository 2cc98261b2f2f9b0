import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct CardTests {
  @Test(arguments: [true, false])
  func aCardComesBackAsItWasBrought(hasFamilyCard: Bool) throws {
    let office = try TestOffice()
    let new = try TestOffice.newCard(7, request: .damaged, hasFamilyCard: hasFamilyCard)
    let source = try #require(TestOffice.source)
    let outcome = try office.store.importCards([new], sourceDigest: source, now: TestOffice.now)
    #expect(outcome.inserted == 1)
    let record = try #require(office.store.searchCards(nik: new.resident.nik).first)
    #expect(record.card.id.description == "KTP-1871-17-00000001-7")
    #expect(record.card.resident == new.resident)
    #expect(record.card.request == .damaged)
    #expect(record.card.location == new.location)
    #expect(record.card.requestedOn == new.requestedOn)
    #expect(record.card.printedOn == new.printedOn)
    #expect(try office.store.card(record.card.id) == record)
    #expect(try office.store.cards([record.card.id]) == [record.card])
    #expect(
      record.custody
        == CardCustody(
          card: record.card.id, holder: .office, status: .atOffice, attempts: 0, lastFailure: nil,
          since: TestOffice.now))
    #expect(try office.store.custody(of: record.card.id) == record.custody)
  }

  @Test func bringingTheSameFileAgainChangesNothing() throws {
    let office = try TestOffice()
    let ids = try office.importCards(0..<20)
    let cards = try (0..<20).map { try TestOffice.newCard($0, id: $0 < 10 ? ids[$0] : nil) }
    let head = try office.store.ledgerHead()
    let source = try #require(TestOffice.source)
    let outcome = try office.store.importCards(cards, sourceDigest: source, now: TestOffice.now)
    #expect(outcome.inserted == 0)
    #expect(outcome.alreadyThere == 20)
    #expect(outcome.conflicts.isEmpty)
    #expect(try office.store.ledgerHead() == head)
  }

  @Test func theSamePersonTwiceInOneFileIsOneCard() throws {
    let office = try TestOffice()
    let card = try TestOffice.newCard(1)
    let source = try #require(TestOffice.source)
    let outcome = try office.store.importCards(
      [card, card], sourceDigest: source, now: TestOffice.now)
    #expect(outcome.inserted == 1)
    #expect(outcome.alreadyThere == 1)
  }

  @Test func aRowThatContradictsAStoredCardIsReportedAndLeftOut() throws {
    let office = try TestOffice()
    let ids = try office.importCards(0..<2)
    let free = CardID(regency: office.store.regency, year: 2017, serial: 77)
    let rows = [
      try TestOffice.newCard(0, id: ids[0], name: "Orang Lain"),
      try TestOffice.newCard(1, id: free),
    ]
    let source = try #require(TestOffice.source)
    let outcome = try office.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    #expect(outcome.inserted == 0)
    #expect(outcome.conflicts.map(\.reason) == [.otherContent, .samePerson(as: ids[1])])
    #expect(outcome.conflicts.map(\.sourceRow) == [2, 3])
    #expect(try office.store.card(ids[0]).card.resident.name == "Sri Wahyuni 0")
    #expect(throws: StoreRefusal.unknownCard(free)) { try office.store.card(free) }
  }

  @Test func aGivenNumberIsKeptAndNeverMintedAgain() throws {
    let office = try TestOffice()
    let taken = CardID(regency: office.store.regency, year: 2017, serial: 2)
    let rows =
      [try TestOffice.newCard(0, id: taken)] + (try (1..<4).map { try TestOffice.newCard($0) })
    let source = try #require(TestOffice.source)
    let outcome = try office.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    #expect(outcome.inserted == 4)
    let numbers = try office.store.searchCards().map(\.card.id.description)
    #expect(
      numbers.map { $0.dropFirst(12).prefix(8) } == [
        "00000001", "00000002", "00000003", "00000004",
      ])
  }

  @Test func aRowOfAnUnknownDesaLeavesNothingOfTheFile() throws {
    let office = try TestOffice()
    let rows =
      try (0..<600).map { try TestOffice.newCard($0) }
      + [try TestOffice.newCard(600, desa: "18.71.09.1001")]
    let source = try #require(TestOffice.source)
    #expect(throws: StoreRefusal.unknownRegion(try TestOffice.code("18.71.09.1001"))) {
      try office.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    }
    #expect(try office.store.openCardCount() == 0)
    #expect(try office.store.ledgerHead().count == 0)
  }

  @Test func printedCardsAreRecordedFiveHundredAtATime() throws {
    let office = try TestOffice()
    let rows = try (0..<1201).map { try TestOffice.newCard($0) }
    let source = try #require(TestOffice.source)
    _ = try office.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    let entries = try office.store.entries()
    #expect(entries.map(\.event.cards.count) == [500, 500, 201])
    #expect(entries.map(\.event.id.sequence) == [1, 2, 3])
    #expect(entries.allSatisfy { $0.event.kind == .printed && $0.event.taker == .office })
  }

  @Test func noNumberOfAPersonOrFamilyStandsInTheDatabaseFile() throws {
    let office = try TestOffice()
    try office.importCards(0..<30)
    for name in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(filePath: office.database + name))
      for number in 0..<30 {
        let resident = try TestOffice.newCard(number).resident
        let familyCard = try #require(resident.familyCard)
        for digits in [resident.nik.digits, familyCard.digits] {
          #expect(bytes.range(of: Data(digits.utf8)) == nil)
        }
      }
    }
  }

  @Test func cardsAreFoundByEachOfTheirParts() throws {
    let office = try TestOffice()
    let store = office.store
    let source = try #require(TestOffice.source)
    var rows = try (0..<12).map { try TestOffice.newCard($0) }
    rows[3] = try TestOffice.newCard(3, name: "I Ketut Sudiana, S.Pd.")
    _ = try store.importCards(rows, sourceDigest: source, now: TestOffice.now)

    func names(_ records: [CardRecord]) -> [String] { records.map(\.card.resident.name) }
    #expect(names(try store.searchCards(name: "sudi KETUT")) == ["I Ketut Sudiana, S.Pd."])
    #expect(names(try store.searchCards(name: "100%")).count == 12)
    #expect(try store.searchCards(birthDate: rows[0].resident.birthDate).count == 12)
    #expect(try store.searchCards(birthDate: TestOffice.today).isEmpty)
    #expect(try store.searchCards(kecamatan: try TestOffice.code("18.71.02")).count == 4)
    #expect(try store.searchCards(status: .delivered).isEmpty)
    #expect(names(try store.searchCards(nik: rows[5].resident.nik)) == ["Sri Wahyuni 5"])
    let page = try store.searchCards(status: .atOffice, limit: 5, offset: 10)
    #expect(names(page) == ["Sri Wahyuni 10", "Sri Wahyuni 11"])
  }

  @Test(arguments: [
    ("Siti-Nur  A'isyah, S.Pd.", "siti nur a isyah s pd"), (" I Made. ", "i made"),
    ("ÉLODIE D\u{2019}Arcy", "élodie d arcy"),
  ])
  func aNameIsFoundByItsWordsHoweverItIsWritten(name: String, words: String) throws {
    let office = try TestOffice()
    let source = try #require(TestOffice.source)
    _ = try office.store.importCards(
      [try TestOffice.newCard(0, name: name)], sourceDigest: source, now: TestOffice.now)
    for typed in [words, name, name.uppercased()] {
      #expect(try office.store.searchCards(name: typed).count == 1)
    }
  }

  @Test func cardsForTheCounterAreNotDelivered() throws {
    let office = try TestOffice()
    let source = try #require(TestOffice.source)
    let rows = [try TestOffice.newCard(0), try TestOffice.newCard(1, channel: .counter)]
    _ = try office.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    let cards = try office.store.deliverableCards(on: TestOffice.today)
    #expect(cards.map(\.resident.name) == ["Sri Wahyuni 0"])
  }

  @Test func sealedCellsCannotBeExchanged() throws {
    let office = try TestOffice()
    let ids = try office.importCards(0..<2)
    try office.tamper(
      """
      UPDATE card SET numbers_sealed = (SELECT numbers_sealed FROM card WHERE id = '\(ids[0])')
      WHERE id = '\(ids[1])'
      """)
    #expect(throws: KeyError.self) {
      try office.store.card(ids[1])
    }
  }
}
