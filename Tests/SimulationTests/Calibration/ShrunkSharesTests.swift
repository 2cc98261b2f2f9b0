import TestSupport
import Testing

@testable import Simulation

@Suite struct ShrunkSharesTests {
  @Test func aGroupWithoutCasesHasItsExpectation() {
    let shrunk = ShrunkShares(
      cases: [100, 100, 0], events: [10, 40, 0], expected: [0.25, 0.25, 0.3])
    #expect(abs(shrunk.shares[2] - 0.3) < 1e-12)
    #expect(shrunk.interval(of: 2).contains(0.3))
  }

  @Test func aGroupWithVeryManyCasesHasItsOwnShare() {
    let shrunk = ShrunkShares(
      cases: [1_000_000, 50, 50], events: [400_000, 10, 5], expected: [0.2, 0.2, 0.2])
    #expect(abs(shrunk.shares[0] - 0.4) < 0.001)
    #expect(shrunk.interval(of: 0).upperBound - shrunk.interval(of: 0).lowerBound < 0.003)
  }

  @Test func aDesaWithThreeCallsDoesNotGoWild() {
    let shrunk = ShrunkShares(
      cases: [3, 400, 380, 420, 390], events: [3, 84, 70, 90, 80],
      expected: Array(repeating: 0.205, count: 5))
    #expect(shrunk.shares[0] < 0.25)
    #expect(shrunk.shares[0] > 0.205)
  }

  @Test func groupsThatDifferNoMoreThanChanceLetsThemAreAllTheSame() {
    let shrunk = ShrunkShares(
      cases: [100, 100, 100], events: [20, 20, 20], expected: [0.2, 0.2, 0.2])
    #expect(shrunk.strength == ShrunkShares.strongest)
    #expect(shrunk.shares.allSatisfy { abs($0 - 0.2) < 1e-9 })
  }

  @Test(arguments: UInt64(0)..<20)
  func everyShareLiesBetweenItsOwnAndTheExpected(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let cases = (0..<12).map { _ in Int.random(in: 0...60, using: &random) }
    let events = cases.map { Int.random(in: 0...$0, using: &random) }
    let shrunk = ShrunkShares(
      cases: cases, events: events, expected: Array(repeating: 0.3, count: 12))
    for index in cases.indices where cases[index] > 0 {
      let own = Double(events[index]) / Double(cases[index])
      #expect(shrunk.shares[index] >= min(own, 0.3) - 1e-9)
      #expect(shrunk.shares[index] <= max(own, 0.3) + 1e-9)
      #expect(shrunk.interval(of: index).contains(shrunk.shares[index]))
    }
  }

  /// Groups drawn from a beta distribution: the shrunk shares are nearer to the truth than the
  /// groups' own, their intervals cover it, and the strength is that of the distribution.
  @Test func groupsOfUnequalSizeAreEstimatedBetterTogether() {
    var random = SplitMix64(seed: 5)
    var (own, together) = (0.0, 0.0)
    var (covered, all) = (0, 0)
    var strengths: [Double] = []
    for _ in 0..<20 {
      let truths = (0..<60).map { _ in Self.beta(6, 24, &random) }
      let cases = truths.indices.map { 3 + $0 % 40 }
      let events = zip(truths, cases).map { truth, count in
        (0..<count).count { _ in Double.random(in: 0..<1, using: &random) < truth }
      }
      let mean = Double(events.reduce(0, +)) / Double(cases.reduce(0, +))
      let shrunk = ShrunkShares(
        cases: cases, events: events, expected: Array(repeating: mean, count: 60))
      strengths.append(shrunk.strength)
      for index in truths.indices {
        let raw = Double(events[index]) / Double(cases[index])
        own += (raw - truths[index]) * (raw - truths[index])
        let better = shrunk.shares[index] - truths[index]
        together += better * better
        all += 1
        if shrunk.interval(of: index).contains(truths[index]) { covered += 1 }
      }
    }
    #expect(together < 0.5 * own)
    #expect(Double(covered) / Double(all) > 0.9)
    #expect((20...45).contains(strengths.sorted()[10]))
  }

  /// A beta value as the order statistic of uniform ones: of `a + b - 1` the `a`-th.
  private static func beta(_ a: Int, _ b: Int, _ random: inout SplitMix64) -> Double {
    (0..<(a + b - 1)).map { _ in Double.random(in: 0..<1, using: &random) }.sorted()[a - 1]
  }
}
