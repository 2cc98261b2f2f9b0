import Testing

@testable import Optimiser

@Suite struct GreedyInsertionTests {
  /// Job 0 lies by itself on the way to job 4, and near to three jobs whose run is full.
  @Test(arguments: [Problem.Measure.duration, .travel])
  func aRunWithRoomThatPassesByIsFoundFromAfar(measure: Problem.Measure) throws {
    let travel = try TravelTimes(
      eastMetres: [0, 1_000, 1_001, 1_002, 1_003, 5_000], northMetres: [0, 0, 0, 0, 0, 0],
      millisecondsPerMetre: 1_000)
    let courier = Vehicle(startLocation: 0, endLocation: 0, shift: 0...50_000, capacity: 3)
    let problem = try Problem(
      travel: travel,
      jobs: (1...5).map { Job(location: $0, demand: 1, timeWindows: [0...40_000]) },
      vehicles: Array(repeating: courier, count: 3), measure: measure)
    let nearest = NearestJobs(problem, atMost: 2)
    var random = SplitMix64(seed: 1)
    var runs = Runs(problem)
    runs.replace(
      with: Solution(
        routes: [Route(vehicle: 0, jobs: [1, 2, 3]), Route(vehicle: 1, jobs: [4])], unserved: [0]))
    let cost = runs.totalCost
    var insertion = GreedyInsertion(runs.flat, blinkChance: 0, using: &random)
    insertion.survey(runs, using: &random)

    var found = 0
    for _ in 0..<100 {
      runs.beginStep()
      insertion.recreate(&runs, with: [0], nearest: nearest, using: &random)
      if runs.runOf(0) == 1 {
        #expect(runs.totalCost == cost, "it lies on the way")
        found += 1
      } else {
        #expect(runs.runOf(0) == 2)
      }
      runs.undoStep()
    }
    #expect((10...60).contains(found), "\(found) times of 100 rather than about 30")
  }

  /// Six villages with a load and a half each, for couriers of two kinds who keep windows.
  @Test func theRestsOfVillagesShareRuns() throws {
    let travel = try TravelTimes(
      eastMetres: [0] + (0..<90).map { Int32(5_000 * ($0 / 15 + 1)) },
      northMetres: [0] + (0..<90).map { Int32(10 * ($0 % 15)) }, millisecondsPerMetre: 1_000)
    let problem = try Problem(
      travel: travel,
      jobs: (1...90).map { Job(location: $0, demand: 1, timeWindows: [0...200_000]) },
      vehicles: (0..<24).map {
        Vehicle(
          startLocation: 0, endLocation: 0, shift: 0...300_000, capacity: 10,
          fixedCost: Int32($0 % 2))
      }, measure: .travel)
    var tuning = Tuning(for: problem)
    tuning.neighbourCount = 10
    let solution = Solver(problem, tuning: tuning)
      .solve(SearchParameters(iterations: 5_000, seed: 1))
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.routes.filter { !$0.jobs.isEmpty }.count == 9)
  }
}
