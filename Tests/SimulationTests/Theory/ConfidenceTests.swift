import Testing

@testable import Simulation

/// Intervals that promise 95 % hold what they promise, counted over many experiments each.
@Suite struct ConfidenceTests {
  /// What 1,000 intervals of exactly 95 % leave between once in a few thousand times.
  private let expected = 925...975

  private let nearlyNormal = Spread.logNormal(median: 100, ninetieth: 101)

  private func covered(
    runs: Int, _ spread: Spread, _ interval: ([Double]) -> ClosedRange<Double>?, truth: Double
  ) -> Int {
    (0..<1000).count { experiment in
      let draws = Draws(seed: 11, replication: experiment)
      let values = (0..<runs).map { draws.value(of: spread, .repair, $0) }
      return interval(values)?.contains(truth) ?? false
    }
  }

  @Test(arguments: [3, 10, 200])
  func theMeanLiesInItsInterval(runs: Int) {
    let covered = covered(
      runs: runs, nearlyNormal, { Estimate($0, runs: runs).interval }, truth: nearlyNormal.mean)
    #expect(expected.contains(covered))
  }

  /// Intervals between order statistics are a little wider than asked, as ranks are whole.
  @Test(arguments: [7, 30, 200])
  func theMedianLiesInItsIntervalWhateverTheDistribution(runs: Int) {
    let covered = covered(
      runs: runs, .logNormal(median: 4, ninetieth: 20),
      { Estimate($0, runs: runs).medianInterval }, truth: 4)
    #expect((925...993).contains(covered))
  }

  @Test func theNinetiethPercentLieInTheirInterval() {
    let covered = covered(
      runs: 100, .logNormal(median: 4, ninetieth: 20),
      { Estimate($0, runs: 100).ninetiethInterval }, truth: 20)
    #expect((925...985).contains(covered))
  }

  /// Whole experiments with the model: 12 requests come a day, and nobody brings them their cards.
  @Test func anExperimentCoversTheTruthAsOftenAsItSays() throws {
    var scenario = SmallExperimentOffice.scenario(days: 1)
    scenario.demand.backlog = []
    scenario.demand.arrivals.removeLast()
    scenario.delivery.channels = []
    scenario.delivery.rules = []
    let covered = try (UInt64(0)..<300).count { seed in
      let study = try Experiment(runs: 4, seed: seed).sweep(
        lever: "none", steps: [("0", 0, scenario)])
      // Poisson counts of 12 are nearly normal.
      return study.answers[0][.cardsInside]?.interval.contains(12) ?? false
    }
    #expect((274...296).contains(covered))
  }
}
