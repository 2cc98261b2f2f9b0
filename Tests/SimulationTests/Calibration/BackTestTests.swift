import Domain
import Testing

@testable import Simulation

@Suite struct BackTestTests {
  /// An office in its stride: twenty requests a day, printed within a day, delivered by three
  /// couriers, eight weeks long.
  private func office(couriers: Int = 3, perDay: Double = 20) throws -> Scenario {
    var scenario = try Books.scenario()
    scenario.lastDay = scenario.firstDay.adding(days: 55)
    scenario.demand.arrivals = [Demand.Arrivals(kind: .first, perDay: perDay)]
    guard case .door(var door) = scenario.delivery.channels[0].means else { return scenario }
    door.couriers = couriers
    door.attempts.holdDays = 10
    scenario.delivery.channels[0].means = .door(door)
    scenario.delivery.rules = [ChannelRule(weights: [1])]
    return scenario
  }

  private func weeks(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate> {
    Books.monday.adding(days: (first - 1) * 7)...Books.monday.adding(days: last * 7 - 1)
  }

  @Test func aModelThatIsTheTruthIsFoundGood() throws {
    let scenario = try office()
    var verdicts: [BackTestResult.Verdict] = []
    var (inside, counted) = (0, 0)
    for seed in UInt64(1)...8 {
      let books = try TracedBooks.history(of: scenario, seed: seed)
      let result = try BackTest(books.during(weeks(5, 6)), scenario: scenario)
        .run(replications: 19, seed: 1000 + seed)
      verdicts.append(result.verdict)
      inside += result.daysInside
      counted += result.countedDays
    }
    #expect(!verdicts.contains(.bad))
    #expect(verdicts.count { $0 == .good } >= 5, "\(verdicts)")
    #expect(Double(inside) / Double(counted) > 0.8, "\(inside) of \(counted)")
  }

  @Test func aModelWithTwiceTheDemandIsFoundOut() throws {
    let books = try TracedBooks.history(of: try office(), seed: 3)
    let result = try BackTest(books.during(weeks(5, 6)), scenario: try office(perDay: 40))
      .run(replications: 19, seed: 1)
    #expect(result.verdict == .bad)
    #expect(result.figures.first { $0.figure == .printed }?.verdict == .below)
    #expect(result.sentences.first == BackTestResult.Verdict.bad.phrase)
    #expect(result.sentences.contains { $0.english.hasPrefix("cards printed: it was ") })
  }

  @Test func aCalibratedModelPredictsThePeriodAfter() throws {
    let truth = try office()
    let books = try TracedBooks.history(of: truth, seed: 5)
    // The scenario that the office begins with is wrong about who comes and who is at home.
    var guess = try office(perDay: 10)
    guard case .door(var door) = guess.delivery.channels[0].means else { return }
    door.attempts.firstFailureShare = 0.5
    guess.delivery.channels[0].means = .door(door)

    let calibration = Calibration(books.during(weeks(1, 4)), for: guess)
    let calibrated = calibration.applied(to: guess)
    let period = books.during(weeks(5, 6))
    let before = try BackTest(period, scenario: guess).run(replications: 19, seed: 2)
    let after = try BackTest(period, scenario: calibrated).run(replications: 19, seed: 2)

    #expect(abs(calibrated.demand.arrivals[0].perDay - 20) < 4)
    #expect(try #require(after.meanError) < #require(before.meanError))
    #expect(
      after.figures.count { $0.verdict == .inside }
        > before.figures.count { $0.verdict == .inside })
    let failure = try #require(calibration.doors.first).firstFailure.get()
    #expect(failure.interval.contains(0.2))
  }

  @Test func theSameSeedGivesTheSameResultOnAnyNumberOfThreads() throws {
    let books = try TracedBooks.history(of: try office(), seed: 3).during(weeks(5, 5))
    let test = try BackTest(books, scenario: try office())
    let one = test.run(replications: 6, seed: 4, threads: 1)
    #expect(one == test.run(replications: 6, seed: 4, threads: 3))
    let simulator = Simulator(test.scenario, seed: 4)
    #expect(one == test.result(of: (0..<6).map { simulator.run(replication: $0) }))
    #expect(one != test.run(replications: 6, seed: 5))
  }

