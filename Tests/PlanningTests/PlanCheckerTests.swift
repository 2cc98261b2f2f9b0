import Domain
import Geometry
import Optimiser
import Planning
import Testing

@Suite struct PlanCheckerTests {
  struct Breakage: CustomTestStringConvertible, Sendable {
    var breaks: @Sendable (inout CheckedDay) throws -> Void
    var expected: @Sendable (CheckedDay) throws -> PlanViolation
    var testDescription: String

    init(
      _ name: String, _ breaks: @escaping @Sendable (inout CheckedDay) throws -> Void,
      finds expected: @escaping @Sendable (CheckedDay) throws -> PlanViolation
    ) {
      self.breaks = breaks
      self.expected = expected
      testDescription = name
    }
  }

  @Test func aSoundPlanBreaksNothing() throws {
    let day = try CheckedDay()
    #expect(try day.violations().isEmpty)
  }

  @Test(arguments: accounting + couriers + stops + times)
  func aBrokenRuleIsFound(_ breakage: Breakage) throws {
    var day = try CheckedDay()
    try breakage.breaks(&day)
    let expected = try breakage.expected(day)
    let found = try day.violations()
    #expect(found.contains(expected), "found \(found.map(\.phrase.english))")
    #expect(!expected.phrase.indonesian.isEmpty)
  }

  static let accounting: [Breakage] = [
    Breakage("a card is missing") {
      $0.draft.leftOut = []
    } finds: {
      .cardMissing($0.cards[4].id)
    },
    Breakage("a card is in two places") {
      $0.draft.runs[1].stops[0].cards.append($0.cards[4].id)
    } finds: {
      .cardTwice($0.cards[4].id)
    },
    Breakage("a card was not asked") {
      $0.cards.remove(at: 2)
    } finds: { day in
      .cardNotAsked(day.draft.runs[0].stops[1].cards[0])
    },
    Breakage("a run number is used twice") {
      $0.draft.runs[1].id = $0.draft.runs[0].id
    } finds: {
      .runTwice($0.draft.runs[0].id)
    },
    Breakage("a run is of another plan") {
      let other = PlanID(date: $0.draft.id.date, version: 2)
      $0.draft.runs[1].id = RunID(plan: other, number: 2)
    } finds: {
      .runOfAnotherPlan($0.draft.runs[1].id)
    },
    Breakage("runs are out of order") {
      $0.draft.runs.swapAt(0, 1)
    } finds: {
      .runsOutOfOrder($0.draft.runs[1].id)
    },
    Breakage("cards left out are out of order") { day in
      day.draft.runs.remove(at: 1)
      day.draft.leftOut.insert(
        LeftOutCard(
          card: day.cards[5].id,
          refusals: [CourierRefusal(courier: day.couriers[1].id, reason: .shift)],
          remedy: day.draft.leftOut[0].remedy), at: 0)
    } finds: {
      .leftOutOutOfOrder($0.cards[4].id)
    },
    Breakage("cards of a stop are out of order") {
      $0.draft.runs[0].stops[0].cards.reverse()
    } finds: {
      .cardsOutOfOrder($0.draft.runs[0].id, stop: 1)
    },
    Breakage("a card is left out without a reason") { day in
      day.draft.leftOut = [
        LeftOutCard(card: day.cards[4].id, refusals: [], remedy: day.draft.leftOut[0].remedy)
      ]
    } finds: {
      .refusalsIncomplete($0.cards[4].id)
    },
    Breakage("a stranger refuses a card") { day in
      day.draft.leftOut = [
        LeftOutCard(
          card: day.cards[4].id,
          refusals: day.couriers.map { CourierRefusal(courier: $0.id, reason: .shift) },
          remedy: day.draft.leftOut[0].remedy)
      ]
    } finds: {
      .refusalOfStranger($0.cards[4].id, $0.couriers[1].id)
    },
  ]

