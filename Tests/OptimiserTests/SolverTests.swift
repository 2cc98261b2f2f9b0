import Testing

@testable import Optimiser

@Suite struct SolverTests {
  /// The search must find the optimum of nearly every tiny problem, and must never beat it.
  @Test func reachesTheOptimumOfTinyProblems() throws {
    var reached = 0
    let seeds = UInt64(0)..<25
    for seed in seeds {
      let problem = try RandomProblem(jobCount: 4).make(seed: seed)
      let solution = Solver(problem).solve(SearchParameters(iterations: 400, seed: seed))
      let objective = try problem.objective(of: solution)
      #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])

      let optimum = Oracle(problem).optimum
      #expect(objective >= optimum, "seed \(seed) beats the truth")
      if objective == optimum { reached += 1 }
    }
    #expect(reached >= 24, "only \(reached) of \(seeds.count) optima found")
  }

  @Test(arguments: [Problem.Measure.duration, .travel])
  func everyPlanPassesTheChecker(measure: Problem.Measure) throws {
    for seed in UInt64(0)..<10 {
      let problem = try RandomProblem(jobCount: 25, vehicleCount: 4, measure: measure)
        .make(seed: seed)
      let solution = Solver(problem).solve(SearchParameters(iterations: 200, seed: seed))
      let objective = try problem.objective(of: solution)
      #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
    }
  }

  @Test(arguments: RunsTests.mixtures)
  func everyPlanKeepsEveryKindOfRule(features: Set<Feature>) throws {
    for seed in UInt64(0)..<3 {
      let problem = try RandomProblem(jobCount: 25, vehicleCount: 4, features: features)
        .make(seed: seed)
      let solution = Solver(problem).solve(SearchParameters(iterations: 200, seed: seed))
      let objective = try problem.objective(of: solution)
      #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
    }
  }

  /// Thirty runs of one job each, though one run could take ten: the search has to close most.
  @Test func manyRunsAreClosedWhereFewCanDoTheWork() throws {
    let travel = try TravelTimes(
      eastMetres: (0...30).map { Int32($0) * 7 % 31 }, northMetres: (0...30).map { Int32($0) },
      millisecondsPerMetre: 1_000)
    let jobs = (1...30).map { Job(location: $0, timeWindows: [0...100_000]) }
    let courier = Vehicle(
      startLocation: 0, endLocation: 0, shift: 0...200_000, capacity: 10, fixedCost: 1_000)
    let problem = try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: courier, count: 30))
    let scattered = Solution(
      routes: jobs.indices.map { Route(vehicle: $0, jobs: [$0]) }, unserved: [])
    let solution = Solver(problem).solve(
      SearchParameters(iterations: 2_000, seed: 1), warmStart: scattered)
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.routes.count == 3)
  }

  @Test func theSameSeedGivesTheSamePlan() async throws {
    let problem = try RandomProblem(jobCount: 20, vehicleCount: 3).make(seed: 7)
    let parameters = SearchParameters(iterations: 300, seed: 11)
    let alone = Solver(problem).solve(parameters)
    let together = await withTaskGroup(of: Solution.self) { group in
      for _ in 0..<3 { group.addTask { Solver(problem).solve(parameters) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together == [alone, alone, alone])
  }

  @Test func moreStepsNeverEndWorseThanTheWarmStart() throws {
    for seed in UInt64(0)..<5 {
      let problem = try RandomProblem(jobCount: 15, vehicleCount: 3).make(seed: seed)
      let first = Solver(problem).solve(SearchParameters(iterations: 100, seed: seed))
      let second = Solver(problem).solve(
        SearchParameters(iterations: 100, seed: seed + 1), warmStart: first)
      #expect(try problem.objective(of: second) <= problem.objective(of: first))
    }
  }

  @Test func anImpossibleWarmStartIsRepaired() throws {
    let problem = try RandomProblem(jobCount: 6).make(seed: 3)
    let nonsense = Solution(
      routes: [Route(vehicle: 0, jobs: [5, 4, 99, 3, 2, 1, 0, 0]), Route(vehicle: 9, jobs: [1])],
      unserved: [-1])
    let solution = Solver(problem).solve(
      SearchParameters(iterations: 50, seed: 1), warmStart: nonsense)
    #expect(Checker.violations(of: solution, in: problem) == [])
  }

  @Test func aSearchThatMayNotBeginStillGivesAPlan() throws {
    let problem = try RandomProblem(jobCount: 10).make(seed: 5)
    let stopped = SearchParameters(
      seed: 1, elapsedFraction: { 0.5 }, shouldStop: { true })
    let solution = Solver(problem).solve(stopped)
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(!solution.routes.isEmpty)
  }

  @Test func progressTellsStepsAndNeverGetsWorse() throws {
    let problem = try RandomProblem(jobCount: 12).make(seed: 2)
    var reports: [Progress] = []
    _ = Solver(problem).solve(SearchParameters(iterations: 450, seed: 1)) { reports.append($0) }
    #expect(reports.map(\.steps) == [200, 400, 450])
    #expect(reports.last?.fraction == 1)
    #expect(zip(reports, reports.dropFirst()).allSatisfy { $1.best <= $0.best })
  }

  @Test func aProblemWithoutJobsOrVehiclesHasAPlan() throws {
    let travel = try TravelTimes(rows: [[0]])
    let parameters = SearchParameters(iterations: 10, seed: 1)
    let nothing = try Problem(travel: travel, jobs: [], vehicles: [])
    #expect(Solver(nothing).solve(parameters) == Solution(routes: [], unserved: []))
    let nobody = try Problem(travel: travel, jobs: [Job(location: 0)], vehicles: [])
    #expect(Solver(nobody).solve(parameters) == Solution(routes: [], unserved: [0]))
  }

  /// One tier-0 card outweighs any number of later ones.
  @Test func anUrgentJobTakesThePlaceOfManyOthers() throws {
    let travel = try TravelTimes(rows: [[0, 100, 10], [100, 0, 100], [10, 100, 0]])
    let jobs =
      [Job(location: 1, demand: 5, tier: 0)]
      + (0..<5).map { _ in Job(location: 2, tier: 1, weight: 1_000) }
    let courier = Vehicle(startLocation: 0, endLocation: 0, capacity: 5)
    let problem = try Problem(travel: travel, jobs: jobs, vehicles: [courier])
    let solution = Solver(problem).solve(SearchParameters(iterations: 200, seed: 1))
    #expect(solution.routes == [Route(vehicle: 0, jobs: [0])])
  }
}
