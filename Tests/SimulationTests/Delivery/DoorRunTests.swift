import Domain
import Testing

@testable import Simulation

@Suite struct DoorRunTests {
  @Test func cardsAreHandedOverInTheMorningAndBroughtTheSameDay() throws {
    let scene = DeliveryScene(days: 2, channels: [try DeliveryScene.door()])
    let world = try scene.run(cards: 10)
    #expect(world.cards.handedOverAt.allSatisfy { $0 == 8 * 3600 })
    #expect(world.count(.delivered) == 10)
    #expect(world.holders == [5, 5])
    #expect(world.daily[0, .handedOver] == 10)
    #expect(world.daily[0, .delivered] == 10)
    #expect(world.daily[1, .delivered] == 0)
    #expect(world.channels[0].runs == 1)
  }

  @Test func aCourierCallsAtTheTimesOfTheEstimate() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door(rest: 0)]
    let world = try scene.run(cards: 4)
    // 6 km at 20 km/h are 1,080 s. Between 4 doors on 4 km²: 0.7124 x 1.35 x sqrt(4 x 4e6 m²) x 3/4
    // are 2,885 m or 519.3 s, in three gaps of 173.1 s. A door takes 60 s and then 300 s.
    let expected: [Int32] = [29_940, 30_473, 31_006, 31_539]
    #expect(world.cards.endedAt.sorted() == expected)
    #expect((world.channels[0].kilometres - 14.885).magnitude < 0.001)
  }
}
