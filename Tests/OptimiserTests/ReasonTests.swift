import Optimiser
import Testing

/// Two couriers with one stop each, and two jobs left out; why does the third not fit?
@Suite struct ReasonTests {
  struct Case: CustomTestStringConvertible {
    var pins: [PinnedSequence] = []
    var change: @Sendable (inout Job, inout Vehicle) -> Void
    var reason: Reason?
    var whenEmpty: Reason?
    var testDescription: String { "\(reason.map { "\($0)" } ?? "fits")" }
  }

  private static let cases: [Case] = [
    Case(change: { _, _ in }, reason: nil, whenEmpty: nil),
    Case(
      change: { job, _ in job.allowedVehicles = [1] }, reason: .notAllowed, whenEmpty: .notAllowed
    ),
    Case(change: { job, _ in job.requiredSkills = 4 }, reason: .skill, whenEmpty: .skill),
    Case(
      change: { _, vehicle in vehicle.capacity = 1 }, reason: .capacity(missing: 1),
      whenEmpty: nil),
    Case(
      change: { _, vehicle in vehicle.maximumStops = 1 }, reason: .maximumStops, whenEmpty: nil),
    Case(
      change: { job, _ in job.location = 3 }, reason: .unreachable, whenEmpty: .unreachable),
    Case(
      change: { job, _ in job.timeWindows = [10...50] }, reason: .timeWindow,
      whenEmpty: .timeWindow),
    Case(
      change: { job, vehicle in
        job.serviceSeconds = 600
        vehicle.breaks = [Break(window: 150...200, durationSeconds: 10)]
        job.timeWindows = [100...105]
      }, reason: .break, whenEmpty: .break),
    Case(
      change: { _, vehicle in vehicle.maximumDurationSeconds = 299 },
      reason: .maximumDuration(overrunSeconds: 1), whenEmpty: nil),
    Case(
      change: { _, vehicle in vehicle.shift = 0...270 }, reason: .shift(overrunSeconds: 30),
      whenEmpty: nil),
    Case(
      change: { _, vehicle in vehicle.maximumTravelSeconds = 299 },
      reason: .maximumTravel(overrunSeconds: 1), whenEmpty: nil),
    Case(
      change: { _, vehicle in vehicle.maximumDistanceMetres = 2_000 },
      reason: .maximumDistance(overrunMetres: 1_000), whenEmpty: nil),
    Case(
      change: { job, vehicle in
        job.demand = 4
        vehicle.capacity = 3
        vehicle.reload = Reload(location: 0)
      }, reason: .capacity(missing: 1), whenEmpty: .capacity(missing: 1)),
    Case(
      change: { _, vehicle in
        vehicle.capacity = 1
        vehicle.reload = Reload(location: 0)
      }, reason: nil, whenEmpty: nil),
    Case(
      change: { _, vehicle in
        vehicle.capacity = 1
        vehicle.reload = Reload(location: 0, seconds: 90)
        vehicle.maximumDurationSeconds = 450
      }, reason: .maximumDuration(overrunSeconds: 40), whenEmpty: nil),
    Case(
      pins: [PinnedSequence(jobs: [2], vehicle: 1)], change: { _, _ in }, reason: .pinned,
      whenEmpty: .pinned),
    Case(
      pins: [PinnedSequence(jobs: [2, 3])],
      change: { _, vehicle in vehicle.capacity = 2 }, reason: .capacity(missing: 1),
      whenEmpty: nil),
    Case(
      pins: [PinnedSequence(jobs: [0], vehicle: 0, isAtStart: true)],
      change: { job, _ in job.timeWindows = [0...100] }, reason: .timeWindow,
      whenEmpty: .timeWindow),
    Case(
      pins: [PinnedSequence(jobs: [0], vehicle: 0, isAtStart: true)],
      change: { job, _ in job.location = 3 }, reason: .unreachable, whenEmpty: .unreachable),
  ]

  @Test(arguments: cases)
  func eachReasonIsGivenWhereItApplies(_ row: Case) throws {
    let none = TravelTimes.unreachable
    let rows = [
      [0, 100, 100, none], [100, 0, 100, none], [100, 100, 0, none], [none, none, none, 0],
    ]
    let travel = try TravelTimes(
      rows: rows, metres: rows.map { $0.map { $0 == none ? 0 : $0 * 10 } })
    var job = Job(location: 2)
    var courier = Vehicle(startLocation: 0, endLocation: 0, shift: 0...5_000)
    row.change(&job, &courier)
    let problem = try Problem(
      travel: travel, jobs: [Job(location: 1), Job(location: 1), job, Job(location: 1)],
      vehicles: [courier, courier], pins: row.pins)
    let solution = Solution(
      routes: [Route(vehicle: 0, jobs: [0]), Route(vehicle: 1, jobs: [1])], unserved: [2, 3])
    let first = problem.reasons(for: 2, in: solution)[0]
    #expect(first.reason == row.reason)
    #expect(first.reasonWhenEmpty == row.whenEmpty)
  }

  /// Of a bag of three, filled again in front of the third job, one place is left in the first
  /// trip and none in the second.
  @Test(arguments: [(Amount(1), nil), (Amount(2), Reason.capacity(missing: 1))])
  func aJobIsTriedOnBothSidesOfAReload(demand: Amount, reason: Reason?) throws {
    let travel = try TravelTimes(rows: [[0, 5], [5, 0]])
    let jobs = [1, 1, 3, demand].map { Job(location: 1, demand: $0) }
    let courier = Vehicle(
      startLocation: 0, endLocation: 0, capacity: 3, reload: Reload(location: 0))
    let problem = try Problem(travel: travel, jobs: jobs, vehicles: [courier])
    let solution = Solution(
      routes: [Route(vehicle: 0, jobs: [0, 1, 2], reloadsBefore: [2])], unserved: [3])
    #expect(problem.reasons(for: 3, in: solution)[0].reason == reason)
  }

  /// Of a bag of three with three deliveries, one place is free behind the first, and all behind
  /// the last.
  @Test(arguments: [(Amount(3), nil), (Amount(4), Reason.capacity(missing: 1))])
  func aPickupIsTriedBehindEveryDelivery(pickup: Amount, reason: Reason?) throws {
    let travel = try TravelTimes(rows: [[0, 5], [5, 0]])
    var jobs = (0..<4).map { _ in Job(location: 1) }
    jobs[3].demand = 0
    jobs[3].pickup = pickup
    let courier = Vehicle(startLocation: 0, endLocation: 0, capacity: 3)
    let problem = try Problem(travel: travel, jobs: jobs, vehicles: [courier])
    let solution = Solution(routes: [Route(vehicle: 0, jobs: [0, 1, 2])], unserved: [3])
    #expect(problem.reasons(for: 3, in: solution)[0].reason == reason)
  }

  /// What the solver leaves out fits into no run of its plan.
  @Test(arguments: UInt64(0)..<10)
  func whatTheSolverLeavesOutHasAReasonForEachVehicle(seed: UInt64) throws {
    let problem = try RandomProblem(jobCount: 14).make(seed: seed)
    let solution = Solver(problem).solve(SearchParameters(iterations: 100, seed: seed))
    for job in solution.unserved {
      for entry in problem.reasons(for: job, in: solution) {
        #expect(entry.reason != nil, "job \(job) fits vehicle \(entry.vehicle)")
      }
    }
  }
}
