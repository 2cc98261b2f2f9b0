import Testing

@testable import Optimiser

/// The flat clock of the search against the plain timetable.
@Suite struct RunsTests {
  /// Every change leaves each run with the cost and the feasibility of its schedule.
  @Test(arguments: UInt64(0)..<50)
  func agreesWithTheTimetableAfterEveryChange(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let problem = try RandomProblem(jobCount: 9, vehicleCount: 2).make(seed: seed)
    var runs = Runs(problem)
    for _ in 0..<60 {
      let job = random.below(9)
      if runs.runOf(job) >= 0 {
        let run = runs.runOf(job)
        runs.remove(job)
        runs.settle(run)
      } else {
        let run = random.below(2)
        guard runs.hasRoom(in: run, for: job) else { continue }
        let node = random.below(1 + runs.stopCount[run])
        let after = runs.node(node, of: run)
        tryPlace(job, after, run, &runs, problem)
      }
    }
  }

  /// Compares one insertion with the schedule of the longer route, and keeps it if it fits.
  private func tryPlace(
    _ job: Int, _ after: Int, _ run: Int, _ runs: inout Runs, _ problem: Problem
  ) {
    let before = runs.runCost[run]
    let predicted = runs.addedCost(of: job, after: after, in: run, below: .max)
    runs.insert(job, after: after, in: run)
    let fits = runs.settle(run)
    let truth = try? problem.schedule(of: runs.route(run))
    #expect(fits == (truth != nil), "\(runs.route(run))")
    if let truth { #expect(runs.runCost[run] == truth.cost) }
    let vehicle = problem.vehicles[run]
    let isExact =
      vehicle.breaks.isEmpty && problem.jobs.allSatisfy { $0.timeWindows.count <= 1 }
    if isExact {
      #expect(predicted == truth.map { Int($0.cost) - before } ?? .max)
    } else if vehicle.maximumDurationSeconds == nil {
      #expect((predicted < .max) == fits)
    }
    guard !fits else { return }
    runs.remove(job)
    runs.settle(run)
  }

  @Test(arguments: UInt64(0)..<50)
  func undoingAStepRestoresEverything(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let problem = try RandomProblem(jobCount: 20, vehicleCount: 3).make(seed: seed)
    var runs = Runs(problem)
    let nearest = NearestJobs(problem, atMost: 20)
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0.01, using: &random)
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    let before = (0..<3).map { runs.route($0) }
    let cost = runs.totalCost

    runs.beginStep()
    var jobs: [Int] = []
    AdjacentStringRemoval().ruin(
      &runs, around: 4, nearest: nearest, removed: &jobs, using: &random)
    insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)
    runs.undoStep()

    #expect((0..<3).map { runs.route($0) } == before)
    #expect(runs.totalCost == cost)
    #expect(cost == (0..<3).reduce(0) { $0 + runs.runCost[$1] })
  }

  /// Without a clock, costs follow each change by differences.
  @Test(arguments: UInt64(0)..<20)
  func untimedCostsAreTheSumsOfTheirLegs(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let problem = try untimedProblem(seed: seed)
    #expect(!problem.isTimed)
    var runs = Runs(problem)
    for _ in 0..<100 {
      let job = random.below(12)
      if runs.runOf(job) >= 0 {
        runs.remove(job)
      } else {
        let run = random.below(3)
        guard runs.hasRoom(in: run, for: job) else { continue }
        let after = runs.node(random.below(1 + runs.stopCount[run]), of: run)
        let predicted = runs.addedCost(of: job, after: after, in: run, below: .max)
        let before = runs.totalCost
        runs.insert(job, after: after, in: run)
        #expect(runs.totalCost - before == predicted)
      }
      let routes = (0..<3).map { runs.route($0) }.filter { !$0.jobs.isEmpty }
      let costs = try routes.map { try problem.schedule(of: $0).cost }
      #expect(Int64(runs.totalCost) == costs.reduce(0, +))
    }
  }

  private func untimedProblem(seed: UInt64) throws -> Problem {
    var random = SplitMix64(seed: seed)
    let points = (0..<13).map { _ in Int32.random(in: 0...500, using: &random) }
    let travel = try TravelTimes(
      eastMetres: points, northMetres: points.reversed(), millisecondsPerMetre: 1_000)
    let jobs = (1...12).map { Job(location: $0, serviceSeconds: Int32($0), demand: 2) }
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 14, fixedCost: 50)
    return try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: vehicle, count: 3))
  }
}

extension Runs {
  /// The node at `position` in the ring of `run`; 0 is its end node.
  func node(_ position: Int, of run: Int) -> Int {
    var node = endNode(of: run)
    for _ in 0..<position { node = next(node) }
    return node
  }

  func route(_ run: Int) -> Route {
    var jobs: [Int] = []
    var node = next(endNode(of: run))
    while node < flat.jobCount {
      jobs.append(node)
      node = next(node)
    }
    return Route(vehicle: run, jobs: jobs)
  }
}
