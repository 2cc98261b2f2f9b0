import Domain
import Geometry
import Planning
import Synchronization
import Testing

@Suite struct PlannerTests {
  @Test(arguments: UInt64(0)..<10)
  func everyCardIsPlannedOrLeftOutWithReasons(seed: UInt64) throws {
    let cards = try Samples.cards(80, kecamatan: 4, seed: seed)
    let couriers = [
      try Samples.courier(1, in: [1], base: 1), try Samples.courier(2, base: 2, capacity: 10),
      try Samples.courier(3, in: [2, 3], base: 3, until: "12:00", rests: false),
      try Samples.courier(4, in: [4], base: 4, speed: 30, stops: 4),
    ]
    let planner = try planner(couriers, options: PlanOptions(seed: seed, stepsPerStop: 5))
    let plan = try planner.plan(cards: cards, id: try planID())
    let checker = PlanChecker(
      cards: cards, couriers: couriers, travel: StraightLineTravel(try gazetteer()),
      service: .standard)
    #expect(checker.violations(of: plan).isEmpty)
    #expect(plan.cardCount + plan.leftOut.count == cards.count)
    #expect(plan.cardCount > 20)
    #expect(plan.runs.map(\.id.number) == Array(1...plan.runs.count))
  }

  @Test(arguments: [1, 2, 4])
  func thePlanIsTheSameOnAnyNumberOfThreadsAndInAnyOrderOfInput(threads: Int) throws {
    let cards = try Samples.cards(60, kecamatan: 5, seed: 7)
    let couriers = try (1...6).map { try Samples.courier($0, base: $0 % 5) }
    let alone = try planner(couriers, options: PlanOptions(stepsPerStop: 5))
      .plan(cards: cards, id: try planID())
    let together = try planner(
      couriers.reversed(), options: PlanOptions(stepsPerStop: 5, threads: threads)
    ).plan(cards: cards.reversed(), id: try planID())
    #expect(alone == together)
    #expect(alone.runs.count >= 5)
  }

  @Test func aKecamatanIsPlannedTheSameWayAloneAndAmongOthers() throws {
    let cards = try Samples.cards(60, kecamatan: 3, seed: 3)
    let couriers = try (1...3).map { try Samples.courier($0, in: [$0], base: $0) }
    let second = try Samples.kecamatan(2)
    let all = try planner(couriers, options: PlanOptions(stepsPerStop: 5))
      .plan(cards: cards, id: try planID())
    let alone = try planner(
      couriers, options: PlanOptions(stepsPerStop: 5, kecamatan: [second])
    ).plan(cards: cards, id: try planID())
    #expect(alone.runs.map(\.kecamatan) == [second])
    #expect(alone.runs.map(\.stops) == all.runs.filter { $0.kecamatan == second }.map(\.stops))
  }

  @Test func whoNeedsACardMostIsServedFirst() throws {
    let requests: [(RequestKind, Urgency)] = [
      (.dataChange, .normal), (.lost, .normal), (.first, .normal), (.dataChange, .urgent),
    ]
    let cards = try (0..<16).map { number in
      try Samples.card(
        number, east: Double(number % 4) * 300, north: Double(number / 4) * 300,
        request: requests[number % 4].0, urgency: requests[number % 4].1)
    }
    for bag in [4, 6, 8, 12] {
      let plan = try planner([try Samples.courier(1, capacity: bag)])
        .plan(cards: cards, id: try planID())
      let tiers = Dictionary(uniqueKeysWithValues: cards.map { ($0.id, $0.tier) })
      let served = plan.runs.flatMap(\.cards).compactMap { tiers[$0] }.sorted()
      #expect(served == Array(cards.map(\.tier).sorted().prefix(bag)))
      #expect(plan.leftOut.allSatisfy { $0.refusals.map(\.reason) == [.capacity] })
    }
  }

