import Domain
import Testing

@testable import Simulation

@Suite struct HandOverTests {
  @Test func cardsAreHandedOverOnTheDaysOfTheChannelFromItsFirstDayOn() throws {
    var scene = DeliveryScene(days: 21)
    let thursday = try #require(CalendarDate("2020-02-06"))
    scene.channels = [
      try DeliveryScene.door(from: thursday, handoverDays: [.monday, .wednesday])
    ]
    let world = try scene.run(cards: 10)
    let monday = 7
    #expect(world.daily[monday, .handedOver] == 10)
    #expect(world.sum(.handedOver) == 10)
    #expect(world.daily[.waitingToHandOver].prefix(8) == [10, 10, 10, 10, 10, 10, 10, 0])
    #expect(world.cards.handedOverAt[0] == Int32(monday * 86_400 + 28_800))
  }

  @Test func nothingIsHandedOverOnAHoliday() throws {
    var scene = DeliveryScene(days: 3, channels: [try DeliveryScene.door()])
    scene.holidays = [try #require(CalendarDate("2020-02-03"))]
    #expect(try scene.run(cards: 10).daily[.handedOver] == [0, 10, 0])
  }

  @Test func couriersWhoBeginBeforeTheOfficeWaitForTheHandOver() throws {
    var scene = DeliveryScene(days: 1)
    scene.channels = [try DeliveryScene.door(hours: try DeliveryScene.hours("06:00", "14:00"))]
    let world = try scene.run(cards: 2)
    #expect(world.cards.endedAt.allSatisfy { $0 >= 28_800 + 1_080 })
    #expect(world.count(.delivered) == 2)
  }

  @Test func couriersBeginOnTimeOnADayWithoutHandOver() throws {
    var scene = DeliveryScene(days: 2)
    scene.channels = [
      try DeliveryScene.door(
        transit: .fixed(1), hours: try DeliveryScene.hours("06:00", "14:00"),
        handoverDays: [.monday])
    ]
    let world = try scene.run(cards: 2)
    #expect(world.cards.endedAt.allSatisfy { $0 < 86_400 + 28_800 })
  }

  @Test func theFirstRuleThatTakesACardSaysWhereItGoes() throws {
    var scene = DeliveryScene(days: 1, kecamatanCount: 2, islandPlaces: [3])
    scene.channels = [
      try DeliveryScene.door(couriers: 2),
      DeliveryScene.channel("village", .village(VillageService())),
      DeliveryScene.channel("counter", .counter(CounterService())),
    ]
    scene.rules = [
      ChannelRule(onlyIslands: true, weights: [0, 1, 0]),
      ChannelRule(kinds: [.lost], weights: [0, 0, 1]),
      ChannelRule(kecamatan: [1], weights: [1, 0, 0]),
    ]
    let world = try scene.run(cards: 80, kind: { $0 < 40 ? .first : .lost })
    for card in 0..<80 {
      let island = card % 4 == 3
      let expected: Int8 = island ? 1 : card >= 40 ? 2 : 0
      #expect(world.cards.channel[card] == expected)
    }
    #expect(world.channels.map(\.handedOver) == [30, 20, 30])
  }

  @Test func weightsShareCardsOut() throws {
    var scene = DeliveryScene(days: 1)
    scene.channels = (0..<3).map {
      DeliveryScene.channel("village \($0)", .village(VillageService()))
    }
    scene.rules = [ChannelRule(weights: [3, 0, 1])]
    let handed = try scene.run(cards: 20_000).channels.map(\.handedOver)
    #expect((Double(handed[0]) / 20_000 - 0.75).magnitude < 0.013)
    #expect(handed[1] == 0)
    #expect(handed.reduce(0, +) == 20_000)
  }

  @Test func aRuleForPlacesWithoutSignalTakesOnlyThem() throws {
    var scenario = try DeliveryScene(channels: [
      DeliveryScene.channel("a", .village(VillageService())),
      DeliveryScene.channel("b", .village(VillageService())),
    ]).scenario()
    scenario.places[1].hasSignal = false
    scenario.delivery.rules = [ChannelRule(onlyWithoutSignal: true, weights: [0, 1])]
    let router = ChannelRouter(scenario)
    #expect(router.channel(place: 0, kind: .first, at: 0.5) == 0)
    #expect(router.channel(place: 1, kind: .first, at: 0.5) == 1)
  }
}
