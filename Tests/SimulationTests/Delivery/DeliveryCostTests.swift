import Domain
import Testing

@testable import Simulation

@Suite struct DeliveryCostTests {
  private let costs = Costs(
    courierDay: 150_000, kilometre: 500, boatTrip: 2_000_000, overtimeHour: 20_000,
    perCardOfChannel: [7_000])

  @Test func aRunCostsTheDayTheWayAndTheFees() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1, costs: costs)
    scene.channels = [try DeliveryScene.door(cardsPerDoor: 1e9)]
    let world = try scene.run(cards: 5)
    let expected = 150_000 + 12 * 500.0 + 5 * 7_000
    #expect(world.channels[0].cost == expected)
    #expect(world.daily[0, .cost] == expected)
  }

  @Test func aChannelMayPayNoCouriers() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1, costs: costs)
    scene.costs.paysCouriersOfChannel = [false]
    scene.channels = [try DeliveryScene.door(cardsPerDoor: 1e9)]
    #expect(try scene.run(cards: 5).channels[0].cost == 12 * 500.0 + 5 * 7_000)
  }

  @Test func overtimeIsPaidByTheHour() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1, costs: costs)
    scene.costs.perCardOfChannel = []
    scene.costs.kilometre = 0
    let hours = try DeliveryScene.hours("08:00", "10:00", overtimeMinutes: 120)
    scene.channels = [try DeliveryScene.door(cardsPerDoor: 1e9, rest: 0, hours: hours)]
    // 36 min of line haul, 1 min of set-up and 23 cards of 5 min: done at 10:32.
    let world = try scene.run(cards: 23)
    #expect((world.channels[0].cost - (150_000 + 20_000 * 32.0 / 60)).magnitude < 1e-6)
  }

  @Test func aDayOfOvertimeCostsItsHoursOnly() throws {
    var scene = DeliveryScene(days: 6, placesPerKecamatan: 1, costs: costs)
    scene.costs.perCardOfChannel = []
    scene.costs.kilometre = 0
    let hours = try DeliveryScene.hours(days: [.sunday], overtimeDays: [.saturday])
    scene.channels = [try DeliveryScene.door(cardsPerDoor: 1e9, rest: 0, hours: hours)]
    // 36 + 1 + 5 x 5 min on Saturday.
    let world = try scene.run(cards: 5)
    #expect(world.daily[5, .delivered] == 5)
    #expect((world.channels[0].cost - 20_000 * 62.0 / 60).magnitude < 1e-6)
  }

  @Test func aBoatTripCostsTheBoatAndTheCourierOfItsDays() throws {
    var scene = DeliveryScene(days: 5, placesPerKecamatan: 1, islandPlaces: [0], costs: costs)
    scene.costs.perCardOfChannel = []
    let boats = Boats(count: 1, days: [.monday], cardsPerTrip: 50, tripDays: 2)
    scene.channels = [try DeliveryScene.door(boats: boats)]
    let world = try scene.run(cards: 5)
    #expect(world.channels[0].cost == 2_000_000 + 2 * 150_000)
    #expect(world.channels[0].courierDays == 2)
    #expect(world.channels[0].kilometres == 0)
  }

  @Test func villagesAndCountersCostTheirFees() throws {
    var scene = DeliveryScene(days: 1, costs: costs)
    scene.costs.perCardOfChannel = [0, 250]
    scene.channels = [
      DeliveryScene.channel("counter", .counter(CounterService())),
      DeliveryScene.channel("village", .village(VillageService())),
    ]
    scene.rules = [ChannelRule(kinds: [.lost], weights: [0, 1]), ChannelRule(weights: [1, 0])]
    let world = try scene.run(cards: 10, kind: { $0 < 4 ? .lost : .first })
    #expect(world.channels.map(\.cost) == [0, 1000])
  }
}
