import Domain
import Geometry
import OpenStreetMap
import Optimiser
import Planning
import RoadNetwork
import TestSupport
import Testing

@Suite struct RoadTravelTests {
  /// Doors beside the streets of the coast.
  private static func doors(_ count: Int, seed: UInt64) throws -> [Coordinate] {
    var random = TestSupport.SplitMix64(seed: seed)
    return try (0..<count).map { _ in
      try Samples.place(
        1, east: .random(in: -1500...1500, using: &random),
        north: .random(in: -1500...1500, using: &random))
    }
  }

  private static func cards(_ count: Int, seed: UInt64) throws -> [Card] {
    var random = TestSupport.SplitMix64(seed: seed)
    return try (1...count).map { number in
      try Samples.card(
        number, in: 1, east: .random(in: -1500...1500, using: &random),
        north: .random(in: -1500...1500, using: &random))
    }
  }

  /// The table, the labels and the single question are the same times.
  @Test(arguments: [0, 6000])
  func everyTimeOfATableIsThatOfAQuestionOfItsOwn(largestTable: Int) throws {
    let travel = RoadTravel(
      try GridTown.coast().network(), land: try Coast.land(), largestTable: largestTable)
    let doors = try Self.doors(25, seed: 3)
    let far = try Samples.place(2)
    let places = doors + [doors[4], far] + [try Samples.place(1, north: 9000)]
    let times = try travel.travelTimes(
      among: places, by: .motorcycle, in: nil, threads: 2)
    for (row, from) in places.enumerated() {
      for (column, to) in places.enumerated() where row != column {
        let single = travel.travelTime(from: from, to: to, by: .motorcycle, in: nil)
        let seconds = single.map { Int32($0.components.seconds) } ?? TravelTimes.unreachable
        #expect(times.seconds(from: row, to: column) == seconds)
      }
    }
    #expect(times.seconds(from: 0, to: 26) == TravelTimes.unreachable)
    #expect(times.seconds(from: 0, to: 27) == TravelTimes.unreachable)
    #expect(times.seconds(from: 4, to: 25) == 0)
  }

