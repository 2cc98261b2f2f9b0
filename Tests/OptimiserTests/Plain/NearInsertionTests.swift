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
    _ = insertion.recreate(&rings, with: jobs, costingLess: .max, near: near, using: &random)
    insertion.noteLegs(of: rings, using: &random)
    rings.beginStep()
    let removed = near.range(of: Int(seed % 7)).prefix(12).map { near.job(at: $0) }
      .filter { rings.run(of: $0) >= 0 }
    for job in removed { rings.remove(job) }
    let isWhole = insertion.recreate(
      &rings, with: removed, costingLess: limit, near: near, using: &random)
    let sums = Rings.Sums(rings, problem)
    return Outcome(isWhole: isWhole, cost: rings.cost, runs: sums.runs)
  }
}
