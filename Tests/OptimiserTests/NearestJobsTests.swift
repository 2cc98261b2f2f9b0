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
}