  @Test(arguments: [0, 6000])
  func aPlanOnRoadsIsSoundAndTheSameOnAnyNumberOfThreads(largestTable: Int) throws {
    let travel = RoadTravel(
      try GridTown.coast().network(), land: try Coast.land(), largestTable: largestTable)
    let cards = try Self.cards(24, seed: 5)
    let couriers = [try Samples.courier(1), try Samples.courier(2, speed: 30)]
    let plans = try [1, 3].map { threads in
      try Coast.planner(
        couriers, [], options: PlanOptions(stepsPerStop: 5, threads: threads), travel: travel
      ).plan(cards: cards, id: PlanID(date: Coast.day(), version: 1))
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0].leftOut.isEmpty)
    // Streets at right angles are longer than the straight line between two doors.
    let run = plans[0].runs[0]
    let straight = zip(run.legs(from: couriers[0].base), 0...).reduce(0.0) {
      $0 + $1.0.from.distance(to: $1.0.to).value
    }
    #expect(run.distance.value > straight)
  }

  @Test func aPlanOnRoadsIsNoWorseThanOneOnStraightLinesMeasuredOnThem() throws {
    let travel = RoadTravel(try GridTown.coast().network(), land: try Coast.land())
    let cards = try Self.cards(20, seed: 8)
    let couriers = [try Samples.courier(1, capacity: 100)]
    let options = PlanOptions(stepsPerStop: 20)
    let id = PlanID(date: try Coast.day(), version: 1)
    let straight = try Coast.planner(couriers, [], options: options).plan(cards: cards, id: id)
    let roads = try Coast.planner(couriers, [], options: options, travel: travel)
      .plan(cards: cards, id: id)
    let before = travel.measured(straight, by: couriers)
    let after = travel.measured(roads, by: couriers)
    #expect(after.travel <= before.travel)
    #expect(after.legs == 21)
    #expect(before.legsWithoutWay == 0)
    #expect(after.travel == roads.runs[0].travel)
    #expect(abs(after.distance.value - roads.runs[0].distance.value) < 0.01)
    #expect(travel.measured(roads, by: []).legsWithoutWay == 21)
  }

  @Test func aDoorFarFromAnyRoadIsLeftOutWithTheDistance() throws {
    let travel = RoadTravel(try GridTown.coast().network(), land: try Coast.land())
    let cards = [
      try Samples.card(1, in: 1, east: 300), try Samples.card(2, in: 1, east: 4000),
    ]
    let plan = try Coast.planner([Samples.courier(1)], [], travel: travel)
      .plan(cards: cards, id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.runs.flatMap(\.cards) == [cards[0].id])
    #expect(plan.leftOut.map { $0.refusals.map(\.reason) } == [[.farFromRoad]])
    #expect(LeftOutReason.farFromRoad.rawValue == "FAR_FROM_ROAD")
    #expect(
      plan.leftOut.map(\.remedy.english)
        == [
          "check the place: the nearest road is more than 500 m away; correct the coordinate, or"
            + " add the road to the map and import it again"
        ])
  }

  @Test func aBaseFarFromAnyRoadIsNamed() throws {
    let travel = RoadTravel(try GridTown.coast().network(), land: try Coast.land())
    let courier = try Samples.courier(1, base: 2)
    let plan = try Coast.planner([courier], [], travel: travel)
      .plan(cards: [Samples.card(1, in: 1)], id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.map { $0.refusals.map(\.reason) } == [[.farFromRoad]])
    #expect(
      plan.leftOut.map(\.remedy.english)
        == [
          "check the couriers' bases: the nearest road is more than 500 m away; correct the"
            + " coordinates"
        ])
  }

  @Test func aDoorOnStreetsThatNoStreetJoinsIsUnreachable() throws {
    var town = try GridTown.coast()
    try town.add(from: (5000, -800), to: (6600, 800))
    let travel = RoadTravel(try town.network(), land: try Coast.land())
    let card = try Samples.card(1, in: 1, east: 5500)
    let plan = try Coast.planner([Samples.courier(1)], [], travel: travel)
      .plan(cards: [card], id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.map { $0.refusals.map(\.reason) } == [[.unreachable]])
    #expect(
      plan.leftOut.map(\.remedy.english)
        == ["check the place: there is no way to it from the base"])
  }

  @Test func aRunToAnIslandFollowsTheRoadsOnBothSidesOfTheWater() throws {
    let travel = RoadTravel(try GridTown.coast().network(), land: try Coast.land())
    let cards = try Coast.islandCards(5)
    let courier = try Samples.courier(1)
    let plan = try Coast.planner([courier], [Coast.sailing()], travel: travel)
      .plan(cards: cards, id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.isEmpty)
    let run = try #require(plan.runs.first)
    #expect(run.crossings.map(\.departs.description) == ["08:30", "12:00"])
    let measured = travel.measured(run, by: courier)
    #expect(measured.legs == 8)
    #expect(measured.legsWithoutWay == 0)
    #expect(measured.travel == run.travel)
    let without = try Coast.planner([courier], [], travel: travel)
      .plan(cards: cards, id: PlanID(date: Coast.day(), version: 1))
    #expect(without.leftOut.allSatisfy { $0.refusals.map(\.reason) == [.noSailing] })
  }

  @Test func anIslandWithABridgeNeedsNoBoat() throws {
    var town = GridTown()
    try town.add(from: (-1600, -1600), to: (1600, 11_000))
    let travel = RoadTravel(try town.network(), land: try Coast.land())
    let plan = try Coast.planner([Samples.courier(1)], [], travel: travel)
      .plan(cards: Coast.islandCards(3), id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.map(\.crossings.isEmpty) == [true])
  }

  @Test func aCourierFromBeyondTheKnownLandGetsOverTheBridgeToo() throws {
    var town = GridTown()
    try town.add(from: (-1600, -5000), to: (1600, 11_000))
    let travel = RoadTravel(try town.network(), land: try Coast.land())
    let courier = try Samples.courier(1).with(base: Samples.place(1, north: -4800))
    let ashore = [try Samples.card(50, in: 1, east: 100)]
    let plan = try Coast.planner([courier], [], travel: travel)
      .plan(cards: ashore + Coast.islandCards(3), id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.count == 1)
  }

  @Test func vehiclesUseTheNetworkOfTheirKind() throws {
    let town = try GridTown.coast()
    let walking = GridTown.profile.replacing("reference-speed 20", with: "reference-speed 5")
      .replacing("residential 20", with: "residential 5")
    let travel = RoadTravel(
      try town.network(), others: [.foot: try town.network(walking)], land: try Coast.land())
    #expect(travel.referenceKilometresPerHour(by: .foot) == 5)
    #expect(travel.referenceKilometresPerHour(by: .car) == 20)
    let doors = try Self.doors(2, seed: 1)
    let ride = try #require(
      travel.travelTime(from: doors[0], to: doors[1], by: .car, in: nil))
    let walk = try #require(
      travel.travelTime(from: doors[0], to: doors[1], by: .foot, in: nil))
    #expect(walk > ride)
    let couriers = [
      try Samples.courier(1), try Samples.courier(2, speed: 5).with(vehicle: .foot),
    ]
    let plan = try Coast.planner(couriers, [], travel: travel)
      .plan(cards: Self.cards(30, seed: 2), id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.runs.count == 2)
  }
}
