@testable import Optimiser

/// Random problems in which only the way and the load count.
struct PlainTown {
  var jobCount = 60
  var capacity: Int32 = 12
  var runCount = 60
  var maximumStops: Int32 = 1 << 30
  var fixedCost: Int32 = 0
  var measure = Problem.Measure.travel

  func make(seed: UInt64) throws -> Problem {
    var random = SplitMix64(seed: seed)
    let places = (0...jobCount).map { _ in (random.below(2_000), random.below(2_000)) }
    let travel = try TravelTimes(
      eastMetres: places.map { Int32($0.0) }, northMetres: places.map { Int32($0.1) },
      millisecondsPerMetre: 1_000)
    let jobs = (0..<jobCount).map {
      Job(location: $0 + 1, serviceSeconds: 30, demand: Amount(Int32(1 + random.below(4))))
    }
    var vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: Amount(capacity))
    vehicle.maximumStops = maximumStops
    vehicle.fixedCost = fixedCost
    return try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: vehicle, count: runCount),
      measure: measure)
  }

  /// The same as the plain search sees it, with each job's near ones.
  func plain(seed: UInt64) throws -> (problem: PlainProblem, near: NearTable) {
    let problem = try make(seed: seed)
    guard let plain = PlainProblem(problem) else { throw NotPlain() }
    let nearest = NearestJobs(problem, atMost: 20)
    return (plain, NearTable(nearest, jobCount: plain.jobCount))
  }

  private struct NotPlain: Error {}
}
