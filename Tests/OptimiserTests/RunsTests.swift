import Testing

@testable import Optimiser

/// The flat runs of the search against the plain schedule.
@Suite struct RunsTests {
  /// Every kind of rule by itself, none, and all at once.
  static let mixtures: [Set<Feature>] =
    Feature.allCases.map { [$0] } + [[], Set(Feature.allCases)]

  /// Every change leaves each run with the cost and the feasibility of its schedule.
  @Test(arguments: mixtures, [Problem.Measure.duration, .travel])
  func agreesWithTheScheduleAfterEveryChange(
    features: Set<Feature>, measure: Problem.Measure
  ) throws {
    for seed in UInt64(0)..<8 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(jobCount: 9, measure: measure, features: features)
        .make(seed: seed)
      var runs = Runs(problem)
      for _ in 0..<60 {
        let job = runs.flat.blocks.first(of: random.below(9))
        if runs.isMovable(job) {
          takeOut(job, &runs, problem)
        } else if runs.runOf(job) < 0 {
          let run = random.below(2)
          let node = runs.node(random.below(1 + runs.stopCount[run]), of: run)
          tryPlace(job, node, run, &runs, problem)
        }
      }
    }
  }

  private func takeOut(_ job: Int, _ runs: inout Runs, _ problem: Problem) {
    let run = runs.runOf(job)
    runs.removeBlock(of: job)
    runs.dropUselessReloads(of: run)
    let fits = runs.settle(run)
    expectTruth(of: run, fits: fits, runs, problem)
    // Without the triangle inequality a shorter run can be too late.
    if !fits { runs.undoStep() }
    runs.beginStep()
  }

  /// Compares one insertion with the schedule of the longer route, and keeps it if it fits.
  private func tryPlace(
    _ job: Int, _ after: Int, _ run: Int, _ runs: inout Runs, _ problem: Problem
  ) {
    guard runs.hasRoom(in: run, for: job) else { return }
    let before = runs.runCost[run]
    let place = runs.place(for: job, after: after, in: run, below: .max)
    guard place.isPossible else { return }
    runs.insert(job, at: place)
    let fits = runs.settle(run)
    expectTruth(of: run, fits: fits, runs, problem)
    let vehicle = problem.vehicles[run]
    if vehicle.breaks.isEmpty, problem.jobs.allSatisfy({ $0.timeWindows.count <= 1 }) {
      #expect(place.addedCost == (fits ? runs.runCost[run] - before : .max))
    } else if vehicle.maximumDurationSeconds == nil {
      #expect((place.addedCost < .max) == fits)
    }
    if !fits { runs.undoStep() }
    runs.beginStep()
  }

  private func expectTruth(
    of run: Int, fits: Bool, _ runs: borrowing Runs, _ problem: Problem
  ) {
    let route = runs.route(run)
    if route.jobs.isEmpty {
      #expect(fits && runs.runCost[run] == 0)
      return
    }
    let truth = try? problem.schedule(of: route)
    #expect(fits == (truth != nil), "\(route)")
    if let truth, fits { #expect(runs.runCost[run] == truth.cost, "\(route)") }
  }

  /// Moving a reload never makes a run dearer, and keeps it true to its schedule.
  @Test(arguments: UInt64(0)..<15)
  func reloadsMoveToWhereTheyCostLess(seed: UInt64) throws {
    let problem = try RandomProblem(
      jobCount: 12, hasWindows: false, hasBreaks: false, features: [.reloads, .dimensions]
    ).make(seed: seed)
    var random = SplitMix64(seed: seed)
    var runs = Runs(problem)
    let nearest = NearestJobs(problem, atMost: 12)
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0.3, using: &random)
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    for run in 0..<2 where runs.stopCount[run] > 0 {
      let before = runs.runCost[run]
      runs.moveReloads(of: run)
      #expect(runs.runCost[run] <= before)
      expectTruth(of: run, fits: true, runs, problem)
    }
  }

  @Test(arguments: mixtures)
  func undoingAStepRestoresEverything(features: Set<Feature>) throws {
    for seed in UInt64(0)..<6 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(jobCount: 20, vehicleCount: 3, features: features)
        .make(seed: seed)
      var runs = Runs(problem)
      let nearest = NearestJobs(problem, atMost: 20)
      var insertion = GreedyInsertion(runs.flat, blinkChance: 0.01, using: &random)
      insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
      let before = (0..<3).map { runs.route($0) }
      let costs = (0..<3).map { runs.runCost[$0] }

      runs.beginStep()
      var jobs: [Int] = []
      AdjacentStringRemoval().ruin(
        &runs, around: 4, nearest: nearest, removed: &jobs, using: &random)
      insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)
      runs.undoStep()

      #expect((0..<3).map { runs.route($0) } == before)
      #expect((0..<3).map { runs.runCost[$0] } == costs)
      #expect(runs.totalCost == costs.reduce(0, +))
      for run in 0..<3 { expectTruth(of: run, fits: true, runs, problem) }
    }
  }

  /// Where only the way counts, times are followed and taken back one by one.
  @Test(arguments: UInt64(0)..<20)
  func keptAndUndoneStepsLeaveTrueTimesWhereOnlyTheWayCounts(seed: UInt64) throws {
    let problem = try onlyTheWayCounts(seed: seed)
    var random = SplitMix64(seed: seed)
    var runs = Runs(problem)
    let keepsArrivals = runs.flat.keepsArrivals
    #expect(keepsArrivals)
    let nearest = NearestJobs(problem, atMost: 30)
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0.1, using: &random)
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    var jobs: [Int] = []
    for _ in 0..<60 {
      runs.beginStep()
      jobs.removeAll()
      AdjacentStringRemoval().ruin(
        &runs, around: random.below(30), nearest: nearest, removed: &jobs, using: &random)
      insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)
      if random.below(2) == 0 || runs.broken.count > 0 { runs.undoStep() }
      for run in 0..<4 {
        expectTruth(of: run, fits: true, runs, problem)
        expectFreshTimes(of: run, &runs)
      }
    }
  }

  /// Compares the times of a run with those computed anew from end to end.
  private func expectFreshTimes(of run: Int, _ runs: inout Runs) {
    let kept = times(of: run, runs)
    runs.settle(run)
    #expect(times(of: run, runs) == kept)
  }

  private func times(of run: Int, _ runs: borrowing Runs) -> [[Int]] {
    var times: [[Int]] = []
    for position in 0...runs.stopCount[run] {
      let node = runs.node(position, of: run)
      times.append([runs.clock.earliest[node], runs.clock.latest[node]])
    }
    return times
  }

  private func onlyTheWayCounts(seed: UInt64) throws -> Problem {
    let problem = try RandomProblem(
      jobCount: 30, vehicleCount: 4, hasBreaks: false, measure: .travel
    ).make(seed: seed)
    let vehicles = problem.vehicles.map { vehicle in
      var vehicle = vehicle
      vehicle.workBand = nil
      vehicle.maximumDurationSeconds = nil
      vehicle.maximumStops = 12
      vehicle.capacity = 40
      return vehicle
    }
    return try Problem(
      travel: problem.travel, jobs: problem.jobs, vehicles: vehicles, measure: .travel)
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
    var route = Route(vehicle: run, jobs: [])
    var node = next(endNode(of: run))
    while node != endNode(of: run) {
      if flat.isJob(node) {
        route.jobs.append(node)
      } else {
        route.reloadsBefore.append(route.jobs.count)
      }
      node = next(node)
    }
    return route
  }
}
