import Testing

@testable import Optimiser

@Suite struct NearestJobsTests {
  /// The tree must find what sorting all points finds, duplicates and lines included.
  @Test(arguments: UInt64(0)..<50)
  func agreesWithSortingAllPoints(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let extent = [1, 5, 100, 10_000][random.below(4)]
    let count = 1 + random.below(200)
    let east = (0..<count).map { _ in random.below(extent) }
    let north = (0..<count).map { _ in seed % 5 == 0 ? 0 : random.below(extent) }
    let tree = PointTree(eastMetres: east, northMetres: north)
    for point in stride(from: 0, to: count, by: 7) {
      let sorted = (0..<count).filter { $0 != point }.map { other -> (Int, Int) in
        let (east, north) = (east[other] - east[point], north[other] - north[point])
        return (east * east + north * north, other)
      }
      .sorted { $0 < $1 }
      #expect(tree.nearest(to: point, count: 20) == sorted.prefix(20).map(\.1))
    }
  }

  /// Windows change which jobs are near and in which order, but the same are listed by the way.
  @Test(arguments: [false, true])
  func theSameJobsAreListedByTheWayAlone(hasWindows: Bool) throws {
    let problem = try RandomProblem(jobCount: 40, hasWindows: hasWindows, hasBreaks: false)
      .make(seed: 3)
    let nearest = NearestJobs(problem, atMost: 8)
    var differs = false
    for job in 0..<40 {
      let best = (0..<8).map { nearest[job, $0] }
      let byWay = (0..<8).map { nearest.job(job, byWay: $0) }
      let seconds = (0..<8).map { nearest.seconds(job, byWay: $0) }
      #expect(Set(best) == Set(byWay))
      #expect(seconds == seconds.sorted())
      for (rank, other) in byWay.enumerated() {
        let listed = try #require(best.firstIndex(of: other))
        #expect(nearest.seconds(job, listed) == seconds[rank])
      }
      if best != byWay { differs = true }
    }
    #expect(differs == hasWindows)
  }
}
