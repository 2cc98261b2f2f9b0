import TestSupport
import Testing

@testable import Simulation

@Suite struct CardAgesTests {
  /// The least of the sorted `values` that `percent` of them do not exceed; 0 of none.
  private static func quantile(_ values: [Int], percent: Int) -> Double {
    values.isEmpty ? 0 : Double(values.sorted()[(values.count * percent + 99) / 100 - 1])
  }

  /// Whole days from ready to `end` of the cards that `isMeant` takes.
  private static func days(
    _ cards: CardTable, until end: (Int) -> Int32, _ isMeant: (Int) -> Bool
  ) -> [Int] {
    cards.stage.indices.filter(isMeant).map { wholeDays(from: cards.readyAt[$0], to: end($0)) }
  }

  @Test(arguments: UInt64(0)..<30)
  func theCountsAgreeWithSortingAllCards(seed: UInt64) {
    let scenario = RandomScenario.make(seed: seed)
    var world = World(scenario, draws: Draws(seed: seed, replication: 0))
    var supply = Supply(scenario, &world)
    var delivery = DeliveryProcess(scenario, &world)
    var lastArrived: [Int] = []
    while let event = world.events.next() {
      switch event.owner {
      case .supply: supply.handle(event, &world)
      case .delivery: delivery.handle(event, &world)
      case .evening:
        let (day, cards, now) = (world.day, world.cards, world.now)
        supply.note(day: day, &world)
        delivery.note(day: day, &world)
        world.closeDay()
        let inside = Self.days(cards, until: { _ in now }) { cards.stage[$0].isInside }
        let arrived = Self.days(cards, until: { cards.endedAt[$0] }) {
          cards.stage[$0] == .delivered && Int(cards.endedAt[$0]) / 86_400 == day
        }
        if !arrived.isEmpty { lastArrived = arrived }
        #expect(world.ages.insideCount == inside.count)
        #expect(world.daily[day, .ageMedian] == Self.quantile(inside, percent: 50))
        #expect(world.daily[day, .ageNinetyFifth] == Self.quantile(inside, percent: 95))
        #expect(world.daily[day, .arrivedWaitMedian] == Self.quantile(lastArrived, percent: 50))
        #expect(
          world.daily[day, .arrivedWaitNinetyFifth] == Self.quantile(lastArrived, percent: 95))
      }
    }
    #expect(!lastArrived.isEmpty || world.cards.stage.allSatisfy { $0 != .delivered })
  }

  @Test func theOldestCardAnOfficeMayOpenWithIsCounted() {
    var ages = CardAges(dayCount: 3)
    ages.enter(readyAt: -Int32(CardAges.longestBefore) * 86_400)
    ages.enter(readyAt: 0)
    #expect(ages.close(day: 1) == .init(median: 1, ninetyFifth: CardAges.longestBefore + 1))
    ages.arrive(readyAt: -Int32(CardAges.longestBefore) * 86_400, now: 3 * 86_400 - 1)
    #expect(ages.close(day: 2) == .init(median: 2, ninetyFifth: 2))
    #expect(ages.ofArrived.median == CardAges.longestBefore + 2)
  }

  @Test func anEveningWithoutArrivalsKeepsTheWaitsOfTheLastOne() {
    var ages = CardAges(dayCount: 9)
    for _ in 0..<3 { ages.enter(readyAt: 10) }
    ages.arrive(readyAt: 10, now: 2 * 86_400 + 10)
    ages.arrive(readyAt: 10, now: 2 * 86_400 + 9)
    _ = ages.close(day: 2)
    #expect(ages.ofArrived == .init(median: 1, ninetyFifth: 2))
    #expect(ages.close(day: 3) == .init(median: 3, ninetyFifth: 3))
    #expect(ages.ofArrived == .init(median: 1, ninetyFifth: 2))
    ages.leave(readyAt: 10)
    #expect(ages.close(day: 4) == .init(median: 0, ninetyFifth: 0))
  }
}
