import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct DeliveryInvariantTests {
  /// Three channels at once, with everything left to chance.
  private func scene(seed: UInt64) throws -> DeliveryScene {
    var random = SplitMix64(seed: seed)
    var scene = DeliveryScene(
      days: 40, placesPerKecamatan: Int.random(in: 1...4, using: &random),
      kecamatanCount: Int.random(in: 1...4, using: &random), islandPlaces: [1])
    let boats = Boats(
      count: Int.random(in: 0...2, using: &random), days: [.tuesday, .friday],
      cardsPerTrip: Int.random(in: 3...30, using: &random),
      tripDays: Int.random(in: 1...3, using: &random), roughSeaShare: 0.3)
    scene.channels = [
      try DeliveryScene.door(
        couriers: Int.random(in: 0...5, using: &random),
        bag: Int.random(in: 5...60, using: &random),
        minutes: .logNormal(median: 3, ninetieth: 7), transit: .uniform(from: 0, to: 4),
        attempts: Attempts(
          maximum: Int.random(in: 1...3, using: &random), firstFailureShare: 0.4,
          holdDays: Int.random(in: 0...9, using: &random)),
        boats: boats, cardsPerDoor: 1.3),
      DeliveryScene.channel(
        "village", .village(VillageService(transitDays: .exponential(mean: 2), returnAfterDays: 9))),
      DeliveryScene.channel("counter", .counter(CounterService())),
    ]
    scene.rules = [ChannelRule(weights: [6, 2, 2])]
    return scene
  }

  @Test(arguments: UInt64(0)..<40)
  func everyCardStandsSomewhereEveryEvening(seed: UInt64) throws {
    let scene = try scene(seed: seed)
    var evening = 0
    let world = try scene.run(
      cards: 800, seed: seed,
      each: { world, delivery in
        guard world.day > evening else { return }
        evening = world.day
        // The morning after: nothing has happened yet, so the day's notes must agree with the cards.
        let noted = evening - 1
        #expect(world.daily[noted, .withChannel] == Double(world.count(.withChannel)))
        #expect(world.daily[noted, .held] == Double(world.count(.held)))
        #expect(world.daily[noted, .waitingToHandOver] == Double(world.count(.toHandOver)))
        let out = world.channels.reduce(0) { $0 + $1.handedOver }
        let ended = world.channels.reduce(0) { $0 + $1.delivered + $1.returned }
        #expect(out - ended == world.count(.withChannel) + world.count(.held))
        #expect((0...1).contains(world.daily[noted, .couriersBusy]))
      })
    #expect(evening == 39)
    #expect(world.sum(.delivered) == Double(world.count(.delivered)))
    #expect(world.sum(.returned) == Double(world.count(.returned)))
    #expect(world.sum(.calls) == Double(world.channels.reduce(0) { $0 + $1.calls }))
    #expect((world.sum(.cost) - world.channels.reduce(0) { $0 + $1.cost }).magnitude < 1e-6)
    #expect(world.holders.reduce(0, +) == world.count(.delivered))
    for card in 0..<800 {
      let isOver = [CardStage.delivered, .returned].contains(world.cards.stage[card])
      #expect(isOver == (world.cards.endedAt[card] != CardTable.never))
      if isOver { #expect(world.cards.endedAt[card] >= world.cards.handedOverAt[card]) }
    }
  }

  @Test(arguments: UInt64(0)..<5)
  func theSameSeedGivesTheSameCards(seed: UInt64) throws {
    let scene = try scene(seed: seed)
    let first = try scene.run(cards: 500, seed: seed)
    let second = try scene.run(cards: 500, seed: seed)
    #expect(first.cards.endedAt == second.cards.endedAt)
    #expect(first.daily == second.daily)
    let other = try scene.run(cards: 500, seed: seed + 1)
    #expect(first.cards.endedAt != other.cards.endedAt)
  }

  /// A card's luck at its calls does not depend on when they come, so that more hands only make
  /// everything earlier.
  private func doorScene(seed: UInt64) throws -> (DeliveryScene, DoorService) {
    var random = SplitMix64(seed: seed)
    var scene = DeliveryScene(days: 19, placesPerKecamatan: 2)
    scene.kecamatanCount = Int.random(in: 1...5, using: &random)
    scene.kilometresFromBase = Double.random(in: 1...20, using: &random)
    let service = DoorService(
      couriers: Int.random(in: 1...6, using: &random), hours: try DeliveryScene.hours(),
      bagCards: Int.random(in: 10...60, using: &random),
      attempts: Attempts(firstFailureShare: 0.25))
    return (scene, service)
  }

  private func delivered(_ scene: DeliveryScene, _ service: DoorService, seed: UInt64) throws -> Int
  {
    var scene = scene
    scene.channels = [DeliveryScene.channel("door", .door(service))]
    return try scene.run(cards: 2500, seed: seed).count(.delivered)
  }

  @Test(arguments: UInt64(0)..<25)
  func moreCouriersNeverDeliverFewer(seed: UInt64) throws {
    let (scene, service) = try doorScene(seed: seed)
    var last = 0
    for couriers in service.couriers..<service.couriers + 5 {
      var service = service
      service.couriers = couriers
      let count = try delivered(scene, service, seed: seed)
      #expect(count >= last)
      last = count
    }
  }

  @Test(arguments: UInt64(0)..<25)
  func aLargerBagNeverDeliversFewer(seed: UInt64) throws {
    let (scene, service) = try doorScene(seed: seed)
    var last = 0
    for bag in [10, 20, 40, 60, 90, 140] {
      var service = service
      service.bagCards = bag
      let count = try delivered(scene, service, seed: seed)
      #expect(count >= last)
      last = count
    }
  }
}
