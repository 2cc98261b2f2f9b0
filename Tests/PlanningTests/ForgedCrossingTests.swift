import Domain
import Geometry
import Planning
import Testing

/// A sound run to the island, forged one field at a time.
@Suite struct ForgedCrossingTests {
  /// A day with one run to the island, as the checker is shown it.
  struct Day: Sendable {
    var courier: Courier
    var sailing: Sailing
    var plan: Plan
    let cards: [Card]

    init() throws {
      courier = try Samples.courier(1, rests: false)
      sailing = try Coast.sailing(overnight: true)
      cards = try Coast.islandCards(2)
      plan = try Coast.plan(cards, [courier], [sailing])
    }

    var run: Run { plan.runs[0] }

    func violations() throws -> [PlanViolation] {
      let gazetteer = try Samples.gazetteer(kecamatan: 4)
      return PlanChecker(
        cards: cards, couriers: [courier], travel: StraightLineTravel(gazetteer),
        service: .standard, sailings: [sailing], land: try Coast.land()
      ).violations(of: plan)
    }

    mutating func forge(
      crossings: [Crossing]? = nil, leaves: TimeOfDay? = nil, returns: TimeOfDay? = nil
    ) {
      let run = run
      let forged = Run(
        id: run.id, courier: run.courier, kecamatan: run.kecamatan,
        leaves: leaves ?? run.leaves, returns: returns ?? run.returns,
        restStarts: run.restStarts, travel: run.travel, distance: run.distance, stops: run.stops,
        crossings: crossings ?? run.crossings)
      plan = Plan(
        id: plan.id, date: plan.date, seed: plan.seed,
        runs: [forged] + plan.runs.dropFirst(), leftOut: plan.leftOut)
    }

    mutating func forge(
      _ place: Int, route: String? = nil, boat: Crossing.Boat? = nil, from: Sailing.Pier? = nil,
      departs: TimeOfDay? = nil, arrives: TimeOfDay? = nil, beforeStop: Int? = nil,
      daysLater: Int? = nil
    ) {
      var crossings = run.crossings
      let old = crossings[place]
      crossings[place] = Crossing(
        route: route ?? old.route, boat: boat ?? old.boat, from: from ?? old.from, to: old.to,
        departs: departs ?? old.departs, arrives: arrives ?? old.arrives,
        beforeStop: beforeStop ?? old.beforeStop, daysLater: daysLater ?? old.daysLater)
      forge(crossings: crossings)
    }
  }

  @Test func theRunThatIsForgedIsSound() throws {
    #expect(try Day().violations().isEmpty)
  }

  struct Forgery: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let forge: @Sendable (inout Day) throws -> Void
    let expected: @Sendable (Day) throws -> PlanViolation

