import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct FairnessTableTests {
  private let scenario = SmallExperimentOffice.scenario()

  private func table(
    _ groups: [(WaitGroup, reached: [Int], waiting: [Int])], promiseDays: Int = 14
  ) -> WaitTable {
    var table = WaitTable(groups: groups.map(\.0))
    for (index, group) in groups.enumerated() {
      for days in group.reached { table.reached[index].add(days: days) }
      for days in group.waiting { table.waiting[index].add(days: days) }
      table.withinPromise[index] = group.reached.count { $0 <= promiseDays }
    }
    return table
  }

  @Test func aGroupIsToldByItsMedianItsSlowestTenthAndItsPromise() throws {
    let waits = table([
      (.everyone, reached: [2, 2, 3, 4, 5, 6, 7, 8, 16, 20], waiting: []),
      (.kecamatan(0), reached: [2, 2, 3, 4, 5], waiting: []),
      (.kecamatan(1), reached: [6, 7, 8, 16, 20], waiting: []),
    ])
    let fairness = FairnessTable(waits, of: scenario, runs: 1)
    let section = try #require(fairness.sections.first)
    #expect(fairness.sections.map(\.dimension) == [.kecamatan])
    #expect(section.rows.map(\.title.english) == ["Gedong Tataan", "Punduh Pidada"])
    let far = try #require(section.rows[1].figures)
    #expect(far.median == 8)
    #expect(far.ninetieth == 20)
    #expect(far.withinPromisePercent == 60)
    #expect(far.ratioToEveryone == 1.6)
    #expect(section.longestToShortest == 8.0 / 3)
    // Means of 3.2 and 11.4 days: |11.4 - 3.2| / (4 x 7.3).
    #expect(abs(try #require(section.gini) - 8.2 / 29.2) < 1e-12)
  }

  /// Product-limit estimate, worked out by hand: of six cards one is done after 1 day, one is
  /// given up on after 2, two are done after 3 and the rest still wait after 9.
  @Test func cardsThatStillWaitAreNotForgotten() throws {
    let waits = table([(.everyone, reached: [1, 3, 3], waiting: [2, 9, 9])])
    let tally = try #require(WaitTally.all(in: waits).first)
    #expect(tally.quantile(1.0 / 6) == 1)
    // 5/6 x (1 - 2/4) = 5/12 still wait after day 3.
    #expect(tally.quantile(0.5) == 3)
    #expect(tally.quantile(0.6) == nil)
  }

  /// With nothing cut off, the estimate is the plain quantile.
  @Test(arguments: UInt64(0)..<50)
  func withoutCardsThatWaitItIsThePlainQuantile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let days = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Int.random(in: 0...300, using: &random)
    }
    let waits = table([(.everyone, reached: days, waiting: [])])
    let tally = try #require(WaitTally.all(in: waits).first)
    for share in [0.1, 0.25, 0.5, 0.9, 1] {
      #expect(tally.quantile(share) == waits.reached[0].quantile(share))
    }
  }

  @Test func overdueCardsBreakThePromiseAndYoungOnesDoNot() throws {
    let waits = table([(.everyone, reached: [1, 2, 3], waiting: [3, 14, 15, 40])])
    let everyone = try #require(FairnessTable(waits, of: scenario, runs: 1).everyone)
    #expect(everyone.withinPromisePercent == 60)
    #expect(everyone.cards == 7)
  }

  @Test func smallGroupsAreNotShown() throws {
    let waits = table([
      (.everyone, reached: Array(repeating: 4, count: 19), waiting: []),
      (.place(0), reached: Array(repeating: 4, count: 9), waiting: []),
      (.place(1), reached: Array(repeating: 4, count: 10), waiting: []),
    ])
    let rows = try #require(FairnessTable(waits, of: scenario, runs: 2).sections.first).rows
    #expect(rows.map { $0.figures == nil } == [true, false])
    #expect(rows[1].figures?.cards == 5)
  }

  @Test func sexIsToldOnlyIfAskedFor() {
    let waits = table([
      (.everyone, reached: Array(repeating: 4, count: 12), waiting: []),
      (.sex(.male), reached: Array(repeating: 4, count: 6), waiting: []),
      (.sex(.female), reached: Array(repeating: 4, count: 6), waiting: []),
    ])
    #expect(FairnessTable(waits, of: scenario, runs: 1).sections.isEmpty)
    let asked = FairnessTable(waits, of: scenario, runs: 1, includesSex: true)
    #expect(asked.sections.map(\.dimension) == [.sex])
    #expect(asked.sections[0].gini == 0)
    #expect(asked.sections[0].longestToShortest == 1)
  }

  @Test func residentsWithSignalAreEveryoneElse() throws {
    let waits = table([
      (.everyone, reached: [1, 1, 1, 1, 1, 9, 9, 9, 9, 9], waiting: [2]),
      (.withoutSignal, reached: [9, 9, 9, 9, 9], waiting: []),
    ])
    let section = try #require(FairnessTable(waits, of: scenario, runs: 1).sections.first)
    #expect(section.rows.map(\.title.indonesian) == ["ada sinyal", "tanpa sinyal"])
    #expect(section.rows.map(\.figures?.median) == [1, 9])
    #expect(section.rows[0].figures?.cards == 6)
  }

  @Test(arguments: UInt64(0)..<50)
  func theGiniCoefficientIsThatOfEveryCardWithItsGroupsMean(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let groups = (0..<Int.random(in: 2...6, using: &random)).map { _ in
      (
        weight: Double(Int.random(in: 1...9, using: &random)),
        value: Double.random(in: 0...30, using: &random)
      )
    }
    let cards = groups.flatMap { Array(repeating: $0.value, count: Int($0.weight)) }.sorted()
    let ranked = cards.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    let count = Double(cards.count)
    let slow = 2 * ranked / (count * cards.reduce(0, +)) - (count + 1) / count
    #expect(abs(try #require(gini(groups)) - slow) < 1e-9)
  }
}
