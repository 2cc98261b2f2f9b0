import Testing

@testable import Optimiser

@Suite struct SavingsTests {
  /// Whatever is joined, every job is in one run, and no run is overfull.
  @Test(arguments: UInt64(0)..<20)
  func makesAPlanThatPassesTheChecker(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let east = (0...40).map { _ in Int32(random.below(1_000)) }
    let north = (0...40).map { _ in Int32(random.below(1_000)) }
    let travel = try TravelTimes(
      eastMetres: east, northMetres: north, millisecondsPerMetre: 1_000)
    let jobs = (1...40).map { Job(location: $0, demand: Amount(Int32(1 + random.below(4)))) }
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 12, maximumStops: 7)
    let problem = try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: vehicle, count: 40))

    let nearest = NearestJobs(problem, atMost: 15)
    let routes = Savings(problem, nearest: nearest).routes()
    let plan = Solution(routes: routes, unserved: [])
    #expect(Checker.violations(of: plan, in: problem) == [])
    let alone = Solution(
      routes: (0..<40).map { Route(vehicle: $0, jobs: [$0]) }, unserved: [])
    #expect(try problem.objective(of: plan).cost < problem.objective(of: alone).cost / 2)
  }

  @Test func joinsTwoNeighboursRatherThanGoHomeBetweenThem() throws {
    let travel = try TravelTimes(
      eastMetres: [0, 100, 110, -100], northMetres: [0, 0, 0, 0], millisecondsPerMetre: 1_000)
    let jobs = (1...3).map { Job(location: $0) }
    let vehicle = Vehicle(startLocation: 0, endLocation: 0)
    let problem = try Problem(travel: travel, jobs: jobs, vehicles: [vehicle, vehicle])
    let routes = Savings(problem, nearest: NearestJobs(problem, atMost: 3)).routes()
    #expect(routes == [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 1, jobs: [2])])
  }

  /// Two villages of three jobs each, so far apart that none of one is listed near the other.
  @Test func joinsTheRestsOfDistantVillages() throws {
    let travel = try TravelTimes(
      eastMetres: [0, 9_000, 9_010, 9_020, 9_000, 9_010, 9_020],
      northMetres: [0, 0, 0, 0, 3_000, 3_000, 3_000], millisecondsPerMetre: 1_000)
    let jobs = (1...6).map { Job(location: $0, demand: 1) }
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 6)
    let problem = try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: vehicle, count: 6))
    let routes = Savings(problem, nearest: NearestJobs(problem, atMost: 2)).routes()
    #expect(routes.map { $0.jobs.count } == [6])
  }
}
