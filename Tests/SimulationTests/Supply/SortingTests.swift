import Testing

@testable import Simulation

@Suite struct SortingTests {
  @Test(arguments: [(30.0, 240.0), (7, 56), (0.5, 4), (480, 480)])
  func noMoreIsSortedThanTheHoursAllow(perHour: Double, perDay: Double) {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        $0.printing.sites[0].printers = 1
        $0.blanks.opening = 10_000
        $0.finishing.sortedPerHour = perHour
        $0.demand.backlog = [SmallScenario.backlog(10_000)]
      })

    // Nothing is there to be sorted until the first card is printed, a minute after eight.
    let sorted = Double(run.world.sorted.count)
    #expect(sorted <= 5 * perDay)
    #expect(sorted >= 5 * perDay - 1 - perHour / 60)
    #expect(run[.waitingToSort].last == 5 * 480 - sorted)
  }

  @Test func whatIsSortedAtOnceIsNotNotedAsWaiting() {
    let run = SupplyRun(
      SmallScenario.make(days: 2) {
        $0.blanks.opening = 100
        $0.demand.backlog = [SmallScenario.backlog(100)]
      })

    #expect(run.world.sorted.count == 100)
    #expect(run[.waitingToSort] == [0, 0])
    #expect(run[.sortingBusy] == [0, 0])
  }
}
