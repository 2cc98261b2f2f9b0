import Testing

@testable import Simulation

/// Scenarios that differ in one lever meet the same residents.
@Suite struct CommonLuckTests {
  private func cards(_ scenario: Scenario) -> [Int: (
    calls: UInt8, stage: CardStage, printedAt: Int32
  )] {
    let world = SimulatedWorld.run(scenario, seed: 8, replication: 2)
    var cards: [Int: (calls: UInt8, stage: CardStage, printedAt: Int32)] = [:]
    for card in 0..<world.cards.count {
      cards[world.cards.luck[card]] = (
        world.cards.calls[card], world.cards.stage[card], world.cards.printedAt[card]
      )
    }
    return cards
  }

  @Test func morePrintersDoNotChangeWhoIsAtHome() {
    let few = cards(SmallExperimentOffice.scenario(days: 60, printers: 1, opening: 2000))
    let many = cards(SmallExperimentOffice.scenario(days: 60, printers: 3, opening: 2000))
    var (compared, printedAtAnotherTime, calledTwice) = (0, 0, 0)
    for (luck, one) in few {
      guard let other = many[luck], one.stage == .delivered, other.stage == .delivered else {
        continue
      }
      #expect(one.calls == other.calls)
      compared += 1
      printedAtAnotherTime += one.printedAt == other.printedAt ? 0 : 1
      calledTwice += one.calls > 1 ? 1 : 0
    }
    #expect(compared > 100)
    #expect(printedAtAnotherTime > compared / 4)
    #expect(calledTwice > 5)
  }

  @Test func morePrintersDoNotChangeWhoAsks() {
    let few = cards(SmallExperimentOffice.scenario(printers: 1))
    let many = cards(SmallExperimentOffice.scenario(printers: 3))
    #expect(Set(few.keys) == Set(many.keys))
  }

  /// The same luck makes the difference of two offices surer than other luck would.
  @Test func theSameLuckSavesVariance() throws {
    let study = try Experiment(runs: 20, seed: 6).study(
      SmallExperimentOffice.scenario(opening: 2000),
      alternatives: [SmallExperimentOffice.scenario(printers: 3, opening: 2000)])
    let printed = try #require(study.comparisons[0].differences[.cost])
    #expect(try #require(printed.varianceSaved) > 0.5)
  }
}
