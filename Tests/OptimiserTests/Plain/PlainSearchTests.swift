import Testing

@testable import Optimiser

@Suite struct PlainSearchTests {
  /// One bag, full with a job that outweighs any of the first dozen left out; the two behind them
  /// would both fit in its stead and outweigh it.
  @Test(arguments: UInt64(1)...5)
  func everyJobLeftOutIsTriedAgain(seed: UInt64) throws {
    let travel = try TravelTimes(
      eastMetres: (0...14).map { Int32(10 * $0) }, northMetres: Array(repeating: 0, count: 15),
      millisecondsPerMetre: 1_000)
    let jobs = (0..<15).map { index in
      switch index {
      case 0: Job(location: 1, demand: 10, weight: 5)
      case 1...12: Job(location: index + 1, demand: 10, weight: 1)
      default: Job(location: 14, demand: 5, weight: 4)
      }
    }
    let problem = try Problem(
      travel: travel, jobs: jobs,
      vehicles: [Vehicle(startLocation: 0, endLocation: 0, capacity: 10)], measure: .travel)
    let plain = try #require(PlainProblem(problem))
    let near = NearTable(NearestJobs(problem, atMost: 20), jobCount: 15)
    var search = PlainSearch(
      plain, near: near, routes: [[0]], tuning: Tuning(for: problem),
      random: SplitMix64(seed: seed))
    let first = search.bestRoutes()
    #expect(first == [[0]])
    _ = search.anneal(steps: 2_000, from: 1, to: 0.01) { false }
    let last = search.bestRoutes().map { $0.sorted() }
    #expect(last == [[13, 14]])
  }
}
