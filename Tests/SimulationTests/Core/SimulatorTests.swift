import Testing

@testable import Simulation

/// Whole runs of offices drawn by chance, from the request to the resident's hand.
@Suite struct SimulatorTests {
  @Test(arguments: UInt64(200)..<216)
  func everyCardThatBecameReadyIsDeliveredReturnedOrInside(seed: UInt64) throws {
    let scenario = RandomScenario.make(seed: seed)
    let record = Simulator(scenario, seed: seed).run(replication: 3)

    let opening = scenario.demand.backlog.filter { $0.stage != .processing }
    let came =
      opening.reduce(0) { $0 + Double($1.cards) } + record.daily[.becameReady].reduce(0, +)
    let delivered = try #require(record.answers[.delivered])
    let returned = try #require(record.answers[.returned])
    let inside = try #require(record.answers[.cardsInside])
    #expect(came == delivered + returned + inside)

    let everyone = try #require(record.waits[.everyone])
    #expect(Double(everyone.reached.total) == delivered)
    #expect(Double(everyone.waiting.total) == inside)
    let last = scenario.dayCount - 1
    let levels: [Measure] = [
      .waitingToPrint, .waitingToSort, .waitingToHandOver, .withChannel, .held,
    ]
    // Cards that are being made on the spot stand nowhere.
    #expect(levels.reduce(0) { $0 + record.daily[last, $1] } <= inside)
  }

  @Test(arguments: UInt64(0)..<4)
  func theSameSeedAndReplicationLeaveTheSameRecord(seed: UInt64) {
    let scenario = RandomScenario.make(seed: seed)

    let first = Simulator(scenario, seed: seed).run(replication: 1)
    #expect(Simulator(scenario, seed: seed).run(replication: 1) == first)
  }
}
