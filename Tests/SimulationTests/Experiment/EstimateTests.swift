import Testing

@testable import Simulation

@Suite struct EstimateTests {
  @Test func fiveValuesGiveTheIntervalWorkedOutByHand() {
    let estimate = Estimate([2, 4, 4, 5, 10], runs: 8)
    #expect(estimate.observed == 5)
    #expect(estimate.runs == 8)
    #expect(estimate.mean == 5)
    #expect(estimate.standardDeviation == 3)
    // 2.7764 x 3 / sqrt 5
    #expect(abs(estimate.halfWidth - 3.724_99) < 0.000_01)
    #expect(estimate.median == 4)
    #expect(abs(estimate.tenth - 2.8) < 1e-12)
    #expect(abs(estimate.ninetieth - 8) < 1e-12)
    #expect(estimate.medianInterval == nil)
  }

  @Test func oneValueHasNoWidth() {
    let estimate = Estimate([7], runs: 1)
    #expect(estimate.interval == 7...7)
    #expect(estimate.medianInterval == nil)
  }

  /// By count of values, the ranks whose values bound the median, from tables of the sign test.
  @Test(arguments: [(6, 1, 6), (10, 2, 9), (15, 4, 12), (20, 6, 15), (50, 18, 33), (100, 40, 61)])
  func theMedianLiesBetweenTheRanksOfTheSignTest(count: Int, lower: Int, upper: Int) {
    let ranks = (1...count).map(Double.init)
    #expect(ranks.quantileInterval(0.5) == Double(lower)...Double(upper))
  }

  @Test func aQuantileFarOutNeedsManyValues() {
    #expect((1...20).map(Double.init).quantileInterval(0.9) == nil)
    #expect((1...100).map(Double.init).quantileInterval(0.9) == 84...96)
  }
}
