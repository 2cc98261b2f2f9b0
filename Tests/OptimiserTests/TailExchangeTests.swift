import Testing

@testable import Optimiser

/// The exchange of tails against building both runs and timing them.
@Suite struct TailExchangeTests {
  @Test(arguments: UInt64(0)..<40)
  func makesTheCheapestExchangeThatTheScheduleAllows(seed: UInt64) throws {
    let problem = try alikeVehicles(seed: seed)
    var random = SplitMix64(seed: seed)
    var runs = Runs(problem)
    let nearest = NearestJobs(problem, atMost: 23)
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0.5, using: &random)
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    var tails = TailExchange(runs)
    #expect(tails.isOn)

    for job in 0..<problem.jobs.count where runs.runOf(job) >= 0 {
      let before = runs.totalCost
      let cheapest = cheapestByTrying(job, runs, nearest, problem)
      let isMade = tails.exchange(&runs, behind: job, nearest: nearest, allowance: .infinity)
      #expect(isMade == (cheapest != nil))
      if let cheapest { #expect(runs.totalCost == before + cheapest) }
      for run in 0..<problem.vehicles.count { expectTruth(of: run, runs, problem) }
    }
  }

  @Test func leavesRunsAloneWhenTheExchangeCostsMoreThanAllowed() throws {
    let problem = try alikeVehicles(seed: 3)
    var random = SplitMix64(seed: 3)
    var runs = Runs(problem)
    let nearest = NearestJobs(problem, atMost: 23)
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0, using: &random)
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    var tails = TailExchange(runs)
    let before = (0..<problem.vehicles.count).map { runs.route($0) }
    for job in 0..<problem.jobs.count {
      let isMade = tails.exchange(&runs, behind: job, nearest: nearest, allowance: -1_000_000)
      #expect(!isMade)
    }
    #expect((0..<problem.vehicles.count).map { runs.route($0) } == before)
  }

  @Test(arguments: [Feature.reloads, .dimensions, .longestTravel, .prices, .pins])
  func staysOffWhereARuleIsUnknownToIt(feature: Feature) throws {
    let problem = try RandomProblem(
      jobCount: 12, vehicleCount: 1, hasBreaks: false, measure: .travel, features: [feature]
    ).make(seed: 1)
    let tails = TailExchange(Runs(problem))
    #expect(!tails.isOn)
  }

  /// Returns what the cheapest possible exchange behind `job` adds, from schedules alone.
  private func cheapestByTrying(
    _ job: Int, _ runs: borrowing Runs, _ nearest: borrowing NearestJobs, _ problem: Problem
  ) -> Int? {
    let run = runs.runOf(job)
    let jobs = runs.route(run).jobs
    let cut = (jobs.firstIndex(of: job) ?? 0) + 1
    var best: Int?
    for rank in 0..<min(TailExchange.followers, nearest.count) {
      let other = runs.runOf(nearest[job, rank])
      guard other >= 0, other != run else { continue }
      let others = runs.route(other).jobs
      let otherCut = others.firstIndex(of: nearest[job, rank]) ?? 0
      let new = Route(vehicle: run, jobs: Array(jobs[..<cut] + others[otherCut...]))
      let otherNew = Route(vehicle: other, jobs: Array(others[..<otherCut] + jobs[cut...]))
      guard let newCost = cost(of: new, problem), let otherCost = cost(of: otherNew, problem) else {
        continue
      }
      let added = newCost + otherCost - runs.runCost[run] - runs.runCost[other]
      best = min(best ?? .max, added)
    }
    return best
  }

  /// The cost of a route that breaks no rule; 0 for an empty one.
  private func cost(of route: Route, _ problem: Problem) -> Int? {
    if route.jobs.isEmpty { return 0 }
    return (try? problem.schedule(of: route)).map { Int($0.cost) }
  }

  private func expectTruth(of run: Int, _ runs: borrowing Runs, _ problem: Problem) {
    let cost = cost(of: runs.route(run), problem)
    #expect(cost == runs.runCost[run])
  }

  /// Vehicles of one kind and jobs with windows, where only the way costs.
  private func alikeVehicles(seed: UInt64) throws -> Problem {
    let drawn = try RandomProblem(
      jobCount: 24, vehicleCount: 1, hasBreaks: false, measure: .travel
    ).make(seed: seed)
    let jobs = drawn.jobs.map { job in
      var job = job
      job.allowedVehicles = nil
      job.requiredSkills = 0
      return job
    }
    var vehicle = Vehicle(startLocation: 0, endLocation: seed % 2 == 0 ? 0 : nil)
    vehicle.shift = 100...9_000
    vehicle.capacity = 24
    vehicle.maximumStops = 9
    vehicle.fixedCost = 200
    return try Problem(
      travel: drawn.travel, jobs: jobs, vehicles: Array(repeating: vehicle, count: 5),
      measure: .travel)
  }
}
