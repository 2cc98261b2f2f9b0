import Optimiser
import Testing

/// One refusal per rule of pins.
@Suite struct PinnedSequenceTests {
  struct Refusal: CustomTestStringConvertible {
    var pins: [PinnedSequence]
    var error: ProblemError
    var text: String
    var testDescription: String { text }
  }

  private static let refusals: [Refusal] = [
    Refusal(
      pins: [PinnedSequence(jobs: [])], error: .emptyPin(0),
      text: "pin 0: jobs is empty; name at least one job, or leave the pin out"),
    Refusal(
      pins: [PinnedSequence(jobs: [0, 4])],
      error: .outOfRange(.pin(0), field: "jobs", value: 4, allowed: 0...3),
      text: "pin 0: jobs is 4; use 0 to 3"),
    Refusal(
      pins: [PinnedSequence(jobs: [0], vehicle: 2)],
      error: .outOfRange(.pin(0), field: "vehicle", value: 2, allowed: 0...1),
      text: "pin 0: vehicle is 2; use 0 to 1"),
    Refusal(
      pins: [PinnedSequence(jobs: [0], isAtStart: true)], error: .pinWithoutVehicle(0),
      text: "pin 0: vehicle is missing; a pin at the start of a run has to name it"),
    Refusal(
      pins: [PinnedSequence(jobs: [0, 1]), PinnedSequence(jobs: [2, 0])],
      error: .pinnedTwice(job: 0, first: 0, second: 1),
      text: "pin 1: jobs names job 0, which pin 0 holds; name it in one of them"),
    Refusal(
      pins: [PinnedSequence(jobs: [0, 1, 0])], error: .pinnedTwice(job: 0, first: 0, second: 0),
      text: "pin 0: jobs names job 0 twice; name it once"),
    Refusal(
      pins: [
        PinnedSequence(jobs: [0], vehicle: 1, isAtStart: true),
        PinnedSequence(jobs: [1], vehicle: 1, isAtStart: true),
      ], error: .twoPinsAtStart(vehicle: 1, first: 0, second: 1),
      text: "pin 1: vehicle 1 has pin 0 at its start already; join the two"),
    Refusal(
      pins: [PinnedSequence(jobs: [3], vehicle: 0)],
      error: .impossiblePin(0, .skill(job: 3, vehicle: 0)),
      text: """
        pin 0 cannot be kept: vehicle 0 lacks a skill that job 3 requires; \
        change the pin, the job or the vehicle
        """),
    Refusal(
      pins: [PinnedSequence(jobs: [2, 1], vehicle: 1)],
      error: .impossiblePin(0, .notAllowed(job: 2, vehicle: 1)),
      text: """
        pin 0 cannot be kept: job 2 does not allow vehicle 1; \
        change the pin, the job or the vehicle
        """),
    Refusal(
      pins: [PinnedSequence(jobs: [0, 1, 2], vehicle: 0, isAtStart: true)],
      error: .impossiblePin(0, .capacity(vehicle: 0, dimension: 0, load: 3, allowed: 2)),
      text: """
        pin 0 cannot be kept: vehicle 0 carries 3 in dimension 0; it has room for 2; \
        change the pin, the job or the vehicle
        """),
    Refusal(
      pins: [PinnedSequence(jobs: [1, 0], vehicle: 1, isAtStart: true)],
      error: .impossiblePin(0, .timeWindow(job: 0, vehicle: 1)),
      text: """
        pin 0 cannot be kept: vehicle 1 comes to job 0 when all its time windows have closed; \
        change the pin, the job or the vehicle
        """),
  ]

  @Test(arguments: refusals)
  func aPinThatNoPlanCanKeepIsRefused(_ refusal: Refusal) throws {
    let travel = try TravelTimes(
      eastMetres: [0, 100, 200], northMetres: [0, 0, 0], millisecondsPerMetre: 1_000)
    let jobs = [
      Job(location: 1, timeWindows: [0...250]), Job(location: 2),
      Job(location: 2, allowedVehicles: [0]), Job(location: 1, requiredSkills: 1),
    ]
    let vehicle = Vehicle(startLocation: 0, endLocation: 0, capacity: 2)
    let couriers = [vehicle, vehicle]
    _ = try Problem(
      travel: travel, jobs: jobs, vehicles: couriers,
      pins: [
        PinnedSequence(jobs: [0, 1], vehicle: 1, isAtStart: true), PinnedSequence(jobs: [2, 3]),
      ])
    #expect(throws: refusal.error) {
      try Problem(travel: travel, jobs: jobs, vehicles: couriers, pins: refusal.pins)
    }
    #expect("\(refusal.error)" == refusal.text)
  }

  /// What needs more room than any bag has can be pinned: it is left out.
  @Test func aPinThatMayBeLeftOutNeedNotFit() throws {
    let travel = try TravelTimes(rows: [[0, 5], [5, 0]])
    let jobs = [Job(location: 1), Job(location: 1)]
    let small = Vehicle(startLocation: 0, endLocation: 0, capacity: 1)
    let pins = [PinnedSequence(jobs: [0, 1], vehicle: 0)]
    _ = try Problem(travel: travel, jobs: jobs, vehicles: [small], pins: pins)
  }
}
