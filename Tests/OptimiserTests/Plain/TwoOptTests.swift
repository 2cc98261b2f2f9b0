import Testing

@testable import Optimiser

@Suite struct TwoOptTests {
  /// From random runs, it only ever shortens, keeps every rule, and says which runs changed.
  @Test(arguments: UInt64(0)..<40)
  func shortensWithoutBreakingARule(seed: UInt64) throws {
    // Room is what counts in one half of them, stops in the other.
    let town = PlainTown(
      jobCount: 40, capacity: seed % 4 < 2 ? 30 : 14, runCount: 8, maximumStops: 8,
      fixedCost: Int32(seed % 2) * 50)
    let (problem, table) = try town.plain(seed: seed)
    var random = SplitMix64(seed: seed)
    var rings = Rings(problem)
    for job in 0..<40 {
      let run = random.below(8)
      guard rings.demand(of: job) <= rings.spare(of: run) else { continue }
      rings.insert(job, after: rings.depot(of: run))
    }
    let before = Rings.Sums(rings, problem)
    let served = Set(before.runs.joined())

    var twoOpt = TwoOpt()
    var changed = NodeSet(capacity: 8)
    twoOpt.improve(
      &rings, around: Stack(0..<40), near: NearLists(table), changed: &changed)

    let after = Rings.Sums(rings, problem)
    #expect(after.cost == rings.cost)
    #expect(after.cost < before.cost)
    #expect(Set(after.runs.joined()) == served)
    for run in 0..<8 {
      #expect(rings.load(of: run) <= Int(town.capacity))
      #expect(after.runs[run].count <= 8)
      let isNoted = changed.contains(run)
      #expect(after.runs[run] == before.runs[run] || isNoted)
    }
  }

  @Test func uncrossesOneRun() throws {
    let travel = try TravelTimes(
      eastMetres: [0, 0, 100, 100], northMetres: [0, 100, 100, 0], millisecondsPerMetre: 1_000)
    let vehicle = Vehicle(startLocation: 0, endLocation: 0)
    let problem = try Problem(
      travel: travel, jobs: (1...3).map { Job(location: $0) }, vehicles: [vehicle],
      measure: .travel)
    let plain = try #require(PlainProblem(problem))
    var rings = Rings(plain)
    for (job, after) in [(1, 3), (0, 1), (2, 0)] { rings.insert(job, after: after) }
    #expect(rings.cost == 482)
    var twoOpt = TwoOpt()
    var changed = NodeSet(capacity: 1)
    let near = NearTable(NearestJobs(problem, atMost: 2), jobCount: 3)
    twoOpt.improve(&rings, around: Stack(0..<3), near: NearLists(near), changed: &changed)
    #expect(rings.cost == 400)
  }
}
