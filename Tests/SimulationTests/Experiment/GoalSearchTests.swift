import TestSupport
import Testing

@testable import Simulation

@Suite struct GoalSearchTests {
  private func verdict(_ mean: Double, isMet: Bool) -> GoalSearch.Verdict {
    let estimate = Estimate(
      observed: 1, runs: 1, mean: mean, standardDeviation: 0, halfWidth: 0.1, tenth: mean,
      median: mean, ninetieth: mean)
    return GoalSearch.Verdict(estimate: estimate, isMet: isMet)
  }

  /// Halving finds what trying one after the other finds, wherever the answer moves one way.
  @Test(arguments: UInt64(0)..<50)
  func agreesWithTryingOneAfterTheOther(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    let means = (0..<count).map { _ in Double.random(in: 0...30, using: &random) }.sorted(by: >)
    let bound = Double.random(in: -2...32, using: &random)

    var search = GoalSearch(count: count)
    let found = try search.first { index, _ in verdict(means[index], isMet: means[index] <= bound) }

    #expect(found == means.firstIndex { $0 <= bound })
    #expect(Set(search.tried.map(\.index)).count == search.tried.count)
    #expect(search.tried.count <= 10)
  }

  @Test func neighboursOfWhatWasFoundAreTried() throws {
    var search = GoalSearch(count: 21)
    let found = try search.first { index, turn in verdict(Double(-index), isMet: index >= 13) }
    #expect(found == 13)
    #expect(Set(search.tried.map(\.index)).isSuperset(of: [12, 13, 14]))
  }

  @Test func anAnswerThatTurnsIsTriedValueByValue() throws {
    let means: [Double] = [9, 8, 7, 3, 6, 5, 2, 8, 1, 0]
    var search = GoalSearch(count: means.count)
    let found = try search.first { index, _ in verdict(means[index], isMet: means[index] <= 3.5) }
    #expect(found == 3)
  }

  @Test func aGoalMetOnlyInTheMiddleIsFound() throws {
    let means: [Double] = [9, 8, 7, 6, 5, 1, 5, 6, 7, 8, 9]
    var search = GoalSearch(count: means.count)
    let found = try search.first { index, _ in verdict(means[index], isMet: means[index] < 2) }
    #expect(found == 5)
    #expect(search.tried.count <= means.count)
  }

  @Test func aGoalThatNothingMeetsIsSaidToBeOutOfReachAfterAFewTries() throws {
    var search = GoalSearch(count: 33)
    let found = try search.first { index, _ in verdict(Double(index), isMet: false) }
    #expect(found == nil)
    #expect(search.tried.map(\.index) == [32, 0, 16])
    var empty = GoalSearch(count: 0)
    #expect(try empty.first { _, _ in verdict(0, isMet: true) } == nil)
  }

  @Test func valuesAreNumberedInTheOrderTried() throws {
    var turns: [Int] = []
    var search = GoalSearch(count: 9)
    _ = try search.first { index, turn in
      turns.append(turn)
      return verdict(Double(-index), isMet: index > 3)
    }
    #expect(turns == Array(0..<turns.count))
  }
}
