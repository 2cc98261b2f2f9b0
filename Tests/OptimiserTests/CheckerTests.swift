import Optimiser
import Testing

/// A sound solution, broken by hand in each way once.
@Suite struct CheckerTests {
  struct Breach: CustomTestStringConvertible {
    var pins: [PinnedSequence] = []
    var change: @Sendable (inout Solution, inout [Job], inout [Vehicle]) -> Void
    var violations: [Violation]
    var testDescription: String { violations.map(\.description).joined(separator: "; ") }
  }

  /// Four doors on a line, 100 s apart; the office is at location 0.
  private static func line() throws -> TravelTimes {
    let metres = (0...4).map { Int32($0 * 100) }
    return try TravelTimes(
      eastMetres: metres, northMetres: [0, 0, 0, 0, 0], millisecondsPerMetre: 1_000)
  }

  private static let jobs = (1...4).map { Job(location: $0, serviceSeconds: 10) }
  private static let vehicles = Array(
    repeating: Vehicle(startLocation: 0, endLocation: 0, shift: 0...2_000, capacity: 9), count: 2)
  private static let sound = Solution(
    routes: [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 1, jobs: [2])], unserved: [3])

  private static let breaches: [Breach] = [
    Breach(
      change: { solution, _, _ in solution.routes[0].vehicle = 7 },
      violations: [.unknownVehicle(7)]),
    Breach(
      change: { solution, _, _ in solution.unserved.append(9) }, violations: [.unknownJob(9)]),
    Breach(
      change: { solution, _, _ in solution.routes[1].vehicle = 0 },
      violations: [.vehicleUsedTwice(0)]),
    Breach(
      change: { solution, _, _ in
        solution.routes[1].jobs = []
        solution.unserved = [2, 3]
      }, violations: [.emptyRoute(vehicle: 1)]),
    Breach(
      change: { solution, _, _ in solution.routes[0].jobs = [0, 1, 0] },
      violations: [.jobServedTwice(0)]),
    Breach(
      change: { solution, _, _ in solution.unserved = [2, 3] },
      violations: [.jobServedAndLeftOut(2)]),
    Breach(
      change: { solution, _, _ in solution.unserved = [3, 3] }, violations: [.jobLeftOutTwice(3)]),
    Breach(change: { solution, _, _ in solution.unserved = [] }, violations: [.jobMissing(3)]),
    Breach(
      change: { _, jobs, _ in jobs[1].requiredSkills = 0b10 },
      violations: [.skill(job: 1, vehicle: 0)]),
    Breach(
      change: { _, jobs, _ in jobs[2].allowedVehicles = [0] },
      violations: [.notAllowed(job: 2, vehicle: 1)]),
    Breach(
      change: { _, jobs, _ in jobs[0].demand = 9 },
      violations: [.capacity(vehicle: 0, dimension: 0, load: 10, allowed: 9)]),
    Breach(
      change: { _, _, vehicles in vehicles[0].maximumStops = 1 },
      violations: [.maximumStops(vehicle: 0, stops: 2, allowed: 1)]),
    Breach(
      change: { _, jobs, _ in jobs[1].timeWindows = [0...199] },
      violations: [.timeWindow(job: 1, vehicle: 0)]),
    Breach(
      change: { _, jobs, vehicles in
        jobs[1].serviceSeconds = 500
        vehicles[0].breaks = [Break(window: 150...160, durationSeconds: 30)]
        jobs[0].timeWindows = [100...100]
        jobs[1].timeWindows = [210...210]
      }, violations: [.break(vehicle: 0)]),
    Breach(
      change: { _, _, vehicles in vehicles[0].shift = 0...400 },
      violations: [.shift(vehicle: 0, overrunSeconds: 20)]),
    Breach(
      change: { _, _, vehicles in vehicles[0].maximumDurationSeconds = 419 },
      violations: [.maximumDuration(vehicle: 0, durationSeconds: 420, allowed: 419)]),
    Breach(
      change: { _, jobs, vehicles in
        for index in jobs.indices { jobs[index].demand = [1, 4] }
        for index in vehicles.indices { vehicles[index].capacity = [9, 7] }
      }, violations: [.capacity(vehicle: 0, dimension: 1, load: 8, allowed: 7)]),
    Breach(
      change: { _, jobs, _ in
        for index in jobs.indices { jobs[index].pickup = 5 }
      },
      violations: [
        .capacity(vehicle: 0, dimension: 0, load: 10, allowed: 9)
      ]),
    Breach(
      change: { solution, _, _ in solution.routes[0].reloadsBefore = [1] },
      violations: [.reloads(vehicle: 0, reloads: 1, allowed: 0)]),
    Breach(
      change: { solution, _, vehicles in
        vehicles[0].reload = Reload(location: 0)
        solution.routes[0].reloadsBefore = [2]
      }, violations: [.reloadPosition(vehicle: 0, position: 2)]),
    Breach(
      change: { _, _, vehicles in vehicles[0].maximumTravelSeconds = 399 },
      violations: [.maximumTravel(vehicle: 0, travelSeconds: 400, allowed: 399)]),
    Breach(
      change: { _, _, vehicles in vehicles[0].maximumDistanceMetres = 399 },
      violations: [.maximumDistance(vehicle: 0, metres: 400, allowed: 399)]),
    Breach(
      pins: [PinnedSequence(jobs: [1, 0])], change: { _, _, _ in },
      violations: [.pinTornApart(0)]),
    Breach(
      pins: [PinnedSequence(jobs: [2, 3])], change: { _, _, _ in },
      violations: [.pinTornApart(0)]),
    Breach(
      pins: [PinnedSequence(jobs: [0, 3])],
      change: { solution, _, _ in
        solution.routes[1].jobs = [2, 3]
        solution.unserved = []
      }, violations: [.pinTornApart(0)]),
    Breach(
      pins: [PinnedSequence(jobs: [0, 1])],
      change: { solution, _, vehicles in
        vehicles[0].reload = Reload(location: 0)
        solution.routes[0].reloadsBefore = [1]
      }, violations: [.pinTornApart(0)]),
    Breach(
      pins: [PinnedSequence(jobs: [0, 1], vehicle: 1)], change: { _, _, _ in },
      violations: [.pinOnOtherVehicle(0, vehicle: 0)]),
    Breach(
      pins: [PinnedSequence(jobs: [1], vehicle: 0, isAtStart: true)], change: { _, _, _ in },
      violations: [.pinNotAtStart(0)]),
    Breach(
      pins: [PinnedSequence(jobs: [2], vehicle: 1, isAtStart: true)],
      change: { solution, _, _ in
        solution.routes.removeLast()
        solution.unserved = [2, 3]
      }, violations: [.pinNotServed(0)]),
  ]

  @Test(arguments: breaches)
  func eachBreachIsFound(_ breach: Breach) throws {
    var (solution, jobs, vehicles) = (Self.sound, Self.jobs, Self.vehicles)
    breach.change(&solution, &jobs, &vehicles)
    let problem = try Problem(
      travel: Self.line(), jobs: jobs, vehicles: vehicles, pins: breach.pins)
    #expect(Checker.violations(of: solution, in: problem) == breach.violations)
  }

  @Test func aSoundSolutionHasNoViolation() throws {
    let problem = try Problem(travel: Self.line(), jobs: Self.jobs, vehicles: Self.vehicles)
    let objective = Objective(unservedByTier: [1], cost: 420 + 610)
    #expect(Checker.violations(of: Self.sound, in: problem, claiming: objective) == [])
  }

  @Test func aWrongClaimIsFound() throws {
    let problem = try Problem(travel: Self.line(), jobs: Self.jobs, vehicles: Self.vehicles)
    let claimed = Objective(unservedByTier: [1], cost: 1_000)
    let actual = Objective(unservedByTier: [1], cost: 1_030)
    #expect(
      Checker.violations(of: Self.sound, in: problem, claiming: claimed)
        == [.objective(claimed: claimed, actual: actual)])
  }

  @Test func aGapInTheTableIsFound() throws {
    let none = TravelTimes.unreachable
    let travel = try TravelTimes(rows: [[0, 5, 5], [5, 0, none], [5, 5, 0]])
    let problem = try Problem(
      travel: travel, jobs: [Job(location: 1), Job(location: 2)], vehicles: [Self.vehicles[0]])
    let across = Solution(routes: [Route(vehicle: 0, jobs: [0, 1])], unserved: [])
    #expect(
      Checker.violations(of: across, in: problem)
        == [.unreachable(vehicle: 0, fromLocation: 1, toLocation: 2)])
  }
}