  static let couriers: [Breakage] = [
    Breakage("a courier does not exist") {
      $0.couriers.remove(at: 1)
    } finds: {
      .unknownCourier($0.draft.runs[1].id, $0.draft.runs[1].courier)
    },
    Breakage("a courier has two runs") {
      $0.draft.runs[1].courier = $0.couriers[0].id
    } finds: {
      .courierTwice($0.couriers[0].id, $0.draft.runs[1].id)
    },
    Breakage("a courier serves a kecamatan that is not theirs") { day in
      day.draft.runs[1].courier = day.couriers[0].id
    } finds: { day in
      .kecamatanNotServed(
        day.draft.runs[1].id, day.couriers[0].id, try Samples.kecamatan(2))
    },
    Breakage("a run leaves its kecamatan") { day in
      let stop = day.draft.runs[1].stops[0]
      day.draft.runs[0].stops.append(stop)
      day.draft.runs.remove(at: 1)
    } finds: {
      .outsideKecamatan($0.draft.runs[0].id, $0.cards[5].id)
    },
    Breakage("a plan across borders names a kecamatan") {
      $0.crossesKecamatan = true
    } finds: {
      .outsideKecamatan($0.draft.runs[0].id, $0.cards[0].id)
    },
    Breakage("a courier lacks a boat") {
      $0.service = ServicePolicy(skills: [try Samples.desa(2): [.boat]])
    } finds: {
      .missingSkill($0.draft.runs[1].id, stop: 1, .boat)
    },
    Breakage("a bag is too full") { day in
      day.couriers[0] = try Samples.courier(1, in: [1], capacity: 3)
    } finds: {
      .overCapacity($0.draft.runs[0].id, cards: 4, limit: 3)
    },
    Breakage("a run has too many stops") { day in
      day.couriers[0] = try Samples.courier(1, in: [1], stops: 2)
    } finds: {
      .tooManyStops($0.draft.runs[0].id, stops: 3, limit: 2)
    },
  ]

  static let stops: [Breakage] = [
    Breakage("a run is empty") {
      $0.draft.runs[1].stops = []
    } finds: {
      .emptyRun($0.draft.runs[1].id)
    },
    Breakage("a stop is empty") {
      $0.draft.runs[1].stops[0].cards = []
    } finds: {
      .emptyStop($0.draft.runs[1].id, stop: 1)
    },
    Breakage("a stop has a wrong number") {
      $0.draft.runs[0].stops[1].number = 7
    } finds: {
      .wrongStopNumber($0.draft.runs[0].id, stop: 2, written: 7)
    },
    Breakage("a stop is somewhere else") { day in
      day.draft.runs[0].stops[1].location = day.cards[4].location
    } finds: {
      .wrongLocation($0.draft.runs[0].id, stop: 2)
    },
    Breakage("a stop is in another desa") {
      $0.draft.runs[0].stops[1].desa = try Samples.desa(1, 3)
    } finds: {
      .wrongDesa($0.draft.runs[0].id, stop: 2)
    },
    Breakage("strangers share a stop") { day in
      day.draft.leftOut = []
      day.draft.runs[0].stops[1].cards.append(day.cards[4].id)
    } finds: {
      .strangersShareStop($0.draft.runs[0].id, $0.cards[2].id, $0.cards[4].id)
    },
    Breakage("a household is split") { day in
      day.draft.runs[0].stops[0].cards.removeLast()
      day.draft.leftOut.insert(
        LeftOutCard(
          card: day.cards[1].id, refusals: day.draft.leftOut[0].refusals,
          remedy: day.draft.leftOut[0].remedy), at: 0)
    } finds: {
      .householdSplit($0.cards[0].id, $0.cards[1].id)
    },
  ]

