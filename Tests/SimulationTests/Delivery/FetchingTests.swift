import Domain
import Glibc
import TestSupport
import Testing

@testable import Simulation

@Suite struct FetchingTests {
  private func village(_ service: VillageService, days: Int = 30) -> DeliveryScene {
    DeliveryScene(days: days, channels: [DeliveryScene.channel("village", .village(service))])
  }

  @Test func aVillageHoldsCardsUntilTheyAreFetched() throws {
    let service = VillageService(
      transitDays: .fixed(1), fetchDays: .fixed(3), neverFetchedShare: 0, returnAfterDays: 10)
    let world = try village(service, days: 6).run(cards: 10)
    #expect(world.daily[.withChannel] == [10, 0, 0, 0, 0, 0])
    #expect(world.daily[.held] == [0, 10, 10, 10, 0, 0])
    #expect(world.daily[.delivered] == [0, 0, 0, 0, 10, 0])
    #expect(world.holders == [5, 5])
  }

  @Test func whatNobodyFetchesGoesBackAfterItsDays() throws {
    let never = VillageService(neverFetchedShare: 1, returnAfterDays: 4)
    #expect(try village(never, days: 7).run(cards: 10).daily[.returned] == [0, 0, 0, 0, 0, 10, 0])
    let late = VillageService(fetchDays: .fixed(5), neverFetchedShare: 0, returnAfterDays: 4)
    #expect(try village(late, days: 7).run(cards: 10).daily[5, .returned] == 10)
  }

  @Test func aVillageGetsItsCardsInOneBulk() throws {
    let service = VillageService(
      transitDays: .uniform(from: 0, to: 20), fetchDays: .fixed(0), neverFetchedShare: 0)
    let world = try village(service).run(cards: 40)
    for place in 0..<2 {
      let moments = Set((0..<40).filter { $0 % 2 == place }.map { world.cards.endedAt[$0] })
      #expect(moments.count == 1)
    }
    #expect(world.cards.endedAt[0] != world.cards.endedAt[1])
  }

  @Test func sharesAndDaysOfFetchingAreKept() throws {
    let service = VillageService(
      transitDays: .fixed(0), fetchDays: .exponential(mean: 7), neverFetchedShare: 0.25,
      returnAfterDays: 30)
    let world = try village(service, days: 40).run(cards: 20_000)
    let fetched = 0.75 * (1 - exp(-30.0 / 7))
    #expect((Double(world.count(.delivered)) / 20_000 - fetched).magnitude < 0.013)
    #expect(world.count(.returned) + world.count(.delivered) == 20_000)
    let within = 0.75 * (1 - exp(-7.0 / 7))
    let ended = world.cards.endedAt.indices.count {
      world.cards.stage[$0] == .delivered && world.cards.endedAt[$0] <= 28_800 + 7 * 86_400
    }
    #expect((Double(ended) / 20_000 - within).magnitude < 0.014)
  }

  @Test func aCounterServesOneResidentAfterTheOther() throws {
    let service = CounterService(
      counters: 1, minutesPerCard: .fixed(10), fetchDays: .fixed(1), neverFetchedShare: 0)
    let scene = DeliveryScene(
      days: 3, channels: [DeliveryScene.channel("counter", .counter(service))])
    let world = try scene.run(cards: 60)
    let ended = world.cards.endedAt.sorted()
    #expect(zip(ended, ended.dropFirst()).allSatisfy { $1 - $0 >= 600 })
    #expect(world.count(.delivered) == 60)
    // Eight hours serve at most 48, and the last of them may end after closing time.
    #expect((40...49).contains(world.daily[1, .delivered]))
    #expect(ended.allSatisfy { (28_800...58_200).contains($0 % 86_400) })
  }

  @Test func whatIsNeverFetchedStaysAtTheCounter() throws {
    let service = CounterService(fetchDays: .fixed(1), neverFetchedShare: 0.4)
    let scene = DeliveryScene(
      days: 28, channels: [DeliveryScene.channel("counter", .counter(service))])
    let world = try scene.run(cards: 1000)
    #expect((Double(world.count(.held)) / 1000 - 0.4).magnitude < 0.065)
    #expect(world.count(.held) + world.count(.delivered) == 1000)
  }

  @Test func whatNobodyFetchesAtTheCounterIsPutAwayAfterItsDays() throws {
    func returned(_ service: CounterService) throws -> [Double] {
      try DeliveryScene(days: 9, channels: [DeliveryScene.channel("counter", .counter(service))])
        .run(cards: 10).daily[.returned]
    }
    let never = CounterService(neverFetchedShare: 1, returnAfterDays: 4)
    #expect(try returned(never) == [0, 0, 0, 0, 10, 0, 0, 0, 0])
    let late = CounterService(fetchDays: .fixed(5), neverFetchedShare: 0, returnAfterDays: 5)
    #expect(try returned(late) == [0, 0, 0, 0, 0, 10, 0, 0, 0])
    let inTime = CounterService(fetchDays: .fixed(3), neverFetchedShare: 0, returnAfterDays: 4)
    #expect(try returned(inTime) == Array(repeating: 0, count: 9))
  }

  /// Mean wait in an M/M/c queue by Erlang's C formula, in units of the mean service time.
  private func erlangWait(counters: Int, load: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for number in 1..<max(2, counters) where number < counters {
      term *= load / Double(number)
      sum += term
    }
    let last = term * load / Double(counters) * Double(counters) / (Double(counters) - load)
    let waits = last / (sum + last)
    return waits / (Double(counters) - load)
  }

  @Test(arguments: [(1, 0.7), (2, 1.6), (4, 3.0)])
  func theCounterQueueWaitsAsErlangSays(counters: Int, load: Double) throws {
    let scene = DeliveryScene(days: 700)
    let always = try DeliveryScene.hours("00:00", "24:00", days: Weekday.allCases)
    let hours = DayHours(always, of: try scene.scenario())
    var queue = CounterQueue(counters: counters)
    var random = SplitMix64(seed: 7)
    func exponential(_ mean: Double) -> Double {
      -mean * log1p(-Double.random(in: 0..<1, using: &random))
    }
    let (service, count) = (600.0, 60_000)
    var time = 0.0
    var waited = 0.0
    for _ in 0..<count {
      time += exponential(service / load)
      let comes = Int32(time.rounded())
      let seconds = Int32(exponential(service).rounded())
      let served = queue.serve(comingAt: comes, seconds: seconds, within: hours)
      let turn = try #require(served)
      waited += Double(turn.begins - comes)
    }
    let expected = erlangWait(counters: counters, load: load) * service
    #expect((waited / Double(count) / expected - 1).magnitude < 0.08)
  }

  @Test func whoIsNotCalledByClosingTimeComesFirstOnTheNextWorkingDay() throws {
    let hours = DayHours(try DeliveryScene.hours(), of: try DeliveryScene(days: 9).scenario())
    var queue = CounterQueue(counters: 1)
    let friday: Int32 = 4 * 86_400
    let late = queue.serve(comingAt: friday + 57_000, seconds: 1200, within: hours)
    #expect(late?.begins == friday + 57_000)
    #expect(late?.ends == friday + 58_200)
    let next = queue.serve(comingAt: friday + 57_500, seconds: 60, within: hours)
    let monday: Int32 = 7 * 86_400
    #expect(next?.begins == monday + 28_800)
    #expect(next?.ends == monday + 28_860)
  }
}
