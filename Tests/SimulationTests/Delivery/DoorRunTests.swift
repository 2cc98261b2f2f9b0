import Domain
import TestSupport
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

  @Test func theRestIsTakenHalfWayThroughTheDay() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door()]
    let rested = try scene.run(cards: 40).cards.endedAt.sorted()
    // The day has 7 hours of work; the rest of an hour comes after 3.5 of them, from 11:30.
    #expect(!rested.contains { ((11 * 60 + 30) * 60..<(12 * 60 + 30) * 60).contains(Int($0)) })
    let gaps = zip(rested, rested.dropFirst()).map { $1 - $0 }
    #expect(gaps.count { $0 > 3600 } == 1)
  }

  @Test func anOldCardInExchangeTakesMoreTime() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door(rest: 0)]
    let first = try scene.run(cards: 2).cards.endedAt.sorted()
    let exchanged = try scene.run(cards: 2, kind: { _ in .damaged }).cards.endedAt.sorted()
    #expect(exchanged[0] == first[0])
    #expect(exchanged[1] == first[1] + 90)
  }

  @Test func cardsForOneDoorCostOneWayAndOneSetUp() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door(cardsPerDoor: 1e9, rest: 0)]
    let world = try scene.run(cards: 5)
    #expect(world.cards.endedAt.sorted() == (0..<5).map { 28_800 + 1_080 + 60 + $0 * 300 })
    #expect((world.channels[0].kilometres - 12).magnitude < 1e-9)
  }

  @Test func urgentCardsGoFirstThenTheOldest() throws {
    let scene = DeliveryScene(days: 2, channels: [try DeliveryScene.door(bag: 10)])
    let world = try scene.run(cards: 30, urgency: { $0 >= 27 ? .urgent : .normal })
    let first = (0..<30).filter { world.cards.endedAt[$0] < 86_400 }
    #expect(first == Array(0..<7) + [27, 28, 29])
  }

  @Test func whatDoesNotFitStaysForTheNextWorkingDay() throws {
    let scene = DeliveryScene(days: 8, channels: [try DeliveryScene.door(bag: 10)])
    let world = try scene.run(cards: 60)
    #expect(world.daily[.delivered] == [10, 10, 10, 10, 10, 0, 0, 10])
    #expect(world.daily[.withChannel] == [50, 40, 30, 20, 10, 10, 10, 0])
  }

  @Test func aDoorFartherThanADayIsReachedWithOneCard() throws {
    var scene = DeliveryScene(days: 3, placesPerKecamatan: 1, kilometresFromBase: 75)
    scene.channels = [try DeliveryScene.door()]
    let world = try scene.run(cards: 10)
    #expect(world.daily[.delivered] == [1, 1, 1])
  }

  /// A run ends within the day unless it carries a single door; a bag is never too full.
  @Test(arguments: UInt64(0)..<30)
  func aCourierKeepsToTheBagAndTheShift(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bag = Int.random(in: 5...80, using: &random)
    var scene = DeliveryScene(days: 14, kecamatanCount: 3)
    scene.kilometresFromBase = Double.random(in: 0...40, using: &random)
    scene.channels = [
      try DeliveryScene.door(
        bag: bag, minutes: .logNormal(median: 3, ninetieth: 12), attempts: Attempts(),
        cardsPerDoor: Double.random(in: 1...3, using: &random))
    ]
    var callsBefore = 0
    var runsBefore = 0
    var busyBefore = 0.0
    var longRuns = 0
    _ = try scene.run(
      cards: 1200, seed: seed,
      each: { world, delivery in
        let runs = world.channels[0].runs
        if runs != runsBefore {
          #expect(runs == runsBefore + 1)
          let (doors, cards) = (delivery.load.doors.count, delivery.load.cards.count)
          let seconds = delivery.tally.busyCourierSeconds - busyBefore
          #expect(cards <= bag)
          #expect(doors <= cards)
          #expect(seconds <= 7 * 3600 || cards == 1)
          longRuns += seconds > 6 * 3600 || cards == bag ? 1 : 0
          runsBefore = runs
        }
        busyBefore = delivery.tally.busyCourierSeconds
        callsBefore = max(callsBefore, world.channels[0].calls)
      })
    #expect(longRuns >= 5)
    #expect(callsBefore >= 50)
  }

  @Test func couriersOfOneKecamatanShareItEvenly() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door(couriers: 3, rest: 0)]
    let world = try scene.run(cards: 171)
    #expect(world.channels[0].runs == 3)
    #expect(world.count(.delivered) == 171)
    // Each of three has 57 doors on a third of the area.
    let metres = 0.7124 * 1.35 * (4e6 / 3 * 57).squareRoot() * 56 / 57 + 12_000
    #expect((world.channels[0].kilometres - 3 * metres / 1000).magnitude < 1e-6)
  }

  @Test func couriersAreSentForTheTimeThatExchangesTake() throws {
    var scene = DeliveryScene(days: 1, placesPerKecamatan: 1)
    scene.channels = [try DeliveryScene.door(couriers: 5, rest: 0)]
    // 180 doors of 7.5 minutes are more than three days' work; of 6 minutes they would be less.
    let world = try scene.run(cards: 180, kind: { _ in .damaged })
    #expect(world.channels[0].runs == 4)
    #expect(world.count(.delivered) == 180)
  }

  @Test func couriersWithNothingToBringStayAtTheBase() throws {
    let scene = DeliveryScene(
      days: 1, kecamatanCount: 4, channels: [try DeliveryScene.door(couriers: 9)])
    let world = try scene.run(cards: 4)
    #expect(world.channels[0].runs == 2)
    #expect(world.channels[0].courierDays == 2)
  }

  @Test func transitIsCountedInWholeDays() throws {
    let scene = DeliveryScene(
      days: 6, channels: [try DeliveryScene.door(transit: .fixed(2.4))])
    #expect(try scene.run(cards: 8).daily[.delivered] == [0, 0, 8, 0, 0, 0])
  }
}
