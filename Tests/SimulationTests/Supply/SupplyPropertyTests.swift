import Testing

@testable import Simulation

/// What holds in every office, over many drawn by chance.
@Suite struct SupplyPropertyTests {
  @Test(arguments: UInt64(0)..<40)
  func noCardAndNoBlankIsMadeOrLost(seed: UInt64) {
    let scenario = RandomScenario.make(seed: seed)
    let run = SupplyRun(scenario, seed: seed)

    #expect(run.wasAlwaysBalanced)
    let opening = scenario.demand.backlog.reduce(0) { $0 + $1.cards }
    #expect(opening + Int(run[.requests].reduce(0, +)) == run.world.cards.count)
    let blanksIn = Double(scenario.blanks.opening) + run[.blanksReceived].reduce(0, +)
    let lost = run[.spoiled].reduce(0, +)
    let inPrinters = run.world.cards.stage.count { $0 == .printing }
    #expect(
      blanksIn == run[.printed].reduce(0, +) + lost + Double(inPrinters)
        + Double(run.supply.blanks.total))
    #expect(run[.stock].allSatisfy { $0 >= 0 })
    #expect(run.world.sorted.count == Set(run.world.sorted).count)
  }

  @Test(arguments: UInt64(0)..<8)
  func theSameSeedLeavesTheSameRecord(seed: UInt64) {
    let scenario = RandomScenario.make(seed: seed)

    #expect(SupplyRun(scenario, seed: seed).record == SupplyRun(scenario, seed: seed).record)
  }

  @Test(arguments: UInt64(100)..<120)
  func residentsAreNeitherMadeNorLost(seed: UInt64) {
    let scenario = RandomScenario.make(seed: seed)
    let run = SupplyRun(scenario, seed: seed)

    for (place, facts) in scenario.places.enumerated() {
      #expect(run.world.recorded[place] <= run.world.obliged[place])
      #expect(run.world.holders[place] <= run.world.recorded[place])
      #expect(run.world.obliged[place] >= facts.obliged)
    }
    let recorded = scenario.places.reduce(0) { $0 + $1.recorded }
    #expect(run.world.recorded.reduce(0, +) - recorded == Int(run[.recorded].reduce(0, +)))
  }
}