  @Test func couriersShareTheWorkEvenly() throws {
    let cards = try (0..<30).map { number in
      try Samples.card(
        number, east: Double(number % 6) * 250, north: Double(number / 6) * 250)
    }
    let couriers = try (1...3).map { try Samples.courier($0) }
    let plan = try planner(couriers).plan(cards: cards, id: try planID())
    let working = plan.runs.map { run in
      Int(run.returns.seconds - run.leaves.seconds) - (run.restStarts == nil ? 0 : 1800)
    }
    #expect(plan.leftOut.isEmpty)
    #expect(working.count == 3)
    let longest = try #require(working.max())
    #expect(longest * 3 <= working.reduce(0, +) * 115 / 100)
  }

  @Test func hoursAtTheDoorAreKept() throws {
    let cards = try (1...6).map { try Samples.card($0, east: Double($0) * 200) }
    let afternoon = try Samples.time("14:00")...(try Samples.time("15:00"))
    let planner = try planner(
      [try Samples.courier(1)],
      options: PlanOptions(stepsPerStop: 5, hours: [cards[0].id: [afternoon]]))
    let plan = try planner.plan(cards: cards, id: try planID())
    let stop = plan.runs.flatMap(\.stops).first { $0.cards.contains(cards[0].id) }
    let starts = try #require(stop).starts
    #expect(afternoon.contains(starts))
    #expect(plan.leftOut.isEmpty)
  }

