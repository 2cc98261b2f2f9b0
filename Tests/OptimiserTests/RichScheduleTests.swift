import Testing

@testable import Optimiser

/// Doors on a line at 100, 200 and 300 m from the office, a metre a second, 10 s of service each;
/// each test adds one thing a delivery day may have.
@Suite struct RichScheduleTests {
  private static let line = [Int32(0), 100, 200, 300]

  private func problem(
    profiles: [TravelTimes] = [], measure: Problem.Measure = .duration,
    pins: [PinnedSequence] = [], vehicle change: (inout Vehicle) -> Void = { _ in },
    jobs changeJobs: (inout [Job]) -> Void = { _ in }
  ) throws -> Problem {
    let travel = try TravelTimes(
      eastMetres: Self.line, northMetres: [0, 0, 0, 0], millisecondsPerMetre: 1_000)
    var jobs = (1...3).map { Job(location: $0, serviceSeconds: 10) }
    changeJobs(&jobs)
    var courier = Vehicle(startLocation: 0, endLocation: 0, shift: 1_000...9_000)
    change(&courier)
    return try Problem(
      travel: [travel] + profiles, jobs: jobs, vehicles: [courier], measure: measure, pins: pins)
  }

  private func route(_ jobs: [Int], reloadsBefore: [Int] = []) -> Route {
    Route(vehicle: 0, jobs: jobs, reloadsBefore: reloadsBefore)
  }

