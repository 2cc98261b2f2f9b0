import Domain
import Testing

@testable import Simulation

@Suite struct BlankSupplyTests {
  private static let busy: @Sendable (inout Scenario) -> Void = {
    $0.printing.cardsPerPrinterDay = 100
    $0.demand.backlog = [SmallScenario.backlog(30_000)]
  }

  @Test func monthlyDeliveriesComeOnTheirDayOrOnTheLastOfTheMonth() {
    // 5 January to 3 April 2015.
    let run = SupplyRun(
      SmallScenario.make(days: 89) {
        Self.busy(&$0)
        $0.blanks.monthly = BlankSupply.Monthly(cards: 500, day: 30)
      })

    let days = run[.blanksReceived].indices.filter { run[.blanksReceived][$0] > 0 }
    #expect(
      days.map { CalendarDate(dayNumber: 16_440 + $0).description }
        == ["2015-01-30", "2015-02-28", "2015-03-30"])
    #expect(run[.printed] == 1_500)
    #expect(run[.stockOutWorkingDay] == 1)
  }

  /// 200 a day: ordering 1,000 at 1,600 with eight days on the way never lets the stock run out.
  @Test func anOrderInTimeAvoidsTheStockOutAndALateOneDoesNot() {
    func run(level: Int) -> SupplyRun {
      SupplyRun(
        SmallScenario.make(days: 60) {
          Self.busy(&$0)
          $0.blanks.opening = 2_000
          $0.blanks.reorder = BlankSupply.Reorder(level: level, cards: 1_000, leadDays: .fixed(8))
        })
    }

    let inTime = run(level: 1_600)
    #expect(inTime[.stockOutDay] == nil)
    #expect(inTime[.blanksReceived].first { $0 > 0 } == 1_000)
    // Two working days bring 2,000 to 1,600; ordered that evening, there eight days later.
    #expect(inTime[.blanksReceived].firstIndex { $0 > 0 } == 1 + 8)
    #expect(inTime[.printed].reduce(0, +) == 200 * 44)

    let late = run(level: 200)
    // Nine days bring 2,000 to 200, on Thursday the 15th; the tenth uses the last of them.
    #expect(late[.stockOutWorkingDay] == 11)
    #expect(late[.printed].reduce(0, +) < 200 * 44)
  }

  @Test func ordersOnTheirWayAreNotMadeTwice() {
    let run = SupplyRun(
      SmallScenario.make(days: 20) {
        Self.busy(&$0)
        $0.blanks.opening = 3_000
        $0.blanks.reorder = BlankSupply.Reorder(level: 2_800, cards: 500, leadDays: .fixed(15))
      })

    // One order each time that stock and orders together have fallen to 2,800.
    #expect(run.supply.blanks.orderCount == 6)
  }

  struct Rule: CustomTestStringConvertible {
    var allocation: BlankSupply.Allocation
    var given: [Double]
    var testDescription: String { allocation.rawValue }
  }

  /// 90 blanks for two sites with queues of 100 and 200, of 30,000 and 10,000 residents.
  @Test(arguments: [
    Rule(allocation: .byQueue, given: [30, 60]), Rule(allocation: .equal, given: [45, 45]),
    Rule(allocation: .byPopulation, given: [68, 22]),
  ])
  func scarceBlanksAreSharedOutByTheRule(_ rule: Rule) {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        $0.printing.sites = [
          Printing.Site(name: "satu", printers: 1, operators: 1, kecamatan: [0]),
          Printing.Site(name: "dua", printers: 1, operators: 1, kecamatan: [1]),
        ]
        $0.blanks = BlankSupply(opening: 90, allocation: rule.allocation)
        for (place, without) in [50, 50, 100, 100].enumerated() {
          $0.places[place].obliged = place < 2 ? 15_000 : 5_000
          $0.places[place].recorded = $0.places[place].obliged
          $0.places[place].holders = $0.places[place].obliged - without
        }
        $0.demand.backlog = [SmallScenario.backlog(300)]
      })

    let cards = run.world.cards
    let printed = [0, 1].map { kecamatan in
      Double(
        run.world.sorted.count {
          run.world.scenario.places[Int(cards.place[Int($0)])].kecamatan == kecamatan
        })
    }
    #expect(printed == rule.given)
    #expect(run.supply.blanks.total == 0)
  }

  @Test func aSiteGetsNoMoreThanItsDaysOfPrinting() {
    let run = SupplyRun(
      SmallScenario.make(days: 2) {
        $0.printing.sites = [
          Printing.Site(name: "satu", printers: 1, operators: 1, kecamatan: [0]),
          Printing.Site(name: "dua", printers: 2, operators: 2, kecamatan: [1]),
        ]
        $0.printing.cardsPerPrinterDay = 10
        $0.blanks = BlankSupply(opening: 1_000, allocationDays: 2.5)
        $0.demand.backlog = [SmallScenario.backlog(4, .lost)]
      })

    #expect(run.supply.blanks.atSite == [25, 50])
    #expect(run.supply.blanks.central == 1_000 - 4 - 75)
  }

  @Test func spoiledAndRejectedCardsTakeAnotherBlank() {
    let run = SupplyRun(
      SmallScenario.make(days: 60) {
        Self.busy(&$0)
        $0.blanks.opening = 2_000
        $0.blanks.spoiledShare = 0.1
        $0.finishing.rejectedShare = 0.1
      })

    let printed = run[.printed].reduce(0, +)
    let spoiled = run[.spoiled].reduce(0, +)
    #expect(printed + spoiled == 2_000)
    // 19 % of 2,000, give or take four standard deviations.
    #expect(abs(spoiled - 380) < 71)
    let used = run.world.cards.blanksUsed.reduce(0) { $0 + Int($1) }
    #expect(used == 2_000)
  }

  @Test func aRejectedCardIsTheNextToBePrinted() throws {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        $0.printing.sites[0] = Printing.Site(name: "kantor", printers: 1, operators: 1)
        $0.blanks.opening = 1_000
        $0.finishing.rejectedShare = 0.3
        $0.demand.backlog = [SmallScenario.backlog(400)]
      })

    let cards = run.world.cards
    let rejected = (0..<400).filter { cards.blanksUsed[$0] > 1 }
    try #require(rejected.count > 50)
    // With one printer the order stays that of the queue, whatever is printed anew.
    #expect(run.world.sorted == Array(0..<400))
  }
}
