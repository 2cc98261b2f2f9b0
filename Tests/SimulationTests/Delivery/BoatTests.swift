import Domain
import Testing

@testable import Simulation

@Suite struct BoatTests {
  private func scene(_ boats: Boats?, couriers: Int = 1, days: Int = 14) throws -> DeliveryScene {
    var scene = DeliveryScene(days: days, islandPlaces: [1])
    scene.channels = [try DeliveryScene.door(couriers: couriers, boats: boats)]
    return scene
  }

  @Test func cardsForIslandsWaitForTheBoat() throws {
    let boats = Boats(count: 1, days: [.wednesday], cardsPerTrip: 6)
    let world = try scene(boats).run(cards: 20)
    #expect(world.daily[.delivered].prefix(10) == [10, 0, 6, 0, 0, 0, 0, 0, 0, 4])
    #expect(world.daily[.waitingForBoat].prefix(10) == [10, 10, 4, 4, 4, 4, 4, 4, 4, 0])
    #expect(world.daily[2, .boatsBusy] == 1)
    #expect((world.daily[9, .boatsBusy] - 4.0 / 6).magnitude < 1e-12)
  }

  @Test func withoutBoatsIslandsAreNotReached() throws {
    let world = try scene(nil).run(cards: 20)
    #expect(world.count(.delivered) == 10)
    #expect(world.daily[13, .withChannel] == 10)
  }

  @Test func aTripKeepsTheBoatAndItsCourierAwayForItsWorkingDays() throws {
    let boats = Boats(count: 1, days: Weekday.workweek, cardsPerTrip: 3, tripDays: 3)
    let world = try scene(boats, days: 12).run(cards: 20)
    // Away Monday to Wednesday, Thursday to Monday, Tuesday to Thursday; the one courier is aboard,
    // so that nobody is left for the land before all islands are served.
    #expect(world.daily[.delivered] == [1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0])
    #expect(world.channels[0].runs == 4)
  }

  @Test func aSecondCourierServesTheLandMeanwhile() throws {
    let boats = Boats(count: 1, days: Weekday.workweek, cardsPerTrip: 3, tripDays: 3)
    let world = try scene(boats, couriers: 2, days: 12).run(cards: 20)
    #expect(world.daily[0, .delivered] == 11)
  }

  @Test func aRoughSeaKeepsBoatsInPort() throws {
    let always = Boats(count: 1, days: Weekday.workweek, cardsPerTrip: 1, roughSeaShare: 1)
    #expect(try scene(always).run(cards: 20).count(.delivered) == 10)
    let half = Boats(count: 1, days: Weekday.workweek, cardsPerTrip: 1, roughSeaShare: 0.5)
    let trips = try (0..<20).reduce(0) { sum, seed in
      sum + (try scene(half, couriers: 2, days: 28).run(cards: 60, seed: seed).count(.delivered))
        - 30
    }
    // 400 sailing days; four standard deviations of a half.
    #expect((Double(trips) / 400 - 0.5).magnitude < 0.1)
  }

  @Test func theSeaIsTheSameWhateverTheLever() throws {
    let sails = { (cards: Int) in
      try self.scene(
        Boats(count: 1, days: Weekday.workweek, cardsPerTrip: cards, roughSeaShare: 0.5),
        couriers: 2, days: 28
      ).run(cards: 600).daily[.boatsBusy].map { $0 > 0 }
    }
    #expect(try sails(2) == sails(7))
  }

  @Test func theIslandWhoseCardHasWaitedLongestIsServedFirst() throws {
    var scene = DeliveryScene(
      days: 2, placesPerKecamatan: 1, kecamatanCount: 3, islandPlaces: [0, 1, 2])
    let boats = Boats(count: 1, days: Weekday.workweek, cardsPerTrip: 5)
    scene.channels = [try DeliveryScene.door(boats: boats)]
    let world = try scene.run(cards: 9, urgency: { $0 == 8 ? .urgent : .normal })
    #expect(world.daily[.delivered] == [3, 3])
    let first = (0..<9).filter { world.cards.endedAt[$0] < 86_400 }
    #expect(first == [2, 5, 8])
  }
}
