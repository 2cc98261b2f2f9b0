import Domain
import Geometry
import Planning
import Testing

@Suite struct IslandRunTests {
  @Test func aRunToAnIslandSailsOutServesAndIsBackWithTheFirstBoatAfterTheWork() throws {
    let plan = try Coast.plan(
      Coast.islandCards(6), [Samples.courier(1)], [Coast.sailing()])
    let run = try #require(plan.runs.first)
    #expect(plan.leftOut.isEmpty)
    #expect(run.stops.count == 6)
    #expect(run.crossings.map(\.departs.description) == ["08:30", "12:00"])
    #expect(run.crossings.map(\.arrives.description) == ["09:30", "13:00"])
    #expect(run.crossings.map(\.beforeStop) == [1, 7])
    #expect(run.crossings.map(\.boat) == [.scheduled, .scheduled])
    #expect(run.crossings.map(\.from.name) == ["Ketapang", "Selesung"])
    #expect(run.crossings.map(\.note) == ["air pasang", "air pasang"])
    #expect(run.overnightUntil == nil)
    // 2.9 km of straight line at 20 km/h and the road factor of a city, and 15 minutes to board.
    #expect(run.leaves == (try Samples.time("08:15").minus(seconds: 705)))
    #expect(run.stops[0].arrives >= run.crossings[0].arrives)
    #expect(run.stops[5].departs < (try Samples.time("11:45")))
    #expect(run.returns == (try Samples.time("13:00").minus(seconds: -705)))
    // The break of half an hour between 11:30 and 13:00 is over before the boat lands.
    let rest = try #require(run.restStarts)
    #expect(rest >= run.stops[5].departs)
    #expect(rest <= (try Samples.time("12:30")))
  }

  /// Pulau Pasaran lies 193 m off its kelurahan and has a bridge.
  @Test(arguments: [(190.0, true), (260.0, false)])
  func narrowWaterIsTakenToBeBridgedWhereNoMapOfRoadsKnows(metres: Double, isBridged: Bool) throws {
    func box(_ south: Double, _ north: Double) throws -> Shape {
      let corners = [(-9000, south), (9000, south), (9000, north), (-9000, north), (-9000, south)]
      let ring = try Ring(corners.map { try Samples.place(1, east: Double($0.0), north: $0.1) })
      return try Shape(polygons: [Polygon(exterior: ring)])
    }
    let land = try LandMasses(union: [box(-3000, 8000), box(8000 + metres, 12_000)])
    let gazetteer = try Samples.gazetteer(kecamatan: 4)
    let planner = try Planner(
      gazetteer: gazetteer, couriers: [Samples.courier(1)],
      travel: StraightLineTravel(gazetteer), land: land)
    let plan = try planner.plan(
      cards: Coast.islandCards(2), id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.leftOut.isEmpty == isBridged)
  }

  @Test func withoutLandNothingIsAnIsland() throws {
    let gazetteer = try Samples.gazetteer(kecamatan: 4)
    let planner = try Planner(
      gazetteer: gazetteer, couriers: [Samples.courier(1)],
      travel: StraightLineTravel(gazetteer), sailings: [Coast.sailing()])
    let plan = try planner.plan(
      cards: Coast.islandCards(2), id: PlanID(date: Coast.day(), version: 1))
    #expect(plan.runs.map(\.crossings) == [[]])
  }