    init(
      _ name: String, _ forge: @escaping @Sendable (inout Day) throws -> Void,
      finds expected: @escaping @Sendable (Day) throws -> PlanViolation
    ) {
      testDescription = name
      self.forge = forge
      self.expected = expected
    }
  }

  static let forgeries: [Forgery] = [
    Forgery("the run crosses the water without a boat") {
      $0.forge(crossings: [])
    } finds: {
      .noWay($0.run.id, stop: 1)
    },
    Forgery("the run never comes back over the water") {
      $0.forge(crossings: Array($0.run.crossings.prefix(1)))
    } finds: {
      .noWay($0.run.id, stop: $0.run.stops.count + 1)
    },
    Forgery("the route is in no timetable") {
      $0.forge(0, route: "Panjang–Sebesi")
    } finds: {
      .unknownSailing($0.run.id, "Panjang–Sebesi")
    },
    Forgery("the boat does not sail that day") {
      $0.sailing = try Coast.sailing(days: [.friday], overnight: true)
    } finds: {
      .notSailing($0.run.id, Coast.route, try Coast.day())
    },
    Forgery("the day is an exception") {
      $0.sailing = try Coast.sailing(exceptions: [Coast.day()], overnight: true)
    } finds: {
      .notSailing($0.run.id, Coast.route, try Coast.day())
    },
    Forgery("no boat leaves at that time") {
      $0.forge(0, departs: try Samples.time("08:40"), arrives: try Samples.time("09:40"))
    } finds: {
      .noSuchDeparture($0.run.id, Coast.route, try Samples.time("08:40"))
    },
    Forgery("a boat back is taken for one out") {
      $0.forge(1, departs: try Samples.time("10:00"), arrives: try Samples.time("11:00"))
    } finds: {
      .noSuchDeparture($0.run.id, Coast.route, try Samples.time("10:00"))
    },
    Forgery("the crossing is too quick") {
      $0.forge(0, arrives: try Samples.time("09:10"))
    } finds: {
      .wrongCrossingTime($0.run.id, Coast.route, minutes: 60)
    },
    Forgery("the pier is another") {
      $0.forge(0, from: Sailing.Pier(name: "Panjang", coordinate: try Samples.place(1)))
    } finds: {
      .wrongPiers($0.run.id, Coast.route)
    },
    Forgery("the courier has no boat") {
      $0.forge(0, boat: .own)
    } finds: {
      .wrongBoat($0.run.id, Coast.route, .own)
    },
    Forgery("a scheduled boat is not for hire") {
      $0.forge(1, boat: .charter)
    } finds: {
      .wrongBoat($0.run.id, Coast.route, .charter)
    },
    Forgery("the courier is not at the pier in time to board") {
      $0.forge(leaves: $0.run.leaves.minus(seconds: -600))
    } finds: {
      .legTooShort($0.run.id, stop: 1, missingSeconds: 600)
    },
    Forgery("the boat back leaves before the work is done") {
      $0.sailing = try Coast.sailing(returns: ["09:36", "12:00", "14:30"], overnight: true)
      $0.forge(1, departs: try Samples.time("09:36"), arrives: try Samples.time("10:36"))
    } finds: { day in
      try #require(
        day.violations().first { if case .legTooShort(_, 3, _) = $0 { true } else { false } })
    },
    Forgery("the first stop is served before the boat is there") {
      $0.forge(0, departs: try Samples.time("10:00"), arrives: try Samples.time("11:00"))
    } finds: { day in
      try #require(
        day.violations().first { if case .legTooShort(_, 1, _) = $0 { true } else { false } })
    },
    Forgery("the run is back too early for its boat") {
      $0.forge(returns: $0.run.returns.minus(seconds: 300))
    } finds: {
      .legTooShort($0.run.id, stop: 3, missingSeconds: 300)
    },
    Forgery("the run is back after the shift") {
      $0.courier = try Samples.courier(1, until: "13:00", rests: false)
    } finds: {
      .outsideShift($0.run.id)
    },
    Forgery("the crossings are swapped") {
      $0.forge(crossings: $0.run.crossings.reversed())
    } finds: {
      .crossingsOutOfOrder($0.run.id)
    },
    Forgery("a crossing comes before a stop that is not there") {
      $0.forge(1, beforeStop: 9)
    } finds: {
      .crossingsOutOfOrder($0.run.id)
    },
    Forgery("the courier stays though nobody may") {
      $0.sailing = try Coast.sailing()
      $0.forge(1, daysLater: 1)
    } finds: {
      .stayNotAllowed($0.run.id, Coast.route)
    },
    Forgery("the boat that ends a stay does not sail that day") {
      $0.sailing = try Coast.sailing(days: [.thursday], overnight: true)
      $0.forge(1, daysLater: 1)
    } finds: {
      .notSailing($0.run.id, Coast.route, try Coast.day(1))
    },
    Forgery("the time on the road leaves out the way to the pier") {
      $0.forge(crossings: $0.run.crossings, leaves: $0.run.leaves)
      $0.plan = $0.plan.withTravel(of: 0, .seconds(10))
    } finds: { day in
      try #require(
        day.violations().first { if case .wrongTravel = $0 { true } else { false } })
    },
  ]

  @Test(arguments: forgeries)
  func aForgedCrossingIsFound(_ forgery: Forgery) throws {
    var day = try Day()
    try forgery.forge(&day)
    let expected = try forgery.expected(day)
    let found = try day.violations()
    #expect(found.contains(expected), "found \(found.map(\.phrase.english))")
    #expect(!expected.phrase.indonesian.isEmpty)
  }

  @Test func moreCouriersThanABoatTakesAreFound() throws {
    let couriers = try (1...2).map { try Samples.courier($0, rests: false, capacity: 10) }
    let cards = try Coast.islandCards(20)
    let plan = try Coast.plan(cards, couriers, [Coast.sailing(capacity: 2)])
    #expect(plan.runs.count == 2)
    let gazetteer = try Samples.gazetteer(kecamatan: 4)
    let found = PlanChecker(
      cards: cards, couriers: couriers, travel: StraightLineTravel(gazetteer),
      service: .standard, sailings: [try Coast.sailing(capacity: 1)], land: try Coast.land()
    ).violations(of: plan)
    let run = plan.runs[1].id
    #expect(found.contains(.boatFull(run, Coast.route, try Samples.time("08:30"), limit: 1)))
  }
}

extension Plan {
  fileprivate func withTravel(of place: Int, _ travel: Duration) -> Plan {
    var runs = runs
    let run = runs[place]
    runs[place] = Run(
      id: run.id, courier: run.courier, kecamatan: run.kecamatan, leaves: run.leaves,
      returns: run.returns, restStarts: run.restStarts, travel: travel, distance: run.distance,
      stops: run.stops, crossings: run.crossings)
    return Plan(id: id, date: date, seed: seed, runs: runs, leftOut: leftOut)
  }
}
