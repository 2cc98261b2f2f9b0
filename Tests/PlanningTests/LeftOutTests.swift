import Domain
import Geometry
import Optimiser
import Planning
import Testing

@Suite struct LeftOutTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var reasons: [LeftOutReason]
    var remedy: String
    var couriers: @Sendable () throws -> [Courier]
    var card: @Sendable () throws -> Card = { try Samples.card(1, east: 500) }
    var others: @Sendable () throws -> [Card] = { [] }
    var islands = false
    var hours: String?
  }

  static let cases: [Case] = [
    Case(
      testDescription: "nobody serves the kecamatan", reasons: [],
      remedy: "appoint a courier for Kecamatan 1; this card takes about 5 min",
      couriers: { [try Samples.courier(1, in: [2])] }),
    Case(
      testDescription: "the only courier was sent elsewhere", reasons: [.area],
      remedy: "one more courier for about 10 min in Kecamatan 1",
      couriers: { [try Samples.courier(1, in: [1, 2])] },
      others: { try (2...9).map { try Samples.card($0, in: 2, east: Double($0) * 100) } }),
    Case(
      testDescription: "nobody has a boat", reasons: [.skill],
      remedy: "one more courier with a boat for about 10 min in Kecamatan 1",
      couriers: { [try Samples.courier(1)] }, islands: true),
    Case(
      testDescription: "the bag is full", reasons: [.capacity],
      remedy: "one more courier for about 10 min in Kecamatan 1",
      couriers: { [try Samples.courier(1, capacity: 0)] }),
    Case(
      testDescription: "the run has enough stops", reasons: [.stopCount],
      remedy: "one more courier for about 10 min in Kecamatan 1",
      couriers: { [try Samples.courier(1, stops: 0)] }),
    Case(
      testDescription: "the way is too far for one day", reasons: [.shift],
      remedy: "a longer shift: this trip alone takes about 1 h 25 min, "
        + "or a base nearer to Kecamatan 1",
      couriers: { [try Samples.courier(1, until: "09:00", rests: false)] },
      card: { try Samples.card(1, east: 10_000) }),
    Case(
      testDescription: "everyone is busy until the evening", reasons: [.shift, .shift],
      remedy: "one more courier for about 10 min in Kecamatan 1",
      couriers: {
        [
          try Samples.courier(1, until: "08:20", rests: false),
          try Samples.courier(2, until: "08:20", rests: false),
        ]
      },
      card: { try Samples.card(1, east: 500, request: .dataChange) },
      others: {
        try (2...9).map { try Samples.card($0, north: Double($0) * 100, urgency: .urgent) }
      }),
    Case(
      testDescription: "the hours at the door are over", reasons: [.timeWindow],
      remedy: "agree on other hours with the people at the door",
      couriers: { [try Samples.courier(1)] }, hours: "06:00"),
  ]

  @Test(arguments: cases)
  func aCardIsLeftOutWithTheReasonOfEachCourierAndARemedy(_ example: Case) throws {
    let card = try example.card()
    var options = PlanOptions(stepsPerStop: 5)
    if let hours = example.hours {
      options.hours[card.id] = [try Samples.time(hours)...(try Samples.time("07:00"))]
    }
    let skills: [RegionCode: Set<Skill>] =
      example.islands ? [try Samples.kecamatan(1): [.boat]] : [:]
    let gazetteer = try Samples.gazetteer(kecamatan: 2)
    let planner = try Planner(
      gazetteer: gazetteer, couriers: try example.couriers(),
      travel: StraightLineTravel(gazetteer), service: ServicePolicy(skills: skills),
      options: options)
    let day = try #require(CalendarDate(year: 2017, month: 7, day: 27))
    let plan = try planner.plan(
      cards: [card] + example.others(), id: PlanID(date: day, version: 1))
    let leftOut = try #require(plan.leftOut.first { $0.card == card.id })
    #expect(leftOut.refusals.map(\.reason) == example.reasons)
    #expect(leftOut.remedy.english == example.remedy)
    #expect(!leftOut.remedy.indonesian.isEmpty)
  }

  @Test func aVisitThatSwallowsTheBreakIsLeftOut() throws {
    let card = try Samples.card(1, east: 500)
    let eleven = try Samples.time("11:00")
    let service = try ServicePolicy(
      setup: .zero, perCard: .seconds(3 * 3600), oldCard: .zero, searchInNeighbourhood: .zero,
      searchInDesa: .zero, longestStop: .seconds(7200))
    let leftOut = try leftOut(
      [card], service: service,
      options: PlanOptions(stepsPerStop: 5, hours: [card.id: [eleven...eleven]]))
    #expect(leftOut.map { $0.refusals.map(\.reason) } == [[.rest]])
    #expect(
      leftOut.map(\.remedy.english) == ["agree on other hours with the people at the door"])
  }

  @Test func aPlaceWithoutAWayIsLeftOut() throws {
    let leftOut = try leftOut(
      [try Samples.card(1), try Samples.card(2, east: 5000)],
      travel: Archipelago(line: StraightLineTravel(around: try Samples.place(0))))
    #expect(leftOut.map(\.card) == [try Samples.id(2)])
    #expect(leftOut.map { $0.refusals.map(\.reason) } == [[.unreachable]])
    #expect(
      leftOut.map(\.remedy.english)
        == ["check the place: there is no way to it from the base"])
  }

  /// Straight lines of at most three kilometres; beyond them is the sea.
  private struct Archipelago: TravelModel {
    let line: StraightLineTravel
    var followsRoads: Bool { true }

    func referenceKilometresPerHour(by profile: TravelProfile) -> Double { 20 }

    func travelTimes(
      among places: [Coordinate], by profile: TravelProfile, in kecamatan: RegionCode?,
      threads: Int
    ) throws(ProblemError) -> TravelTimes {
      try TravelTimes(
        rows: places.map { origin in
          places.map { destination in
            let time = travelTime(from: origin, to: destination, by: profile, in: kecamatan)
            return time.map { Int32($0.components.seconds) } ?? TravelTimes.unreachable
          }
        })
    }

    func travelTime(
      from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
      in kecamatan: RegionCode?
    ) -> Duration? {
      guard origin.distance(to: destination) <= Metres(3000) else { return nil }
      return line.travelTime(from: origin, to: destination, by: profile, in: kecamatan)
    }

    func distance(
      from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
      in kecamatan: RegionCode?
    ) -> Metres? { line.distance(from: origin, to: destination, by: profile, in: kecamatan) }

    func remoteness(of place: Coordinate, by profile: TravelProfile) -> Metres? { nil }
  }

  private func leftOut(
    _ cards: [Card], travel: (any TravelModel)? = nil, service: ServicePolicy = .standard,
    options: PlanOptions = PlanOptions(stepsPerStop: 5)
  ) throws -> [LeftOutCard] {
    let gazetteer = try Samples.gazetteer(kecamatan: 1)
    let day = try #require(CalendarDate(year: 2017, month: 7, day: 27))
    let planner = try Planner(
      gazetteer: gazetteer, couriers: [try Samples.courier(1)],
      travel: travel ?? StraightLineTravel(gazetteer), service: service, options: options)
    return try planner.plan(cards: cards, id: PlanID(date: day, version: 1)).leftOut
  }

  @Test func aDoorWithNoHourInCommonIsLeftOut() throws {
    let cards = [try Samples.card(1), try Samples.card(2)]
    let options = PlanOptions(
      stepsPerStop: 5,
      hours: [
        cards[0].id: [try Samples.time("08:00")...(try Samples.time("09:00"))],
        cards[1].id: [try Samples.time("10:00")...(try Samples.time("11:00"))],
      ])
    let leftOut = try leftOut(cards, options: options)
    #expect(leftOut.map(\.card) == cards.map(\.id))
    #expect(leftOut.allSatisfy { $0.refusals.map(\.reason) == [.timeWindow] })
  }

  @Test func anAddressOutsideTheRegencyIsLeftOutToBeCorrected() throws {
    let leftOut = try leftOut([try Samples.card(1, in: 9)])
    #expect(leftOut.map(\.refusals.count) == [1])
    #expect(
      leftOut.map(\.remedy.english)
        == ["the region code 18.71.09.1001 is not known; correct the address"])
  }
}