  static let times: [Breakage] = [
    Breakage("a run leaves before the shift") {
      $0.draft.runs[1].leaves -= 60
    } finds: {
      .outsideShift($0.draft.runs[1].id)
    },
    Breakage("a run returns after the shift") {
      $0.draft.runs[1].returns = try Samples.time("16:01").seconds
    } finds: {
      .outsideShift($0.draft.runs[1].id)
    },
    Breakage("a way is too short") {
      $0.draft.runs[1].leaves += 10
    } finds: {
      .legTooShort($0.draft.runs[1].id, stop: 1, missingSeconds: 10)
    },
    Breakage("the way back is too short") {
      $0.draft.runs[1].returns -= 10
    } finds: {
      .legTooShort($0.draft.runs[1].id, stop: 2, missingSeconds: 10)
    },
    Breakage("the set-up is left out") {
      $0.draft.runs[1].stops[0].starts -= 60
    } finds: {
      .setupTooShort($0.draft.runs[1].id, stop: 1, missingSeconds: 60)
    },
    Breakage("the time at the door is too short") {
      $0.draft.runs[1].stops[0].departs -= 5
    } finds: {
      .serviceTooShort($0.draft.runs[1].id, stop: 1, missingSeconds: 5)
    },
    Breakage("the search for a vague address is left out") {
      $0.draft.runs[0].stops[2].departs -= 300
    } finds: {
      .serviceTooShort($0.draft.runs[0].id, stop: 3, missingSeconds: 300)
    },
    Breakage("nobody is at home") { day in
      day.hours[day.cards[5].id] = [
        try Samples.time("09:00")...(try Samples.time("10:00"))
      ]
    } finds: {
      .outsideHours($0.draft.runs[1].id, stop: 1)
    },
    Breakage("the break is left out") {
      $0.draft.runs[0].rest = nil
    } finds: {
      .restMissing($0.draft.runs[0].id)
    },
    Breakage("a break nobody has") { day in
      day.couriers[0] = try Samples.courier(1, in: [1], rests: false)
    } finds: {
      .restNotOwed($0.draft.runs[0].id)
    },
    Breakage("the break is too early") {
      $0.draft.runs[0].rest = try Samples.time("11:59").seconds
    } finds: {
      .restOutsideWindow($0.draft.runs[0].id)
    },
    Breakage("a visit during the break") {
      $0.draft.runs[0].rest? -= 60
    } finds: {
      .visitDuringRest($0.draft.runs[0].id, stop: 1)
    },
    Breakage("the break costs the way its time") {
      $0.draft.runs[0].rest? += 1000
    } finds: {
      .visitDuringRest($0.draft.runs[0].id, stop: 2)
    },
    Breakage("the travel time is wrong") {
      $0.draft.runs[0].travel += 60
    } finds: {
      .wrongTravel($0.draft.runs[0].id, written: .seconds(255), actual: .seconds(195))
    },
  ]

  @Test func aWrongDistanceIsFound() throws {
    var day = try CheckedDay()
    day.draft.runs[1].metres += 500
    let found = try day.violations()
    guard case .wrongDistance(let run, let written, _)? = found.first else {
      Issue.record("found \(found)")
      return
    }
    #expect(found.count == 1)
    #expect(run == day.draft.runs[1].id)
    #expect(written == Metres(day.draft.runs[1].metres))
  }

  @Test func aPlaceWithoutAWayIsFound() throws {
    struct Nowhere: TravelModel {
      let line: StraightLineTravel
      var followsRoads: Bool { true }
      func referenceKilometresPerHour(by profile: TravelProfile) -> Double { 20 }
      func travelTimes(
        among places: [Coordinate], by profile: TravelProfile, in kecamatan: RegionCode?,
        threads: Int
      ) throws(ProblemError) -> TravelTimes {
        try line.travelTimes(among: places, by: profile, in: kecamatan, threads: threads)
      }
      func travelTime(
        from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
        in kecamatan: RegionCode?
      ) -> Duration? { nil }
      func distance(
        from origin: Coordinate, to destination: Coordinate, by profile: TravelProfile,
        in kecamatan: RegionCode?
      ) -> Metres? { line.distance(from: origin, to: destination, by: profile, in: kecamatan) }
      func remoteness(of place: Coordinate, by profile: TravelProfile) -> Metres? { nil }
    }
    let day = try CheckedDay()
    let checker = PlanChecker(
      cards: day.cards, couriers: day.couriers,
      travel: Nowhere(line: StraightLineTravel(around: try Samples.place(0))),
      service: .standard)
    let found = checker.violations(of: try day.draft.plan())
    #expect(found.contains(.noWay(day.draft.runs[1].id, stop: 1)))
  }

  @Test func whoStaysAtAHouseDoesNotParkAgain() throws {
    var day = try CheckedDay()
    let again = try Samples.card(7, in: 2, east: 100)
    day.cards.append(again)
    var stop = day.draft.runs[1].stops[0]
    stop.number = 2
    stop.cards = [again.id]
    stop.arrives = stop.departs
    stop.starts = stop.departs
    stop.departs += 180
    day.draft.runs[1].stops.append(stop)
    day.draft.runs[1].returns += 180
    #expect(try day.violations().isEmpty)
  }
}
