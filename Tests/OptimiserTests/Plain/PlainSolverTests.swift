import Testing

@testable import Optimiser

@Suite struct PlainSolverTests {
  @Test(arguments: [Problem.Measure.duration, .travel])
  func everyPlanPassesTheChecker(measure: Problem.Measure) throws {
    for seed in UInt64(0)..<10 {
      let problem = try PlainTown(
        capacity: 20, maximumStops: 9, fixedCost: Int32(seed % 3) * 200, measure: measure
      ).make(seed: seed)
      var last: Progress?
      let solution = Solver(problem).solve(SearchParameters(iterations: 500, seed: seed)) {
        last = $0
      }
      let objective = try problem.objective(of: solution)
      #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
      #expect(solution.unserved.isEmpty)
      #expect(last?.best == objective, "progress tells another cost than the plan has")
    }
  }

  @Test func findsTheOptimumOfTinyProblems() throws {
    for seed in UInt64(0)..<20 {
      let problem = try PlainTown(jobCount: 6, capacity: 7, runCount: 3).make(seed: seed)
      let solution = Solver(problem).solve(SearchParameters(iterations: 2_000, seed: seed))
      #expect(try problem.objective(of: solution) == Oracle(problem).optimum, "seed \(seed)")
    }
  }

  /// Three parts and more, so that threads finish in any order.
  @Test func planIsTheSameOnAnyNumberOfThreads() throws {
    let problem = try PlainTown(jobCount: 4_000, capacity: 40, runCount: 400).make(seed: 5)
    let plans = [1, 2, 3].map { threads in
      var parameters = SearchParameters(iterations: 3_000, seed: 9)
      parameters.threads = threads
      return Solver(problem).solve(parameters)
    }
    #expect(plans[1] == plans[0] && plans[2] == plans[0])
    #expect(Checker.violations(of: plans[0], in: problem) == [])
  }

  /// With too few runs the heaviest loads are not served first: as much weight as fits is.
  @Test func leavesOutOnlyWhatFitsNowhere() throws {
    for seed in UInt64(0)..<5 {
      let problem = try PlainTown(jobCount: 40, capacity: 10, runCount: 5).make(seed: seed)
      let solution = Solver(problem).solve(SearchParameters(iterations: 2_000, seed: seed))
      #expect(Checker.violations(of: solution, in: problem) == [])
      for job in solution.unserved {
        let fits = problem.reasons(for: job, in: solution).contains { $0.reason == nil }
        #expect(!fits, "job \(job) of seed \(seed) would fit")
      }
    }
  }

  @Test func aWarmStartIsNeverMadeWorse() throws {
    let problem = try PlainTown(jobCount: 200, capacity: 25, runCount: 200).make(seed: 3)
    let first = Solver(problem).solve(SearchParameters(iterations: 20_000, seed: 1))
    let second = Solver(problem).solve(
      SearchParameters(iterations: 50, seed: 2), warmStart: first)
    #expect(try problem.objective(of: second) <= problem.objective(of: first))
  }

  @Test func noStepsGiveTheFirstPlan() throws {
    let problem = try PlainTown().make(seed: 1)
    let solution = Solver(problem).solve(SearchParameters(iterations: 0, seed: 1))
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.unserved.isEmpty)
  }

  @Test func noJobsGiveNoRuns() throws {
    let problem = try Problem(
      travel: TravelTimes(eastMetres: [0], northMetres: [0], millisecondsPerMetre: 1_000),
      jobs: [], vehicles: [Vehicle(startLocation: 0, endLocation: 0)])
    let solution = Solver(problem).solve(SearchParameters(iterations: 10, seed: 1))
    #expect(solution == Solution(routes: [], unserved: []))
  }

  /// Six villages of one and a half loads on one road, too far apart to be near one another.
  /// Where there are too many runs to look for fewer of them, the search itself must find this.
  /// Three villages in three directions: to fill the last bags, a run would have to go to two.
  @Test func anotherRunIsUsedWhereFillingTheLastBagsCostsMoreWay() throws {
    let villages = [(0, 5_000), (4_330, -2_500), (-4_330, -2_500)]
    let doors = villages.flatMap { east, north in
      (0..<8).map { (Int32(east + 10 * $0), Int32(north)) }
    }
    let travel = try TravelTimes(
      eastMetres: [0] + doors.map(\.0), northMetres: [0] + doors.map(\.1),
      millisecondsPerMetre: 1_000)
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 5)
    let problem = try Problem(
      travel: travel, jobs: (1...24).map { Job(location: $0, demand: 1) },
      vehicles: Array(repeating: vehicle, count: 12), measure: .travel)
    let solution = Solver(problem).solve(SearchParameters(iterations: 100_000, seed: 1))
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.routes.filter { !$0.jobs.isEmpty }.count == 6, "five would be full")
  }

  @Test func theRestsOfVillagesShareRuns() throws {
    let travel = try TravelTimes(
      eastMetres: [0] + (0..<90).map { Int32(5_000 * ($0 / 15 + 1)) },
      northMetres: [0] + (0..<90).map { Int32(10 * ($0 % 15)) }, millisecondsPerMetre: 1_000)
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 10)
    let problem = try Problem(
      travel: travel, jobs: (1...90).map { Job(location: $0, demand: 1) },
      vehicles: Array(repeating: vehicle, count: 90), measure: .travel)
    var tuning = Tuning(for: problem)
    tuning.neighbourCount = 10
    tuning.mostRunsToPack = 0
    let solution = Solver(problem, tuning: tuning)
      .solve(SearchParameters(iterations: 5_000, seed: 1))
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.routes.filter { !$0.jobs.isEmpty }.count == 9)
  }

  /// Savings alone need one run more than the load asks for; the search must notice.
  @Test func findsThePlanWithFewerRuns() throws {
    var packed = 0
    for seed in UInt64(0)..<10 {
      let problem = try PlainTown(jobCount: 80, capacity: 20, runCount: 80).make(seed: seed)
      let plain = try #require(PlainProblem(problem))
      let solution = Solver(problem).solve(SearchParameters(iterations: 20_000, seed: seed))
      if solution.routes.count <= plain.fewestRuns + 1 { packed += 1 }
    }
    #expect(packed >= 9, "only \(packed) of 10 plans have few runs")
  }
}