  @Test func theOpenCardsAreThoseOfTheFirstMorning() throws {
    let books = try Books.history(
      [
        // Delivered before, on the way, asked for and not yet printed, asked for later.
        try Books.card(1, printed: 0, [try Books.event(.delivered(.courier), 3)]),
        try Books.card(2, requested: 2, printed: 4, [try Books.event(.handedOver, 5)]),
        try Books.card(
          3, kind: .lost, urgency: .urgent, requested: -2, printed: 4,
          [try Books.event(.failed("NOT_HOME"), 5), try Books.event(.returned, 5, hour: 16)]),
        try Books.card(4, requested: 5, printed: 9),
        try Books.card(5, requested: 8, printed: 9),
        // Back for good, and lost.
        try Books.card(
          6, printed: 1,
          [try Books.event(.failed("REFUSED"), 3), try Books.event(.returned, 3, hour: 16)]),
        try Books.card(7, printed: 1, [try Books.event(.removed, 3)]),
        try Books.card(8, requested: 15, printed: 20, [try Books.event(.delivered(.courier), 25)]),
      ], from: 7, to: 13)
    var scenario = try Books.scenario()
    scenario.processing.leadDays = .fixed(1)
    let test = try BackTest(books, scenario: scenario, stock: 321)
    #expect(test.openPrinted == 2)
    #expect(test.openReady == 1)
    #expect(test.scenario.firstDay == Books.monday.adding(days: 7))
    #expect(test.scenario.dayCount == 7)
    #expect(test.scenario.blanks.opening == 321)
    #expect(
      test.scenario.demand.backlog == [
        Demand.Backlog(stage: .printed, kind: .first, cards: 1, agedDays: .fixed(4)),
        Demand.Backlog(
          stage: .printed, kind: .lost, urgency: .urgent, cards: 1, agedDays: .fixed(8)),
        Demand.Backlog(stage: .ready, kind: .first, cards: 1, agedDays: .fixed(1)),
      ])
    #expect(test.actual.printed == 2)
    #expect(test.actual.insideAtEnd == 4)
  }

  @Test func agesOfManyCardsBecomeTwentyThatStandForThem() {
    #expect(OpenCards.spread(of: []) == .fixed(0))
    #expect(OpenCards.spread(of: [3, 3]) == .fixed(3))
    guard case .mixture(let parts) = OpenCards.spread(of: (0..<1000).map(Double.init)) else {
      Issue.record("many ages are a mixture")
      return
    }
    #expect(parts.count == 20)
    #expect(abs(parts.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(abs(Spread.mixture(parts).mean - 499.5) < 1)
  }

  @Test func aPeriodThatTheBooksDoNotTellIsRefused() throws {
    let scenario = try Books.scenario()
    #expect(throws: BackTestRefusal.noCards) {
      try BackTest(try Books.history([]), scenario: scenario)
    }
    let card = try Books.card(1, printed: 0, [try Books.event(.delivered(.courier), 9)])
    let span = Books.monday...Books.monday.adding(days: 9)
    #expect(throws: BackTestRefusal.nothingBefore(Books.monday)) {
      try BackTest(try Books.history([card], from: 0, to: 5), scenario: scenario)
    }
    let late = try Books.history([card], from: 5, to: 12)
    #expect(throws: BackTestRefusal.periodOutsideBooks(late.period, books: span)) {
      try BackTest(late, scenario: scenario)
    }
    var long = card
    long.events = [try Books.event(.delivered(.courier), 900)]
    #expect(throws: BackTestRefusal.periodTooLong(days: 800)) {
      try BackTest(try Books.history([long], from: 1, to: 800), scenario: scenario)
    }
  }
}
