import TestSupport
import Testing

@testable import Simulation

@Suite struct ComparisonTests {
  private func answers(_ answer: Answer, _ values: [Double?]) -> RunAnswers {
    var answers = RunAnswers(runs: values.count)
    for (run, value) in values.enumerated() { answers[run, answer] = value }
    return answers
  }

  @Test func aSmallDifferenceUnderTheSameLuckIsSeen() throws {
    let base = answers(.delivered, [100, 140, 80, 120, 60, 160, 110, 90])
    let more = answers(.delivered, [103, 142, 83, 123, 63, 162, 113, 93])
    let difference = try #require(Comparison(of: more, against: base).differences[.delivered])
    #expect(difference.isDistinguishable)
    #expect(difference.estimate.mean == 2.75)
    #expect(try #require(difference.correlation) > 0.999)
    #expect(try #require(difference.varianceSaved) > 0.99)
  }

  @Test func theSameDifferenceAmongOtherLuckIsNotDistinguishable() throws {
    let base = answers(.delivered, [100, 140, 80, 120, 60, 160, 110, 90])
    let more = answers(.delivered, [142, 103, 162, 83, 93, 123, 63, 113])
    let difference = try #require(Comparison(of: more, against: base).differences[.delivered])
    #expect(!difference.isDistinguishable)
    #expect(difference.estimate.mean == 2.75)
    #expect(difference.estimate.interval.contains(0))
  }

  @Test func onlyPairsInWhichBothHappenedAreCompared() throws {
    let base = answers(.greenDay, [50, nil, 60, 70, nil])
    let more = answers(.greenDay, [40, 45, nil, 55, nil])
    let difference = try #require(Comparison(of: more, against: base).differences[.greenDay])
    #expect(difference.estimate.observed == 2)
    #expect(difference.estimate.mean == -12.5)
    #expect(Comparison(of: more, against: base).differences.count == 1)
  }

  @Test func oneRunShowsNoDifference() throws {
    let comparison = Comparison(
      of: answers(.delivered, [5]), against: answers(.delivered, [1]))
    #expect(comparison.differences[.delivered]?.isDistinguishable == false)
  }

  @Test func equalRunsAreNotDistinguishable() {
    let same = answers(.delivered, Array(repeating: 5, count: 30))
    let comparison = Comparison(of: same, against: same)
    #expect(comparison.differences[.delivered]?.isDistinguishable == false)
    #expect(comparison.differences[.delivered]?.varianceSaved == nil)
  }

  @Test func aConstantDifferenceNeedsAFewRunsToCount() {
    for (runs, isSeen) in [(3, false), (5, false), (6, true), (40, true)] {
      let base = answers(.waitMedianDays, Array(repeating: 12, count: runs))
      let more = answers(.waitMedianDays, Array(repeating: 11, count: runs))
      let difference = Comparison(of: more, against: base).differences[.waitMedianDays]
      #expect(difference?.isDistinguishable == isSeen)
    }
  }

  @Test func whatTheScenarioItselfSaysNeedsNoChance() {
    let base = answers(.printersAtStart, [2, 2])
    let more = answers(.printersAtStart, [3, 3])
    let difference = Comparison(of: more, against: base).differences[.printersAtStart]
    #expect(difference?.isDistinguishable == true)
  }

  /// Of differences that are none, one in twenty comparisons at most may claim any.
  @Test func answersThatDoNotDifferAreSeldomCalledDifferent() {
    var random = SplitMix64(seed: 6)
    var claims = 0
    for _ in 0..<200 {
      var pair = [RunAnswers(runs: 12), RunAnswers(runs: 12)]
      for scenario in 0..<2 {
        for run in 0..<12 {
          for answer in Answer.allCases {
            pair[scenario][run, answer] = (0..<6).reduce(0.0) { sum, _ in
              sum + .random(in: 0...1, using: &random)
            }
          }
        }
      }
      let comparison = Comparison(of: pair[1], against: pair[0])
      if Answer.allCases.contains(where: { comparison.differences[$0]?.isDistinguishable == true })
      {
        claims += 1
      }
    }
    // Expected at most 10 of 200; three standard deviations above.
    #expect(claims <= 19)
    #expect(claims >= 2)
  }
}
