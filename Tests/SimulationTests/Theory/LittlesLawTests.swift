import Testing

@testable import Simulation

/// What stands there is what comes times how long it stays.
///
/// Source: J. D. C. Little, "A proof for the queuing formula: L = lambda W", 1961; for a finite time,
/// "Little's law as viewed on its 50th anniversary", 2011.
@Suite struct LittlesLawTests {
  private func evenings(from: Int32, to: Int32, days: Int) -> Int {
    (0..<days).count { day in
      let evening = Int32(day * 86_400 + 86_399)
      return from <= evening && evening < to
    }
  }

  @Test(arguments: 0..<10)
  func theRecordedQueueIsWhatTheCardsWaited(replication: Int) {
    let scenario = SmallExperimentOffice.scenario(printers: 1, opening: 100)
    let world = SimulatedWorld.run(scenario, seed: 3, replication: replication)
    let stood = world.daily[.waitingToPrint].reduce(0, +)
    let waited = (0..<world.cards.count).reduce(0) { sum, card in
      guard world.cards.readyAt[card] != CardTable.never else { return sum }
      return sum
        + evenings(
          from: world.cards.readyAt[card], to: world.cards.printedAt[card],
          days: scenario.dayCount)
    }
    #expect(waited > 300)
    #expect(stood == Double(waited))
  }

  @Test(arguments: 0..<10)
  func cardsOnTheirWayAreThoseThatHaveNotEnded(replication: Int) {
    let scenario = SmallExperimentOffice.scenario(couriers: 1)
    let world = SimulatedWorld.run(scenario, seed: 4, replication: replication)
    let levels: [Measure] = [
      .waitingToPrint, .waitingToSort, .waitingToHandOver, .withChannel, .held,
    ]
    let stood = levels.reduce(0.0) { $0 + world.daily[$1].reduce(0, +) }
    let inside = (0..<world.cards.count).reduce(0) { sum, card in
      guard world.cards.readyAt[card] != CardTable.never, world.cards.stage[card] != .duplicate
      else { return sum }
      return sum
        + evenings(
          from: world.cards.readyAt[card], to: world.cards.endedAt[card],
          days: scenario.dayCount)
    }
    #expect(stood == Double(inside))
  }
}
