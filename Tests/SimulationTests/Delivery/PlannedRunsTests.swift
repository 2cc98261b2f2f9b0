import Domain
import Geometry
import TestSupport
import Testing

@testable import Simulation

@Suite struct PlannedRunsTests {
  private func scene(
    couriers: Int = 3, bag: Int = 10, closes: String = "16:00"
  ) throws -> DeliveryScene {
    var scene = DeliveryScene(days: 3, kecamatanCount: 2, runs: .planner)
    scene.channels = [
      try DeliveryScene.door(
        couriers: couriers, bag: bag, cardsPerDoor: 1.2, rest: 30,
        hours: try DeliveryScene.hours("08:00", closes))
    ]
    return scene
  }

  @Test(arguments: UInt64(0)..<2)
  func plannedRunsBringEveryCardOnceWithinTheShift(seed: UInt64) throws {
    let scene = try scene()
    let planner = try PlannedScene.planner(of: try scene.scenario())
    let world = try scene.run(cards: 50, seed: seed, planner: planner)
    #expect(world.count(.delivered) == 50)
    #expect(world.channels[0].calls == 50)
    #expect(world.daily[.delivered].allSatisfy { $0 <= 30 })
    #expect(world.cards.endedAt.allSatisfy { (28_800...57_600).contains($0 % 86_400) })
    #expect(world.channels[0].runs >= 5)
    #expect(world.channels[0].kilometres >= 2 * 6 * Double(world.channels[0].runs) * 0.8)
    #expect(world.daily[.couriersBusy].allSatisfy { $0 < 1 })
  }

  @Test func whatThePlannerLeavesOutWaitsForTheNextDay() throws {
    let scene = try scene(couriers: 1, bag: 25, closes: "10:30")
    let planner = try PlannedScene.planner(of: try scene.scenario())
    let world = try scene.run(cards: 60, planner: planner)
    #expect(world.channels[0].runs == 3)
    // Two hours of work take 12 cards of 6 minutes at the most, the way not counted.
    #expect(world.daily[.delivered].allSatisfy { (5...15).contains($0) })
    #expect(world.sum(.delivered) + world.daily[2, .withChannel] == 60)
  }

  @Test func theSameSeedGivesTheSamePlans() throws {
    let scene = try scene()
    let planner = try PlannedScene.planner(of: try scene.scenario(), hasOutlines: false)
    let first = try scene.run(cards: 24, planner: planner)
    #expect(try scene.run(cards: 24, planner: planner).cards.endedAt == first.cards.endedAt)
    #expect(
      try scene.run(cards: 24, seed: 2, planner: planner).cards.endedAt != first.cards.endedAt)
  }

  @Test func doorsLieInTheOutlineOrOnTheDiscOfTheirPlace() throws {
    let scenario = try scene().scenario()
    let planner = try PlannedScene.planner(of: scenario)
    let draws = Draws(seed: 1, replication: 0)
    let outline = try #require(planner.outlines[scenario.places[1].code])
    let inOutlines = InventedDoors(
      scenario.places, gazetteer: planner.gazetteer, outlines: planner.outlines)
    let inDiscs = InventedDoors(scenario.places, gazetteer: planner.gazetteer, outlines: [:])
    let middle = try #require(planner.gazetteer[scenario.places[1].code]).pointInside
    var sum = 0.0
    for card in 0..<400 {
      #expect(outline.contains(inOutlines.door(of: card, in: 1, draws)))
      let radius = middle.distance(to: inDiscs.door(of: card, in: 1, draws)).value
      #expect(radius < (4e6 / Double.pi).squareRoot() * 1.002)
      sum += radius
    }
    // A uniform disc has its doors two thirds of the radius out in the mean.
    #expect((sum / 400 / (4e6 / Double.pi).squareRoot() - 2.0 / 3).magnitude < 0.05)
  }

  @Test func aPlaceThatIsNotOnTheMapIsNamed() throws {
    var scenario = try scene().scenario()
    let planner = try PlannedScene.planner(of: scenario)
    try planner.check(scenario)
    scenario.places[2].code = try DeliveryScene.code("18.71.09.1009")
    let unknown = PlannedRunsError.unknownRegion(scenario.places[2].code, "Desa 2")
    #expect(throws: unknown) { try planner.check(scenario) }
    scenario = try scene().scenario()
    scenario.kecamatan[0].speedKilometresPerHour = 0.2
    #expect(throws: PlannedRunsError.badSpeed("Kecamatan 0", kilometresPerHour: 0.2)) {
      try planner.check(scenario)
    }
    #expect(
      unknown.phrase.english
        == "Desa 2 (18.71.09.1009) is not on the map; correct its code or use estimated runs")
  }
}