  @Test func aRunMayCrossBordersWhereThatIsAllowed() throws {
    let cards = try (1...8).map { try Samples.card($0, in: $0 % 2 + 1, east: Double($0) * 100) }
    let couriers = [try Samples.courier(1), try Samples.courier(2, in: [2], capacity: 1)]
    let plan = try planner(
      couriers, options: PlanOptions(stepsPerStop: 5, crossesKecamatan: true)
    ).plan(cards: cards, id: try planID())
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.allSatisfy { $0.kecamatan == nil })
  }

  @Test func withoutCouriersEveryCardIsLeftOut() throws {
    let cards = try Samples.cards(5, kecamatan: 2, seed: 1)
    let plan = try planner([]).plan(cards: cards, id: try planID())
    #expect(plan.runs.isEmpty)
    #expect(plan.leftOut.map(\.card) == cards.map(\.id).sorted())
    #expect(plan.leftOut.allSatisfy { $0.refusals.isEmpty })
  }

  @Test func withoutCardsThePlanIsEmpty() throws {
    for crosses in [false, true] {
      let options = PlanOptions(stepsPerStop: 5, crossesKecamatan: crosses)
      let plan = try planner([try Samples.courier(1)], options: options)
        .plan(cards: [], id: try planID())
      #expect(plan.runs.isEmpty)
      #expect(plan.leftOut.isEmpty)
    }
  }

  @Test func aDormitoryIsOneStopSharedOutOverBags() throws {
    let cards = try (1...50).map { try Samples.card($0, east: 300) }
    let couriers = try (1...3).map { try Samples.courier($0, capacity: 20) }
    let plan = try planner(couriers, options: PlanOptions(stepsPerStop: 5))
      .plan(cards: cards, id: try planID())
    #expect(plan.leftOut.isEmpty)
    #expect(plan.runs.map(\.cardCount).sorted() == [10, 20, 20])
    #expect(plan.runs.allSatisfy { $0.stops.count <= 2 })
  }

  @Test func cardsForTheCounterAndOtherKecamatanAreNotAsked() throws {
    let cards = [
      try Samples.card(1), try Samples.card(2, east: 100, channel: .counter),
      try Samples.card(3, in: 2),
    ]
    let options = PlanOptions(stepsPerStop: 5, kecamatan: [try Samples.kecamatan(1)])
    let plan = try planner([try Samples.courier(1)], options: options)
      .plan(cards: cards, id: try planID())
    #expect(plan.runs.flatMap(\.cards) == [cards[0].id])
    #expect(plan.leftOut.isEmpty)
  }

  @Test func aTimeLimitEndsTheSearchWithACompletePlan() throws {
    let ticks = Atomic(0)
    let begun = ContinuousClock.now
    let options = PlanOptions(stepsPerStop: 1_000_000, timeLimit: .seconds(20))
    let plan = try planner([try Samples.courier(1), try Samples.courier(2)], options: options)
      .plan(
        cards: try Samples.cards(20, kecamatan: 1, seed: 1), id: try planID(),
        now: { begun + .seconds(ticks.add(1, ordering: .relaxed).newValue) })
    #expect(plan.cardCount == 20)
    #expect(ticks.load(ordering: .relaxed) < 100)
  }

  @Test func whoStopsTheSearchGetsTheBestPlanSoFar() throws {
    let planner = try planner(
      [try Samples.courier(1)], options: PlanOptions(stepsPerStop: 1_000_000))
    let plan = try planner.plan(
      cards: try Samples.cards(10, kecamatan: 1, seed: 1), id: try planID(),
      shouldStop: { true })
    #expect(plan.cardCount == 10)
  }

  @Test func progressIsToldUntilAllIsDone() throws {
    let last = Mutex<PlanProgress?>(nil)
    let couriers = try (1...3).map { try Samples.courier($0, in: [$0]) }
    _ = try planner(couriers, options: PlanOptions(stepsPerStop: 5, threads: 2)).plan(
      cards: try Samples.cards(30, kecamatan: 3, seed: 1), id: try planID(),
      progress: { progress in last.withLock { $0 = progress } })
    let progress = try #require(last.withLock { $0 })
    #expect(progress.problemsDone == 3)
    #expect(progress.problemCount == 3)
    #expect(progress.leftOutByTier == [0, 0, 0, 0])
    #expect(progress.costSeconds > 0)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var couriers: @Sendable () throws -> [Courier]
    var cards: @Sendable () throws -> [Card] = { [] }
    var kecamatan: String?
    var error: @Sendable () throws -> PlanningError
    var testDescription: String { ((try? error()).map { $0.phrase.english }) ?? "?" }
  }

  static let refusals: [Refusal] = [
    Refusal(couriers: { [] }, cards: { [try Samples.card(1), try Samples.card(1)] }) {
      .duplicateCard(try Samples.id(1))
    },
    Refusal(couriers: { [try Samples.courier(1), try Samples.courier(1)] }) {
      .duplicateCourier(try Samples.courier(1).id)
    },
    Refusal(couriers: { [try Samples.courier(1, in: [77])] }) {
      .unknownKecamatan(try Samples.courier(1).id, try Samples.kecamatan(77))
    },
    Refusal(couriers: { [] }, kecamatan: "18.71.77") {
      .noSuchKecamatan(try Samples.kecamatan(77))
    },
    Refusal(couriers: { [try Samples.courier(1, speed: 0)] }) {
      .badSpeed(try Samples.courier(1).id, kilometresPerHour: 0)
    },
    Refusal(couriers: { [try Samples.courier(1, capacity: -1)] }) {
      .badCapacity(try Samples.courier(1).id, cards: -1)
    },
    Refusal(couriers: { [try Samples.courier(1, stops: -1)] }) {
      .badStopLimit(try Samples.courier(1).id, stops: -1)
    },
  ]

  @Test(arguments: refusals)
  func inputThatCannotBePlannedWithIsRefused(_ refusal: Refusal) throws {
    let kecamatan = try refusal.kecamatan.map { Set([try Samples.code($0)]) }
    let expected = try refusal.error()
    #expect(throws: expected) {
      let planner = try planner(
        try refusal.couriers(), options: PlanOptions(kecamatan: kecamatan))
      _ = try planner.plan(cards: try refusal.cards(), id: try planID())
    }
  }

  private func gazetteer() throws -> Gazetteer { try Samples.gazetteer(kecamatan: 5) }

  private func planID() throws -> PlanID {
    PlanID(date: try #require(CalendarDate(year: 2017, month: 7, day: 27)), version: 1)
  }

  private func planner(
    _ couriers: [Courier], options: PlanOptions = PlanOptions(stepsPerStop: 5)
  ) throws -> Planner {
    let gazetteer = try gazetteer()
    return try Planner(
      gazetteer: gazetteer, couriers: couriers, travel: StraightLineTravel(gazetteer),
      options: options)
  }
}
