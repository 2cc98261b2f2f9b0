import Domain
import Testing

@testable import Simulation

/// Pesawaran, January 2015: 8,016 blanks last two printers of 100 cards a day 41 working days.
@Suite struct StockOutTests {
  @Test func eightThousandBlanksLastFortyFullDaysAndSixteenCards() {
    let run = SupplyRun(
      SmallScenario.make(days: 90) {
        $0.printing.cardsPerPrinterDay = 100
        $0.blanks.opening = 8_016
        $0.demand.backlog = [SmallScenario.backlog(41_000)]
      })

    #expect(run[.stockOutWorkingDay] == 41)
    // Forty working days are eight weeks.
    #expect(run[.stockOutDay] == 57)
    #expect(run[.printed] == 8_016)
    #expect(run[.printedPerWorkingDay] == 200)
    #expect(run[.waitingToPrintAtEnd] == 32_984)
    #expect(run[.printed].prefix(5) == [200, 200, 200, 200, 200])
    #expect(run[.printed][56] == 16)
    #expect(run[.stock][55] == 16)
    // Of the 65 working days of 90 days that begin on a Monday.
    #expect(run[.daysWithoutBlanks] == 25)
    #expect(run.wasAlwaysBalanced)
  }
}
