import Domain
import Testing

@testable import Simulation

@Suite struct BacklogTests {
  @Test func cardsAreSharedOutByPeopleWithoutACard() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        for (place, holders) in [10_000, 9_000, 7_000, 4_000].enumerated() {
          $0.places[place].recorded = 10_000
          $0.places[place].holders = holders
        }
        $0.demand.backlog = [SmallScenario.backlog(100)]
      })

    #expect(cardsOfPlaces(run) == [0, 10, 30, 60])
  }

  @Test func whereEveryoneHoldsACardTheyAreSharedOutByAllWhoMust() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        for place in 0..<4 {
          $0.places[place].obliged = 1_000 * (place + 1)
          $0.places[place].recorded = 1_000 * (place + 1)
          $0.places[place].holders = 1_000 * (place + 1)
        }
        $0.demand.backlog = [SmallScenario.backlog(100, .lost)]
      })

    #expect(cardsOfPlaces(run) == [10, 20, 30, 40])
  }

  @Test func cardsOfAllPlacesAreMixedInTheQueue() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) { $0.demand.backlog = [SmallScenario.backlog(4_000)] })

    for start in stride(from: 0, to: 4_000, by: 100) {
      let places = run.world.cards.place[start..<start + 100]
      for place in Int16(0)..<4 { #expect((20...30).contains(places.count { $0 == place })) }
    }
  }

  @Test func everyStageBeginsWhereItSays() {
    let run = SupplyRun(
      SmallScenario.make(days: 6) {
        $0.demand.backlog = [
          SmallScenario.backlog(10, stage: .processing, agedDays: 1),
          SmallScenario.backlog(20, stage: .processing, agedDays: 9),
          SmallScenario.backlog(30, stage: .ready, agedDays: 2),
          SmallScenario.backlog(40, stage: .printed, agedDays: 3),
        ]
        $0.processing.leadDays = .fixed(5)
      })

    #expect(run.world.cards.stage[60...].allSatisfy { $0 == .toHandOver })
    #expect(run.world.sorted == Array(60..<100))
    // Recorded a day before the first and five days at the centre: ready after four days.
    #expect(run[.inProcessing] == [10, 10, 10, 10, 0, 0])
    #expect(run[.waitingToPrint] == [50, 50, 50, 50, 60, 60])
    #expect(run.world.cards.readyAt[0] == 4 * 86_400)
    #expect(run.world.cards.readyAt[10] == 0)
    #expect(run.world.cards.readyAt[30] == -2 * 86_400)
    #expect(run.world.cards.readyAt[60] == -3 * 86_400)
  }

  private func cardsOfPlaces(_ run: SupplyRun) -> [Int] {
    (Int16(0)..<4).map { place in run.world.cards.place.count { $0 == place } }
  }
}
