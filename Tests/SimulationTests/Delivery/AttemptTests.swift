import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct AttemptTests {
  private static let notHome = Attempts.Failure(
    name: "NOT_HOME", title: Phrase(id: "", en: ""), share: 1, allowsRetry: true)
  private static let moved = Attempts.Failure(
    name: "MOVED", title: Phrase(id: "", en: ""), share: 1, allowsRetry: false)

  private func scene(_ attempts: Attempts, days: Int = 10, couriers: Int = 200) throws
    -> DeliveryScene
  {
    DeliveryScene(
      days: days,
      channels: [try DeliveryScene.door(couriers: couriers, minutes: .fixed(1), attempts: attempts)]
    )
  }

  @Test func callsFailAsOftenAsTheSharesSay() throws {
    let attempts = Attempts(
      maximum: 2, firstFailureShare: 0.3, laterFailureShare: 0.5, failures: [Self.notHome],
      fetchedShare: 0)
    let world = try scene(attempts, days: 6).run(cards: 20_000)
    // Four standard deviations of a share of 0.3 among 20,000, and of 0.5 among 6,000.
    let failedFirst = world.cards.calls.count { $0 == 2 }
    #expect((Double(failedFirst) / 20_000 - 0.3).magnitude < 0.013)
    #expect((Double(world.count(.held)) / Double(failedFirst) - 0.5).magnitude < 0.026)
    #expect(world.failures == [[failedFirst + world.count(.held)]])
    #expect(world.channels[0].calls == 20_000 + failedFirst)
  }

  @Test func reasonsComeAsOftenAsTheirShares() throws {
    let attempts = Attempts(maximum: 1, firstFailureShare: 1, fetchedShare: 0)
    let world = try scene(attempts, days: 3).run(cards: 20_000)
    let expected = [0.6, 0.2, 0.12, 0.05, 0.01, 0.02]
    for (count, share) in zip(world.failures[0], expected) {
      #expect((Double(count) / 20_000 - share).magnitude < 0.015)
    }
    let final = world.failures[0][1] + world.failures[0][2] + world.failures[0][4]
    #expect(world.count(.returned) == final)
    #expect(world.count(.held) == 20_000 - final)
  }

  @Test func theHourAndTheWeekdayOfACallCount() throws {
    var hours = Array(repeating: 1.0, count: 24)
    hours[9] = 2
    hours[13] = 0
    let attempts = Attempts(
      firstFailureShare: 0.3, hourFactors: hours, weekdayFactors: [1, 0.5, 1, 1, 1, 0, 4])
    let odds = CallOdds(attempts, firstDay: try #require(CalendarDate("2020-02-03")))
    func share(_ day: Int32, _ hour: Int32) -> Double {
      odds.failureShare(at: day * 86_400 + hour * 3600 + 3599, isFirstCall: true)
    }
    #expect(share(0, 8) == 0.3)
    #expect(share(0, 9) == 0.6)
    #expect(share(0, 13) == 0)
    #expect(share(1, 9) == 0.3)
    #expect(share(5, 9) == 0)
    #expect(share(6, 9) == 1)
    #expect(share(7, 9) == 0.6)
  }

  @Test func callsOfAnHourInWhichNobodyIsAtHomeFail() throws {
    var hours = Array(repeating: 0.0, count: 24)
    hours[10] = 1
    let attempts = Attempts(
      maximum: 1, firstFailureShare: 1, hourFactors: hours, failures: [Self.moved])
    let world = try scene(attempts, days: 1, couriers: 2).run(cards: 100)
    let ended = zip(world.cards.stage, world.cards.endedAt)
    #expect(ended.allSatisfy { ($0 == .returned) == ((36_000..<39_600).contains($1)) })
    #expect(world.count(.returned) > 10)
    #expect(world.count(.delivered) > 10)
  }

  @Test func afterTheLastCallACardIsHeldAndThenGoesBack() throws {
    let attempts = Attempts(
      maximum: 3, firstFailureShare: 1, laterFailureShare: 1, failures: [Self.notHome],
      retryDays: 2, holdDays: 5, fetchedShare: 0)
    let world = try scene(attempts, days: 14, couriers: 1).run(cards: 3)
    // Calls on Monday, Wednesday and Friday; held until the Wednesday after.
    #expect(world.daily[.calls].prefix(5) == [3, 0, 3, 0, 3])
    #expect(world.daily[.held].prefix(10) == [0, 0, 0, 0, 3, 3, 3, 3, 3, 0])
    #expect(world.daily[9, .returned] == 3)
    #expect(world.cards.calls == [3, 3, 3])
    #expect(world.holders == [0, 0])
  }

  @Test func aRetryOnADayWithoutWorkWaitsForTheNext() throws {
    let attempts = Attempts(
      maximum: 2, firstFailureShare: 1, laterFailureShare: 0, failures: [Self.notHome],
      retryDays: 5)
    let world = try scene(attempts, days: 9, couriers: 1).run(cards: 2)
    #expect(world.daily[.calls] == [2, 0, 0, 0, 0, 0, 0, 2, 0])
    #expect(world.count(.delivered) == 2)
  }

  @Test func heldCardsAreFetchedOnAnyDayOfHoldingEquallyOften() throws {
    let attempts = Attempts(
      maximum: 1, firstFailureShare: 1, failures: [Self.notHome], holdDays: 4,
      fetchedShare: 0.6)
    let world = try scene(attempts, days: 8).run(cards: 20_000)
    #expect((Double(world.count(.delivered)) / 20_000 - 0.6).magnitude < 0.014)
    #expect(world.count(.delivered) + world.count(.returned) == 20_000)
    for day in 1...4 {
      let share = world.daily[day, .delivered] / Double(world.count(.delivered))
      #expect((share - 0.25).magnitude < 0.016)
    }
  }

  @Test func aFailureWithoutRetryGoesBackAtOnce() throws {
    let attempts = Attempts(maximum: 3, firstFailureShare: 1, failures: [Self.moved])
    let world = try scene(attempts, days: 1, couriers: 1).run(cards: 5)
    #expect(world.channels[0].returned == 5)
    #expect(world.channels[0].calls == 5)
  }

  @Test func aSecondDeliveryMakesNoNewHolder() throws {
    let world = try scene(.sure, days: 1).run(
      cards: 10, kind: { $0 < 4 ? .first : $0 < 7 ? .lost : .dataChange })
    #expect(world.count(.delivered) == 10)
    #expect(world.holders.reduce(0, +) == 4)
  }
}
