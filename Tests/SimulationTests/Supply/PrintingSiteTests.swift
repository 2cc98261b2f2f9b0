import Domain
import Testing

@testable import Simulation

@Suite struct PrintingSiteTests {
  private static func date(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 16_440 + day) }

  @Test func aSiteThatClosesPassesItsQueueAndItsBlanksOn() {
    let run = SupplyRun(
      SmallScenario.make(days: 12) {
        $0.printing.sites = [
          Printing.Site(name: "pusat", printers: 1, operators: 1),
          Printing.Site(
            name: "kecamatan", printers: 1, operators: 1, kecamatan: [1], to: Self.date(1)),
        ]
        $0.printing.cardsPerPrinterDay = 50
        $0.blanks.opening = 1_000
        $0.demand.backlog = [SmallScenario.backlog(400)]
      })

    #expect(run[.printed] == [100, 100, 50, 50, 50, 0, 0, 50, 0, 0, 0, 0])
    #expect(run[.waitingToPrint].last == 0)
    #expect(run.supply.blanks.total == 600)
    #expect(run.supply.blanks.atSite[1] == 0)
  }

  @Test func aSiteThatOpensTakesOverItsKecamatan() {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        $0.printing.sites = [
          Printing.Site(name: "pusat", printers: 1, operators: 1),
          Printing.Site(
            name: "kecamatan", printers: 1, operators: 1, kecamatan: [1], from: Self.date(2)),
        ]
        $0.printing.cardsPerPrinterDay = 50
        $0.blanks.opening = 1_000
        $0.demand.backlog = [SmallScenario.backlog(1_000)]
      })

    #expect(run[.printed] == [50, 50, 100, 100, 100])
    let atHome = run.supply.queues.cards(at: 1).allSatisfy {
      run.world.cards.place[Int($0)] >= 2
    }
    #expect(atHome)
    #expect(run.supply.queues.cards(at: 0).allSatisfy { run.world.cards.place[Int($0)] < 2 })
  }

  @Test func severalSitesForAllShareTheQueueByTheirPrinters() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        $0.printing.sites = [
          Printing.Site(name: "satu", printers: 1, operators: 1),
          Printing.Site(name: "dua", printers: 3, operators: 3),
        ]
        $0.demand.backlog = [SmallScenario.backlog(400)]
      })

    #expect(run.supply.queues.waiting == [100, 300, 0])
  }

  @Test func cardsThatNoOpenSitePrintsWaitForOne() {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        $0.printing.sites = [
          Printing.Site(name: "pusat", printers: 1, operators: 1, from: Self.date(3))
        ]
        $0.blanks.opening = 1_000
        $0.demand.backlog = [SmallScenario.backlog(100)]
      })

    #expect(run[.waitingToPrint] == [100, 100, 100, 0, 0])
    #expect(run[.stockOutDay] == nil)
    #expect(run[.printersAtStart] == 0)
  }
}
