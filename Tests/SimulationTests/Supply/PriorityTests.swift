import Domain
import Testing

@testable import Simulation

@Suite struct PriorityTests {
  @Test func replacementsWaitUntilEveryFirstCardIsPrinted() {
    let run = SupplyRun(
      SmallScenario.make {
        $0.printing.cardsPerPrinterDay = 50
        $0.blanks.opening = 1_000
        $0.demand.backlog = [
          SmallScenario.backlog(250, .lost, agedDays: 100), SmallScenario.backlog(300, agedDays: 1),
          SmallScenario.backlog(10, .dataChange, .urgent, agedDays: 0),
        ]
      })

    // 100 a day: 10 urgent and 90 first cards, 100, 100, 10 first cards and 90 replacements.
    #expect(printed(run, .dataChange) == [10])
    #expect(printed(run, .first) == [90, 100, 100, 10])
    #expect(printed(run, .lost) == [0, 0, 0, 90, 100, 0, 0, 60])
  }

  @Test func withinATierTheOldestIsPrintedFirst() {
    let run = SupplyRun(
      SmallScenario.make {
        $0.blanks.opening = 500
        $0.printing.cardsPerPrinterDay = 20
        $0.demand.backlog = [
          Demand.Backlog(
            stage: .ready, kind: .first, urgency: .normal, cards: 300,
            agedDays: .exponential(mean: 30))
        ]
      })

    let cards = run.world.cards
    let order = run.world.sorted.map { Int($0) }
    #expect(order.count == 300)
    #expect(zip(order, order.dropFirst()).allSatisfy { cards.readyAt[$0] <= cards.readyAt[$1] })
  }

  /// Replacements are served from surplus only: 60 blanks stay for first cards to come.
  @Test func aSurplusTierStopsWhereTheStockMustStay() {
    let run = SupplyRun(
      SmallScenario.make(days: 14) {
        $0.priority = PriorityTier.usual
        $0.priority[2].leavesInStock = 60
        $0.blanks.opening = 200
        $0.blanks.shipments = [
          BlankSupply.Shipment(on: CalendarDate(dayNumber: 16_440 + 7), cards: 25)
        ]
        $0.demand.backlog = [SmallScenario.backlog(500, .lost), SmallScenario.backlog(100)]
      })

    #expect(printed(run, .first) == [100])
    #expect(printed(run, .lost) == [40, 0, 0, 0, 0, 0, 0, 25])
    #expect(run[.stock].last == 60)
    #expect(run[.stockOutDay] == nil)
    #expect(run[.daysWithoutBlanks] == 0)
  }

  /// Cards of a kind printed on each day, up to the last day with any.
  private func printed(_ run: SupplyRun, _ kind: RequestKind) -> [Int] {
    var days = Array(repeating: 0, count: run.world.scenario.dayCount)
    let cards = run.world.cards
    for card in 0..<cards.count
    where cards.kind[card] == kind && cards.printedAt[card] != CardTable.never {
      days[Int(cards.printedAt[card]) / 86_400] += 1
    }
    while days.last == 0 { days.removeLast() }
    return days
  }
}