  @Test func aReloadIsAWayToTheDepotAndTheTimeToFillTheBag() throws {
    let problem = try problem {
      $0.capacity = 2
      $0.reload = Reload(location: 0, seconds: 60)
    }
    let schedule = try problem.schedule(of: route([0, 1, 2], reloadsBefore: [2]))
    #expect(schedule.stops.map(\.arrival) == [1_100, 1_210, 1_780])
    #expect(schedule.reloads == [.init(arrival: 1_420, departure: 1_480, beforeStop: 2)])
    #expect(schedule.durationSeconds == 1_090)
    #expect(schedule.travelSeconds == 1_000)
    #expect(schedule.distanceMetres == 1_000)
    #expect(schedule.waitingSeconds == 0)
    #expect(schedule.cost == 1_090)
    #expect(throws: Violation.capacity(vehicle: 0, dimension: 0, load: 3, allowed: 2)) {
      try problem.schedule(of: route([0, 1, 2]))
    }
  }

  @Test func whoComesBackToADoorAfterAReloadSetsUpAgain() throws {
    let problem = try problem {
      $0.reload = Reload(location: 1)
    } jobs: {
      for index in 0..<3 {
        $0[index].setupSeconds = 50
        $0[index].location = 1
      }
    }
    let schedule = try problem.schedule(of: route([0, 1, 2], reloadsBefore: [2]))
    #expect(schedule.stops.map(\.start) == [1_150, 1_160, 1_220])
  }

  @Test func aBreakMayBeTakenOnTheWayToAReload() throws {
    let problem = try problem {
      $0.reload = Reload(location: 0, seconds: 60)
      $0.breaks = [Break(window: 1_150...1_150, durationSeconds: 500)]
    }
    let schedule = try problem.schedule(of: route([0, 1], reloadsBefore: [1]))
    #expect(schedule.reloads == [.init(arrival: 1_710, departure: 1_770, beforeStop: 1)])
    #expect(schedule.breaks == [.init(index: 0, start: 1_150, end: 1_650, beforeStop: 1)])
    #expect(schedule.durationSeconds == 680)
  }

  @Test(arguments: [[0], [3], [2, 1], [1, 1], [-1]])
  func aReloadGoesBetweenTwoJobs(reloads: [Int]) throws {
    let problem = try problem { $0.reload = Reload(location: 0, maximum: 2) }
    #expect(throws: Violation.self) {
      try problem.schedule(of: route([0, 1, 2], reloadsBefore: reloads))
    }
  }

  @Test func thereAreNoMoreReloadsThanAllowed() throws {
    let once = try problem { $0.reload = Reload(location: 0) }
    #expect(throws: Violation.reloads(vehicle: 0, reloads: 2, allowed: 1)) {
      try once.schedule(of: route([0, 1, 2], reloadsBefore: [1, 2]))
    }
    #expect(throws: Violation.reloads(vehicle: 0, reloads: 1, allowed: 0)) {
      try problem().schedule(of: route([0, 1, 2], reloadsBefore: [1]))
    }
  }

  @Test func everyDimensionOfTheLoadMustFit() throws {
    let problem = try problem {
      $0.capacity = [9, 5]
    } jobs: {
      $0[0].demand = [1, 3]
      $0[1].demand = [1, 2]
      $0[2].demand = [1, 1]
    }
    _ = try problem.schedule(of: route([0, 1]))
    #expect(throws: Violation.capacity(vehicle: 0, dimension: 1, load: 6, allowed: 5)) {
      try problem.schedule(of: route([0, 1, 2]))
    }
  }

  /// Three deliveries fill the bag of three; something taken back fits in behind the first of them.
  @Test func whatIsPickedUpFitsInWhereEnoughIsDelivered() throws {
    let problem = try problem {
      $0.capacity = 3
    } jobs: {
      $0[0].demand = 0
      $0[0].pickup = 2
      $0[1].demand = 2
    }
    for order in [[1, 0, 2], [1, 2, 0]] { _ = try problem.schedule(of: route(order)) }
    for order in [[0, 1, 2], [2, 0, 1]] {
      let load = order[0] == 0 ? 5 : 4
      #expect(throws: Violation.capacity(vehicle: 0, dimension: 0, load: load, allowed: 3)) {
        try problem.schedule(of: route(order))
      }
    }
  }

  @Test func aReloadAlsoEmptiesTheBag() throws {
    let problem = try problem {
      $0.capacity = 2
      $0.reload = Reload(location: 0)
    } jobs: {
      for index in 0..<3 { $0[index].pickup = 1 }
      $0[2].pickup = 2
    }
    _ = try problem.schedule(of: route([0, 1, 2], reloadsBefore: [2]))
    #expect(throws: Violation.capacity(vehicle: 0, dimension: 0, load: 3, allowed: 2)) {
      try problem.schedule(of: route([0, 1, 2], reloadsBefore: [1]))
    }
  }

  @Test func anOpenStartSavesTheWayOut() throws {
    let problem = try problem { $0.startLocation = nil }
    let schedule = try problem.schedule(of: route([2, 1]))
    #expect(schedule.stops.map(\.arrival) == [1_000, 1_110])
    #expect(schedule.travelSeconds == 300)
    #expect(schedule.distanceMetres == 300)
  }

  @Test func aRunOpenAtBothEndsMayBeOneDoor() throws {
    let problem = try problem {
      $0.startLocation = nil
      $0.endLocation = nil
    }
    let schedule = try problem.schedule(of: route([2]))
    #expect(schedule.cost == 10)
    #expect(schedule.returnSeconds == 1_010)
  }

  @Test func withoutAClockNoRunIsTooLong() throws {
    let travel = try TravelTimes(rows: [[0, 1 << 29], [1 << 29, 0]])
    let problem = try Problem(
      travel: travel, jobs: Array(repeating: Job(location: 1), count: 3),
      vehicles: [
        Vehicle(startLocation: 0, endLocation: 0, reload: Reload(location: 0, maximum: 2))
      ])
    let far = route([0, 1, 2], reloadsBefore: [1, 2])
    #expect(try problem.schedule(of: far).travelSeconds == 6 << 29)
    #expect(Checker.violations(of: Solution(routes: [far], unserved: []), in: problem) == [])
  }

  @Test func aVehicleUsesTheWaysOfItsProfile() throws {
    let byFoot = try TravelTimes(
      rows: (0..<4).map { from in (0..<4).map { to in from == to ? 0 : 700 } })
    let problem = try problem(profiles: [byFoot]) { $0.profile = 1 }
    let schedule = try problem.schedule(of: route([0, 1]))
    #expect(schedule.travelSeconds == 2_100)
    #expect(schedule.distanceMetres == 0)
  }

  @Test func travelAndDistanceHaveTheirOwnLimits() throws {
    let travels = try problem { $0.maximumTravelSeconds = 599 }
    _ = try travels.schedule(of: route([0, 1]))
    _ = try problem { $0.maximumTravelSeconds = 600 }.schedule(of: route([0, 1, 2]))
    #expect(throws: Violation.maximumTravel(vehicle: 0, travelSeconds: 600, allowed: 599)) {
      try travels.schedule(of: route([0, 1, 2]))
    }
    let goes = try problem {
      $0.maximumDistanceMetres = 599
      $0.speedPermille = 2_000
    }
    _ = try problem { $0.maximumDistanceMetres = 600 }.schedule(of: route([0, 1, 2]))
    #expect(throws: Violation.maximumDistance(vehicle: 0, metres: 600, allowed: 599)) {
      try goes.schedule(of: route([0, 1, 2]))
    }
  }

  @Test func secondsAndMetresHaveTheirPrices() throws {
    func price(_ vehicle: inout Vehicle) {
      vehicle.costPerSecond = 3
      vehicle.costPerMetre = 2
      vehicle.fixedCost = 7
      vehicle.speedPermille = 500
    }
    let byDuration = try problem(vehicle: price).schedule(of: route([0]))
    #expect(byDuration.cost == 3 * 410 + 2 * 200 + 7)
    let byTravel = try problem(measure: .travel, vehicle: price).schedule(of: route([0]))
    #expect(byTravel.cost == 3 * 400 + 2 * 200 + 7)
  }

  @Test(arguments: [
    (100...209, 5), (210...210, 0), (211...400, 5), (250...400, 200), (0...0, 1_050),
  ])
  func onlySecondsOutsideTheBandCostExtra(band: ClosedRange<Int32>, extra: Int64) throws {
    let problem = try problem {
      $0.workBand = band
      $0.costPerSecondOutsideBand = 5
    }
    #expect(try problem.schedule(of: route([0])).cost == 210 + extra)
  }

  @Test func aStrangerCostsExtraAtEveryDoorHeDoesNotKnow() throws {
    let problem = try problem { _ in
    } jobs: {
      for index in 0..<3 { $0[index].strangerCost = 40 }
      $0[0].familiarVehicles = []
      $0[1].familiarVehicles = [0]
    }
    #expect(try problem.schedule(of: route([0, 1, 2])).cost == 630 + 40)
  }

  @Test(arguments: [
    ([1, 0], Violation.pinTornApart(0)), ([0, 2, 1], .pinTornApart(0)), ([0], .pinTornApart(0)),
    ([1, 2], .pinTornApart(0)),
  ])
  func pinnedJobsStayTogetherInOrder(jobs: [Int], violation: Violation) throws {
    let problem = try problem(pins: [PinnedSequence(jobs: [0, 1])])
    _ = try problem.schedule(of: route([2, 0, 1]))
    _ = try problem.schedule(of: route([0, 1, 2]))
    #expect(throws: violation) { try problem.schedule(of: route(jobs)) }
  }

  @Test func noReloadComesBetweenPinnedJobs() throws {
    let problem = try problem(pins: [PinnedSequence(jobs: [0, 1])]) {
      $0.reload = Reload(location: 0)
    }
    _ = try problem.schedule(of: route([0, 1, 2], reloadsBefore: [2]))
    #expect(throws: Violation.pinTornApart(0)) {
      try problem.schedule(of: route([0, 1, 2], reloadsBefore: [1]))
    }
  }

  @Test func aRunUnderWayBeginsWithWhatItHasDone() throws {
    let problem = try problem(pins: [PinnedSequence(jobs: [2], vehicle: 0, isAtStart: true)])
    _ = try problem.schedule(of: route([2, 0]))
    #expect(throws: Violation.pinNotAtStart(0)) { try problem.schedule(of: route([0, 2])) }
    #expect(throws: Violation.pinNotAtStart(0)) { try problem.schedule(of: route([0])) }
  }
}
