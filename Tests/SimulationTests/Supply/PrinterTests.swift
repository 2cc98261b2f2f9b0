import Domain
import Testing

@testable import Simulation

@Suite struct PrinterTests {
  private static func office(
    days: Int = 5, printers: Int = 1, operators: Int = 1,
    _ change: (inout Scenario) -> Void = { _ in }
  ) -> SupplyRun {
    SupplyRun(
      SmallScenario.make(days: days) {
        $0.printing.sites = [
          Printing.Site(name: "kantor", printers: printers, operators: operators)
        ]
        $0.blanks.opening = 100_000
        $0.demand.backlog = [SmallScenario.backlog(12_000)]
        change(&$0)
      })
  }

  struct Rest: CustomTestStringConvertible {
    var afterCards: Int
    var minutes: Double
    var cardsInShift: Double
    var testDescription: String { "\(minutes) minutes after \(afterCards) cards" }
  }

  /// Eight hours of one card a minute.
  @Test(arguments: [
    Rest(afterCards: 40, minutes: 20, cardsInShift: 320),
    Rest(afterCards: 50, minutes: 30, cardsInShift: 300),
    Rest(afterCards: 100, minutes: 60, cardsInShift: 300),
    Rest(afterCards: 25, minutes: 35, cardsInShift: 200),
    Rest(afterCards: 70, minutes: 30, cardsInShift: 350),
    Rest(afterCards: 480, minutes: 60, cardsInShift: 480),
    Rest(afterCards: 10, minutes: 0, cardsInShift: 480),
  ])
  func aPrinterThatRestsMakesWhatTheHoursAllow(_ rest: Rest) {
    let run = Self.office {
      $0.printing.heatRestAfterCards = rest.afterCards
      $0.printing.heatRestMinutes = rest.minutes
    }

    #expect(run[.printed] == Array(repeating: rest.cardsInShift, count: 5))
  }

  @Test func aCardIsBegunOnlyIfItIsDoneByClosing() {
    let run = Self.office { $0.printing.secondsPerCard = .fixed(3_601) }

    #expect(run[.printed] == [7, 7, 7, 7, 7])
    #expect(run.world.cards.stage.allSatisfy { $0 != .printing })
  }

  @Test(arguments: [(1, 480.0), (10, 4_800), (24, 11_520), (46, 11_520)])
  func anOperatorServesOnePrinterAtATime(operators: Int, cardsInShift: Double) {
    let run = Self.office(days: 1, printers: 24, operators: operators)

    #expect(run[.printed] == [cardsInShift])
    #expect(run[.printersAtStart] == 24)
    #expect(run[.operatorsAtStart] == Double(operators))
    #expect(run[.operatorsBusy][0] == min(1, 24 / Double(operators)))
    #expect(run[.printersBusy][0] == min(1, Double(operators) / 24))
  }

  @Test func theOperatorOfARestingPrinterServesAnother() {
    let run = Self.office(days: 1, printers: 2, operators: 1) {
      $0.printing.heatRestAfterCards = 60
      $0.printing.heatRestMinutes = 60
    }

    #expect(run[.printed] == [480])
  }

  @Test func overtimeAddsItsHours() {
    let run = Self.office(days: 14) {
      $0.printing.hours.overtimeMinutes = 60
      $0.printing.hours.overtimeDays = [.saturday]
      $0.holidays = [CalendarDate(dayNumber: 16_441)]
    }

    #expect(run[.printed] == [540, 0, 540, 540, 540, 480, 0, 540, 540, 540, 540, 540, 480, 0])
  }

  @Test func aRibbonIsChangedInTimeOfThePrinterAndCounted() {
    let run = Self.office(days: 1) {
      $0.printing.cardsPerRibbon = 100
      $0.printing.ribbonChangeMinutes = 5
      $0.costs.ribbon = 1_000
    }

    // 480 minutes: 100 + 5 + 100 + 5 + 100 + 5 + 100 + 5 + 60.
    #expect(run[.printed] == [460])
    #expect(run[.cost] == [4_000])
  }

  @Test func withoutRibbonsPrintingStandsStillUntilTheMonthBegins() {
    // 26 January to 8 February 2015.
    let run = Self.office(days: 14) {
      $0.firstDay = CalendarDate(dayNumber: 16_461)
      $0.lastDay = CalendarDate(dayNumber: 16_474)
      $0.printing.cardsPerRibbon = 100
      $0.printing.ribbons = 2
      $0.printing.ribbonsPerMonth = 3
    }

    #expect(run[.printed] == [300, 0, 0, 0, 0, 0, 0, 300, 0, 0, 0, 0, 0, 0])
    #expect(run[.daysWithoutBlanks] == 0)
  }

  @Test func printersOutOfOrderAtTheStartComeBackWhenRepaired() {
    let run = Self.office(days: 5, printers: 2, operators: 2) {
      $0.printing.brokenAtStart = 1
      $0.printing.repairDays = .fixed(2.5)
    }

    // Repaired on the third day at noon.
    #expect(run[.printed] == [480, 480, 480 + 240, 960, 960])
    #expect(run[.printersDown] == [1, 1, 0, 0, 0])
    #expect(run[.printersBusy].allSatisfy { $0 == 1 })
  }

  /// Round the clock, a printer of 10 hours between failures and 5 hours of repair is in order two
  /// thirds of the time.
  @Test func availabilityTendsToTheTimeBetweenFailuresOverTheWholeCycle() {
    let run = Self.office(days: 100, printers: 5, operators: 5) {
      $0.printing.hours = WorkingHours(
        days: Weekday.allCases, opens: .midnight, closes: SmallScenario.clock(24))
      $0.printing.secondsPerCard = .fixed(1_800)
      $0.printing.hoursBetweenFailures = .exponential(mean: 10)
      $0.printing.repairDays = .exponential(mean: 5.0 / 24)
      $0.demand.backlog = [SmallScenario.backlog(25_000)]
    }

    let possible = 100.0 * 5 * 48
    let availability = run[.printed].reduce(0, +) / possible
    // 800 cycles: the standard error is about one hundredth; a card is finished before a breakdown.
    #expect(abs(availability - 10.0 / 15) < 0.04)
  }
}
