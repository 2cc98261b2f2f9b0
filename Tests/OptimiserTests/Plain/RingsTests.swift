import Testing

@testable import Optimiser

@Suite struct RingsTests {
  /// Whatever is put in, taken out, turned around or undone, the sums are those of the rings.
  @Test(arguments: UInt64(0)..<30)
  func sumsFollowEveryChange(seed: UInt64) throws {
    let town = PlainTown(
      capacity: 15, maximumStops: 6, fixedCost: Int32(seed % 3) * 100,
      measure: seed % 2 == 0 ? .travel : .duration)
    let problem = try town.plain(seed: seed).problem
    var random = SplitMix64(seed: seed)
    var rings = Rings(problem)
    for _ in 0..<40 {
      let before = Rings.Sums(rings, problem)
      rings.beginStep()
      for _ in 0..<10 {
        Self.changeSomething(in: &rings, &random)
        // Counted in the middle of a step, and to be counted again once that is undone.
        let job = random.below(rings.jobCount)
        if rings.run(of: job) >= 0 { _ = rings.sums(upTo: job) }
      }
      #expect(Rings.Sums(rings, problem).cost == rings.cost)
      if random.below(2) == 0 {
        rings.undoStep()
        #expect(Rings.Sums(rings, problem) == before)
      }
      #expect(Rings.Sums(rings, problem).cost == rings.cost)
      #expect(Rings.Sums(rings, problem).leftOutWeight == rings.leftOutWeight)
      let leftOut = (0..<rings.jobCount).filter { rings.run(of: $0) < 0 }
      #expect(rings.leftOutCount == leftOut.count)
      #expect(leftOut.allSatisfy { rings.spare(besides: $0) == -1 })
      for run in 0..<rings.runCount {
        let load = rings.jobs(of: run).reduce(0) { $0 + rings.demand(of: $1) }
        let mayStop = rings.jobs(of: run).count < Int(town.maximumStops)
        #expect(rings.stops(of: run) == rings.jobs(of: run).count)
        #expect(rings.load(of: run) == load)
        #expect(rings.spare(of: run) == (mayStop ? Int(town.capacity) - load : -1))
        let isEmpty = rings.emptyRuns.contains(run)
        #expect(isEmpty == rings.jobs(of: run).isEmpty)
        var (sum, stops) = (0, 0)
        for job in rings.jobs(of: run) {
          sum += rings.demand(of: job)
          stops += 1
          let sums = rings.sums(upTo: job)
          #expect(sums == (sum, stops))
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func aRunGivenANewOrderCostsWhatThatOrderCosts(seed: UInt64) throws {
    let problem = try PlainTown(capacity: 100).plain(seed: seed).problem
    var rings = Rings(problem)
    for job in 0..<12 { rings.insert(job, after: rings.depot(of: job % 2)) }
    let mixed = [3, 0, 8, 11, 1, 2]
    rings.reorder(0, as: Stack(mixed), 1, as: Stack([4, 5, 6, 7, 9, 10]))
    #expect(rings.jobs(of: 0) == mixed)
    #expect(Rings.Sums(rings, problem).cost == rings.cost)
    rings.reorder(0, as: Stack([]), 1, as: Stack(0..<12))
    let isEmpty = rings.emptyRuns.contains(0)
    #expect(isEmpty)
    #expect(Rings.Sums(rings, problem).cost == rings.cost)
  }

  private static func changeSomething(in rings: inout Rings, _ random: inout SplitMix64) {
    let job = random.below(rings.jobCount)
    if rings.run(of: job) >= 0 {
      let rest = rings.jobs(of: rings.run(of: job)).drop { $0 != job }
      return rings.remove(1 + random.below(rest.count), from: job)
    }
    let run = random.below(8)
    guard rings.demand(of: job) <= rings.spare(of: run) else { return }
    let places = [rings.depot(of: run)] + rings.jobs(of: run)
    rings.insert(job, after: places[random.below(places.count)])
  }
}

extension Rings {
  /// What the rings add up to, leg by leg.
  struct Sums: Equatable {
    var cost = 0
    var leftOutWeight = 0
    var runs: [[Int]] = []

    init(_ rings: borrowing Rings, _ problem: PlainProblem) {
      var isServed = [Bool](repeating: false, count: rings.jobCount)
      for run in 0..<rings.runCount {
        let jobs = rings.jobs(of: run)
        runs.append(jobs)
        guard !jobs.isEmpty else { continue }
        let stops = [problem.depot] + jobs.map { problem.points[$0] } + [problem.depot]
        for (here, there) in zip(stops, stops.dropFirst()) {
          cost += problem.ground.seconds(here, there)
        }
        cost += problem.fixedCost
        for job in jobs {
          cost += Int(problem.service[job])
          isServed[job] = true
        }
      }
      for job in isServed.indices where !isServed[job] { leftOutWeight += Int(problem.weight[job]) }
    }
  }

  /// Takes `count` jobs out of their run, from `first` on.
  mutating func remove(_ count: Int = 1, from first: Int) {
    var removed = Stack<Int>()
    remove(count, from: first, appending: &removed)
    assert(removed.count == count)
  }

  /// The jobs of `run`, checked to read the same backwards and to know how far apart they are.
  func jobs(of run: Int) -> [Int] {
    var jobs: [Int] = []
    var node = next(depot(of: run))
    while node < jobCount {
      assert(previous(next(node)) == node && self.run(of: node) == run)
      assert(secondsToNext(node) == seconds(from: node, to: next(node)))
      assert(secondsFromPrevious(node) == seconds(from: previous(node), to: node))
      jobs.append(node)
      node = next(node)
    }
    return jobs
  }
}
