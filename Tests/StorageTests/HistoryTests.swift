import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct HistoryTests {
  @Test func theDatesOfEveryCardAreToldWithoutItsResident() throws {
    let office = try TestOffice()
    let cards = try office.importCards(0..<4)
    let looks = try office.store.accessLog().count

    let dates = try office.store.cardDates()

    #expect(dates.map(\.id) == cards.sorted())
    let first = try #require(dates.first)
    #expect(first.desa == (try TestOffice.code("18.71.01.1001")))
    #expect(first.request == .first)
    #expect(first.urgency == .normal)
    #expect(first.requestedOn == TestOffice.today.adding(days: -20))
    #expect(first.printedOn == TestOffice.today.adding(days: -2))
    #expect(first.channel == .door)
    // Nobody's data were looked at, so the journal has nothing to say.
    #expect(try office.store.accessLog().count == looks)
  }

  @Test func anEmptyStoreHasNoDates() throws {
    #expect(try TestOffice().store.cardDates().isEmpty)
  }

  @Test func erasureLeavesTheDatesOfACard() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning, to: .own)
    _ = try day.store.merge(fileBytes: device.file(), now: DispatchedDay.evening)
    let before = try day.store.cardDates()

    _ = try day.store.subjectErase(
      TestOffice.nik(0), by: "Rina", basis: .request, now: DispatchedDay.evening)

    #expect(try day.store.cardDates() == before)
  }
}