  @Test func onADayWithoutABoatCardsAreLeftOutWithTheNextDayThatHasOne() throws {
    let sailing = try Coast.sailing(
      days: [.tuesday, .thursday], exceptions: [Coast.day(), Coast.day(5)])
    let cards = try Coast.islandCards(2)
    let couriers = [try Samples.courier(1), try Samples.courier(2)]
    let plan = try Coast.plan(cards, couriers, [sailing])
    #expect(plan.runs.isEmpty)
    #expect(plan.leftOut.map(\.card) == cards.map(\.id))
    #expect(plan.leftOut.allSatisfy { $0.refusals.map(\.reason) == [.noSailing, .noSailing] })
    #expect(
      plan.leftOut[0].remedy.english
        == "plan it for Thursday, 3 August 2017 (2017-08-03), the next day to sail with"
        + " Ketapang–Legundi")
    #expect(
      plan.leftOut[0].remedy.indonesian
        == "rencanakan untuk Kamis, 3 Agustus 2017 (2017-08-03): hari pelayaran berikut dengan"
        + " Ketapang–Legundi")
    #expect(LeftOutReason.noSailing.rawValue == "NO_SAILING")
    let later = try Coast.plan(cards, couriers, [sailing], on: 7)
    #expect(later.leftOut.isEmpty)
    #expect(later.cardCount == 2)
  }

  struct NoTrip: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var sailing: @Sendable () throws -> Sailing? = { try Coast.sailing() }
    var courier: @Sendable () throws -> Courier = { try Samples.courier(1) }
    let reason: LeftOutReason
    let remedy: String
  }

  static let noTrips = [
    NoTrip(
      testDescription: "nothing sails there", sailing: { nil }, reason: .noSailing,
      remedy: "add a boat to this island in Kecamatan 1 to sailings.csv"),
    NoTrip(
      testDescription: "the last return is too late for the shift",
      courier: { try Samples.courier(1, until: "12:30", rests: false) }, reason: .noSailingBack,
      remedy: "Ketapang–Legundi: no day within 60 days fits the shift; make the shift longer,"
        + " hire a boat, or allow staying overnight"),
    NoTrip(
      testDescription: "the only boat leaves before the courier is there",
      sailing: { try Coast.sailing(departures: ["08:15"]) }, reason: .noSailingBack,
      remedy: "Ketapang–Legundi: no day within 60 days fits the shift; make the shift longer,"
        + " hire a boat, or allow staying overnight"),
    NoTrip(
      testDescription: "there is no time between the boats",
      sailing: { try Coast.sailing(departures: ["10:45"], returns: ["12:00"]) },
      reason: .noSailingBack,
      remedy: "Ketapang–Legundi: no day within 60 days fits the shift; make the shift longer,"
        + " hire a boat, or allow staying overnight"),
    NoTrip(
      testDescription: "boats for hire need the skill", sailing: { try Coast.charter() },
      reason: .skill,
      remedy: "appoint a courier with the boat skill: Ketapang–Legundi goes with hired boats only"),
  ]

  @Test(arguments: noTrips)
  func whoCannotGetThereIsToldWhy(_ example: NoTrip) throws {
    let plan = try Coast.plan(
      Coast.islandCards(1), [try example.courier()], [try example.sailing()].compactMap(\.self))
    #expect(plan.leftOut.map { $0.refusals.map(\.reason) } == [[example.reason]])
    #expect(plan.leftOut.map(\.remedy.english) == [example.remedy])
  }

  @Test func aHiredBoatLeavesWhenAskedAndComesBackWhenTheWorkIsDone() throws {
    let cards = try Coast.islandCards(3)
    let plan = try Coast.plan(
      cards, [Samples.courier(1, skills: []).with(skills: [.boat])], [Coast.charter()])
    let run = try #require(plan.runs.first)
    #expect(run.crossings.map(\.boat) == [.charter, .charter])
    #expect(run.leaves == (try Samples.time("08:00")))
    #expect(run.crossings[0].departs == run.leaves.minus(seconds: -705 - 1800))
    #expect(run.crossings[1].departs >= run.stops[2].departs.minus(seconds: -1800))
    #expect(run.returns <= (try Samples.time("16:00")))
  }

  @Test func anOwnBoatWaitsForNobodyAndSailsOnAnyDay() throws {
    let plan = try Coast.plan(
      Coast.islandCards(2), [Samples.courier(1, skills: [.boat])],
      [Coast.sailing(days: [.monday])])
    let run = try #require(plan.runs.first)
    #expect(run.crossings.map(\.boat) == [.own, .own])
    #expect(run.crossings[0].departs == run.leaves.minus(seconds: -705))
  }

  @Test func whereTheSailingAllowsItTheCourierStaysAndComesBackOnALaterDay() throws {
    let sailing = try Coast.sailing(
      days: [.thursday, .saturday], departures: ["13:00"], returns: ["07:00", "09:00"],
      overnight: true)
    let plan = try Coast.plan(Coast.islandCards(2), [Samples.courier(1)], [sailing])
    let run = try #require(plan.runs.first)
    #expect(run.crossings.map(\.daysLater) == [0, 2])
    #expect(run.crossings[1].departs == (try Samples.time("07:00")))
    #expect(run.overnightUntil == (try Coast.day(2)))
    #expect(run.returns <= (try Samples.time("16:00")))
    #expect(run.returns > run.stops[1].departs)
  }

  @Test func aDayTripIsPreferredToAStay() throws {
    let plan = try Coast.plan(
      Coast.islandCards(2), [Samples.courier(1)], [Coast.sailing(overnight: true)])
    #expect(plan.runs.map { $0.crossings.map(\.daysLater) } == [[0, 0]])
  }

  @Test func aStayIsPreferredToADayTripThatLeavesCardsBehind() throws {
    let cards = try Coast.islandCards(40)
    let short = Coast.sailingWithAnHourAshore
    let day = try Coast.plan(cards, [Samples.courier(1)], [short(false)])
    let stay = try Coast.plan(cards, [Samples.courier(1)], [short(true)])
    #expect(day.leftOut.count > 0)
    #expect(stay.leftOut.count < day.leftOut.count)
    #expect(stay.runs.map { $0.crossings.map(\.daysLater) } == [[0, 1]])
  }

  @Test func onlyAsManyCouriersStayAsTheCardsNeed() throws {
    let couriers = try (1...3).map { try Samples.courier($0) }
    let plan = try Coast.plan(
      Coast.islandCards(40), couriers, [Coast.sailingWithAnHourAshore(overnight: true)])
    #expect(plan.leftOut.isEmpty)
    let stays = plan.runs.count { $0.crossings.contains { $0.daysLater > 0 } }
    #expect(stays >= 1)
    #expect(stays < couriers.count)
  }

  @Test func aBoatTakesNoMoreCouriersThanItHasSeats() throws {
    let cards = try Coast.islandCards(120)
    let couriers = try (1...4).map { try Samples.courier($0, rests: false, capacity: 30) }
    let one = try Coast.plan(
      cards, couriers, [Coast.sailing(departures: ["08:30"], capacity: 1)],
      options: PlanOptions(stepsPerStop: 2))
    #expect(one.runs.count == 1)
    let two = try Coast.plan(
      cards, couriers,
      [Coast.sailing(departures: ["08:30", "09:00"], returns: ["13:00", "14:00"], capacity: 1)],
      options: PlanOptions(stepsPerStop: 2))
    #expect(
      two.runs.map { $0.crossings.first?.departs.description ?? "" }.sorted() == ["08:30", "09:00"])
    #expect(Set(two.runs.compactMap(\.crossings.last?.departs)).count == 2)
    let all = try Coast.plan(
      cards, couriers, [Coast.sailing(capacity: 9)], options: PlanOptions(stepsPerStop: 2))
    #expect(all.runs.count == 4)
  }

  /// A few doors once sent every idle courier over the water, to stay there for days.
  @Test func nobodyIsSentOverTheWaterForWorkThatOthersCanDo() throws {
    let couriers = try (1...4).map { try Samples.courier($0) }
    let plan = try Coast.plan(Coast.islandCards(4), couriers, [Coast.sailing(capacity: 10)])
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.count == 1)
  }

  @Test func theMainlandIsNotLeftWithoutACourierForTheSakeOfAnIsland() throws {
    let ashore = try (1...3).map { try Samples.card($0, in: 1, east: Double($0) * 100) }
    let cards = try ashore + Coast.islandCards(3, first: 10)
    let alone = try Coast.plan(cards, [Samples.courier(1)], [Coast.sailing()])
    #expect(Set(alone.runs.flatMap(\.cards)) == Set(ashore.map(\.id)))
    #expect(alone.leftOut.map { $0.refusals.map(\.reason) } == [[.area], [.area], [.area]])
    #expect(alone.leftOut[0].remedy.english.hasPrefix("one more courier for about"))
    let two = try Coast.plan(
      cards, [Samples.courier(1), Samples.courier(2)], [Coast.sailing()])
    #expect(two.leftOut.isEmpty)
    #expect(two.runs.map(\.crossings.isEmpty).sorted { !$0 && $1 } == [false, true])
  }

  @Test func manySmallIslandJobsDoNotTakeTheCouriersOfAFullMainland() throws {
    let ashore = try Samples.cards(150, kecamatan: 1, seed: 4)
    let cards = try ashore + Coast.islandCards(2, first: 500)
    let couriers = try (1...5).map { try Samples.courier($0) }
    let plan = try Coast.plan(
      cards, couriers, [Coast.sailing()], options: PlanOptions(stepsPerStop: 2))
    #expect(plan.runs.count { !$0.crossings.isEmpty } == 1)
    #expect(plan.runs.count == 5)
  }

  @Test func aCourierWhoLivesOnTheIslandNeedsNoBoat() throws {
    let base = try Samples.place(1, north: 9500)
    let resident = try Samples.courier(1).with(base: base)
    let plan = try Coast.plan(
      Coast.islandCards(3), [resident, Samples.courier(2), Samples.courier(3)], [])
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.map(\.courier) == [resident.id])
    #expect(plan.runs[0].crossings.isEmpty)
  }

  @Test func runsAcrossKecamatanGoToIslandsToo() throws {
    let ashore = try [
      Samples.card(1, in: 1, east: 100), Samples.card(2, in: 2, east: 100),
    ]
    let cards = try ashore + Coast.islandCards(3, first: 10)
    let plan = try Coast.plan(
      cards, [Samples.courier(1), Samples.courier(2)], [Coast.sailing()],
      options: PlanOptions(stepsPerStop: 5, crossesKecamatan: true))
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.map(\.stops.count).sorted() == [2, 3])
    #expect(plan.runs.allSatisfy { $0.kecamatan == nil })
  }

  @Test(arguments: [1, 2, 4])
  func islandsArePlannedTheSameOnAnyNumberOfThreads(threads: Int) throws {
    let cards = try Samples.cards(20, kecamatan: 2, seed: 5) + Coast.islandCards(12, first: 500)
    let couriers = try (1...5).map { try Samples.courier($0) }
    let sailings = try [Coast.sailing(capacity: 2), Coast.sailing(route: "Kedua", capacity: 1)]
    let alone = try Coast.plan(cards, couriers, sailings)
    let together = try Coast.plan(
      cards.reversed(), couriers.reversed(), sailings.reversed(),
      options: PlanOptions(stepsPerStop: 5, threads: threads))
    #expect(alone == together)
    #expect(alone.runs.contains { !$0.crossings.isEmpty })
  }

  @Test func twoSailingsOfOneNameAreRefused() throws {
    #expect(throws: PlanningError.duplicateSailing(Coast.route)) {
      try Coast.planner([], [Coast.sailing(), Coast.sailing()])
    }
  }
}

extension TimeOfDay {
  func minus(seconds: Int32) -> TimeOfDay { TimeOfDay(seconds: self.seconds - seconds) ?? self }
}

extension Courier {
  func with(
    skills: Set<Skill>? = nil, base: Coordinate? = nil, vehicle: Domain.Vehicle? = nil
  ) -> Courier {
    Courier(
      id: id, name: name, organisation: organisation, base: base ?? self.base,
      kecamatan: kecamatan, shift: shift, vehicle: vehicle ?? self.vehicle,
      speedKilometresPerHour: speedKilometresPerHour, capacityCards: capacityCards,
      maximumStops: maximumStops, skills: skills ?? self.skills)
  }
}
