import Testing

@testable import Optimiser

@Suite struct StringRuinTests {
  private let ruin = StringRuin(draws: AdjacentStringRemoval())

  /// Whatever is taken out: the seed among it, at most one string of each run, and of no more jobs
  /// than a string may have.
  @Test(arguments: UInt64(0)..<40)
  func takesOneStringOutOfEachOfAFewRunsNearby(seed: UInt64) throws {
    let (problem, table) = try PlainTown(jobCount: 80, capacity: 40).plain(seed: seed)
    var random = SplitMix64(seed: seed)
    var rings = Rings(problem)
    for job in 0..<80 { rings.insert(job, after: rings.previous(rings.depot(of: job % 8))) }
    let near = NearLists(table)
    var (strings, split) = (0, 0)
    for job in 0..<80 {
      let before = Rings.Sums(rings, problem)
      rings.beginStep()
      var removed = Stack<Int>()
      ruin.ruin(&rings, around: job, near: near, removed: &removed, using: &random)
      let jobs = (0..<removed.count).map { removed[$0] }
      #expect(jobs.contains(job) || jobs.count > 1, "the seed may be kept inside its string")
      #expect(Set(jobs).count == jobs.count && jobs.allSatisfy { rings.run(of: $0) < 0 })
      for run in before.runs {
        let places = run.indices.filter { jobs.contains(run[$0]) }
        guard let first = places.first, let last = places.last else { continue }
        #expect(places.count <= 10)
        let isWhole = last - first + 1 == places.count
        let gaps = zip(places, places.dropFirst()).count { $1 - $0 > 1 }
        #expect(isWhole || gaps == 1, "a string is whole, or keeps jobs at one place inside")
        strings += 1
        if !isWhole { split += 1 }
      }
      #expect(Rings.Sums(rings, problem).cost == rings.cost)
      rings.undoStep()
      #expect(Rings.Sums(rings, problem) == before)
    }
    #expect((strings / 4...strings * 6 / 10).contains(split), "half of them keep a job inside")
  }

  /// A string may begin anywhere around its job where the run is long enough, each place as likely.
  @Test(arguments: [0, 1, 3, 5])
  func aStringBeginsAsOftenAtEachPlaceItCan(place: Int) throws {
    let problem = try PlainTown(jobCount: 6, capacity: 100, runCount: 6).plain(seed: 1).problem
    var rings = Rings(problem)
    for job in 0..<6 { rings.insert(job, after: rings.previous(rings.depot(of: 0))) }
    var random = SplitMix64(seed: 1)
    for length in 1...6 {
      let possible = max(0, place - length + 1)...min(place, 6 - length)
      var times: [Int: Int] = [:]
      for _ in 0..<3_000 {
        let first = ruin.firstNode(of: length, holding: place, in: rings, &random)
        times[first, default: 0] += 1
      }
      #expect(times.keys.sorted() == Array(possible))
      let expected = 3_000 / possible.count
      #expect(times.values.allSatisfy { abs($0 - expected) < 150 }, "\(length): \(times)")
    }
  }
}
