import Testing

@testable import Optimiser

@Suite struct RemeltingTests {
  @Test(arguments: UInt64(0)..<2)
  func neverMakesThePlanWorseAndEveryPlanPassesTheChecker(seed: UInt64) throws {
    let problem = try PlainTown(jobCount: 400, capacity: 24, runCount: 400).make(seed: seed)
    var bests: [Objective] = []
    let solution = Solver(problem, tuning: hasty).solve(
      SearchParameters(iterations: 400 * briefly, seed: seed)
    ) { bests.append($0.best) }
    #expect(zip(bests, bests.dropFirst()).allSatisfy { $1 <= $0 })
    #expect(try problem.objective(of: solution) == bests.last)
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.unserved.isEmpty)
  }

  /// What annealing leaves behind gets cheaper in the steps that follow it.
  @Test func improvesPlansThatHaveCooled() throws {
    var better = 0
    for seed in UInt64(0)..<8 {
      let problem = try PlainTown(jobCount: 100, capacity: 24, runCount: 100).make(seed: seed)
      var costs: [Int64] = []
      _ = Solver(problem, tuning: hasty).solve(SearchParameters(iterations: 8_000, seed: seed)) {
        costs.append($0.best.cost)
      }
      // So few steps are one round of it.
      let cooled = try #require(costs.dropLast().last)
      if try #require(costs.last) < cooled { better += 1 }
    }
    #expect(better >= 4, "only \(better) of 8 plans got better")
  }

  /// Barely heated, so that even a few steps in the last round change the plan: had they not, the
  /// test would compare annealing only.
  @Test func planIsTheSameOnAnyNumberOfThreads() throws {
    let problem = try PlainTown(jobCount: 520, capacity: 24, runCount: 520).make(seed: 4)
    var tuning = hasty
    tuning.firstTemperature = 0.05
    var costs: [Int64] = []
    let plans = [1, 3].map { threads in
      var parameters = SearchParameters(iterations: 520 * briefly, seed: 9)
      parameters.threads = threads
      return Solver(problem, tuning: tuning).solve(parameters) { costs.append($0.best.cost) }
    }
    let cooled = try #require(costs.dropLast().last)
    #expect(try #require(costs.last) < cooled)
    #expect(plans[1] == plans[0])
  }

  /// With fewer runs than the load asks for, what is left out must stay known to the parts.
  @Test func servesNoLessThanBefore() throws {
    for seed in UInt64(0)..<2 {
      let problem = try PlainTown(jobCount: 300, capacity: 24, runCount: 26).make(seed: seed)
      var weights: [Int64] = []
      let solution = Solver(problem, tuning: hasty).solve(
        SearchParameters(iterations: 300 * briefly, seed: seed)
      ) { weights.append($0.best.unservedByTier[0]) }
      #expect(zip(weights, weights.dropFirst()).allSatisfy { $1 <= $0 })
      #expect(!solution.unserved.isEmpty)
      #expect(Checker.violations(of: solution, in: problem) == [])
    }
  }

  @Test(arguments: [
    (20.0, 1_000.0, 0.35), (20, 40_000, 0.35), (20, 3_000, 0.666), (20, 1_500, 1), (20, 0, 1),
  ])
  func beginsWhenAnnealingHasHadItsSteps(stepsPerJob: Double, steps: Double, begin: Double) {
    var tuning = Tuning()
    tuning.annealingStepsPerJob = stepsPerJob
    let jobCount = steps == 1_000 ? 10 : 100
    let found = Remelting.begin(tuning, jobCount: jobCount, steps: steps)
    #expect(abs(found - begin) < 0.001)
  }

  @Test func plansOfManyJobsAreAnnealedToTheEnd() {
    #expect(Remelting.begin(hasty, jobCount: 1_500, steps: 1e9) < 1)
    #expect(Remelting.begin(hasty, jobCount: 1_501, steps: 1e9) == 1)
  }

  @Test func roundsAreAlikeAndEndWithTheSearch() {
    var fraction = 0.4
    var shares: [Double] = []
    while fraction < 1 {
      let ending = Remelting.ending(after: fraction, jobCount: 100, steps: 700_000)
      shares.append(ending - fraction)
      fraction = ending
    }
    #expect(shares.count == 6)
    #expect(shares.allSatisfy { abs($0 - 0.1) < 1e-9 })
    #expect(Remelting.ending(after: 0.9, jobCount: 100, steps: 10) == 1)
  }

  /// The steps per job with which one round of annealing and one of remelting make a search; with
  /// half of them, annealing would take all.
  private let briefly = 45

  /// Anneals so briefly that tests need not wait for what follows.
  private var hasty: Tuning {
    var tuning = Tuning()
    tuning.annealingStepsPerJob = 5
    return tuning
  }
}
