import Testing

@testable import Optimiser

@Suite struct NearInsertionTests {
  @Test(arguments: UInt64(0)..<40)
  func aLimitStopsWhatWouldReachItAndNothingElse(seed: UInt64) throws {
    let free = try recreated(seed: seed, costingLess: .max)
    #expect(free.isWhole)
    for margin in [1, 2, 1_000_000] {
      let limited = try recreated(seed: seed, costingLess: free.cost + margin)
      #expect(limited.isWhole)
      #expect(limited.runs == free.runs)
    }
    for margin in [0, 1, free.cost / 10, free.cost] {
      #expect(try !recreated(seed: seed, costingLess: free.cost - margin).isWhole)
    }
  }

  /// Where no run is spare, what has no place is left out, and that stops nothing.
  @Test func withoutALimitWhatHasNoPlaceIsLeftOut() throws {
    let town = PlainTown(jobCount: 40, capacity: 12, runCount: 5)
    let outcome = try recreated(seed: 3, costingLess: .max, in: town)
    #expect(outcome.isWhole)
    #expect(!outcome.runs.joined().isEmpty && outcome.runs.joined().count < 40)
  }

  /// A village on the way home from a place that is near to none of it; the village's own run is
  /// full, so that its last job would otherwise need a run of its own.
  @Test func aRunWithRoomThatPassesByIsFoundFromAfar() throws {
    let travel = try TravelTimes(
      eastMetres: [0, 1_000, 1_001, 1_002, 1_003, 5_000], northMetres: [0, 0, 0, 0, 0, 0],
      millisecondsPerMetre: 1_000)
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 3)
    let whole = try Problem(
      travel: travel, jobs: (1...5).map { Job(location: $0, demand: 1) },
      vehicles: Array(repeating: vehicle, count: 3), measure: .travel)
    let problem = try #require(PlainProblem(whole))
    let near = NearLists(NearTable(NearestJobs(whole, atMost: 2), jobCount: 5))
    var random = SplitMix64(seed: 1)
    var rings = Rings(problem)
    for job in 1...3 { rings.insert(job, after: rings.previous(rings.depot(of: 0))) }
    rings.insert(4, after: rings.depot(of: 1))
    let cost = rings.cost
    var insertion = NearInsertion(problem, blinkChance: 0, using: &random)
    insertion.survey(rings, using: &random)

    var found = 0
    for _ in 0..<100 {
      rings.beginStep()
      _ = insertion.recreate(
        &rings, with: Stack([0]), costingLess: .max, near: near, using: &random)
      if rings.run(of: 0) == 1 {
        #expect(rings.cost == cost, "it lies on the way")
        found += 1
      } else {
        #expect(rings.run(of: 0) == 2)
      }
      rings.undoStep()
    }
    #expect((10...60).contains(found), "\(found) times of 100 rather than about 30")
  }

  /// Ends are only looked at where they might win; each that was not would not have.
  @Test(arguments: UInt64(0)..<20)
  func noEndOfARunThatLostAJobIsCheaperThanThePlaceTaken(seed: UInt64) throws {
    let (problem, table) = try PlainTown(jobCount: 60, capacity: 30, runCount: 60).plain(seed: seed)
    var random = SplitMix64(seed: seed)
    var rings = Rings(problem)
    let near = NearLists(table)
    var insertion = NearInsertion(problem, blinkChance: 0, using: &random)
    _ = insertion.recreate(
      &rings, with: Stack(0..<60), costingLess: .max, near: near, using: &random)
    insertion.survey(rings, using: &random)
    for job in 0..<60 {
      rings.beginStep()
      rings.remove(from: job)
      for _ in 0..<3 {
        let other = random.below(60)
        if rings.run(of: other) >= 0 { rings.remove(from: other) }
      }
      let before = rings.cost
      let cheapest = Self.cheapestEnd(for: job, in: rings)
      _ = insertion.recreate(
        &rings, with: Stack([job]), costingLess: .max, near: near, using: &random)
      // Whole seconds keep the triangle inequality only roughly.
      #expect(rings.cost - before <= cheapest + 2)
      rings.undoStep()
    }
  }

  /// What `job` adds at the cheapest end of a run that has changed, or in one of its own.
  private static func cheapestEnd(for job: Int, in rings: borrowing Rings) -> Int {
    let unused = rings.depot(of: rings.emptyRuns[0])
    var cheapest = 2 * rings.seconds(from: unused, to: job)
    for index in 0..<rings.touched.count {
      let run = rings.touched[index]
      let depot = rings.depot(of: run)
      guard rings.stops(of: run) > 0, rings.demand(of: job) <= rings.spare(of: run) else {
        continue
      }
      for end in [rings.next(depot), rings.previous(depot)] {
        let added =
          rings.seconds(from: depot, to: job) + rings.seconds(from: job, to: end)
          - rings.seconds(from: depot, to: end)
        cheapest = min(cheapest, added)
      }
    }
    return cheapest
  }

  private struct Outcome {
    let isWhole: Bool
    let cost: Int
    let runs: [[Int]]
  }

  /// Takes a dozen neighbours out of a plan and puts them back.
  private func recreated(
    seed: UInt64, costingLess limit: Int, in town: PlainTown = PlainTown()
  ) throws -> Outcome {
    let (problem, table) = try town.plain(seed: seed)
    var random = SplitMix64(seed: seed)
    var rings = Rings(problem)
    let near = NearLists(table)
    var insertion = NearInsertion(problem, blinkChance: 0, using: &random)
    let jobs = Array(0..<problem.jobCount)
    _ = insertion.recreate(&rings, with: Stack(jobs), costingLess: .max, near: near, using: &random)
    insertion.survey(rings, using: &random)
    rings.beginStep()
    let removed = near.range(of: Int(seed % 7)).prefix(12).map { near.job(at: $0) }
      .filter { rings.run(of: $0) >= 0 }
    for job in removed { rings.remove(from: job) }
    let isWhole = insertion.recreate(
      &rings, with: Stack(removed), costingLess: limit, near: near, using: &random)
    let sums = Rings.Sums(rings, problem)
    return Outcome(isWhole: isWhole, cost: rings.cost, runs: sums.runs)
  }
}
