import Testing

@testable import Optimiser

/// Doors on a line at 100, 200 and 300 s from the office, 10 s of service each.
@Suite struct ScheduleTests {
  private func schedule(
    _ order: [Int], vehicle: (inout Vehicle) -> Void = { _ in },
    jobs change: (inout [Job]) -> Void = { _ in }
  ) throws -> Schedule {
    let travel = try TravelTimes(
      eastMetres: [0, 100, 200, 300], northMetres: [0, 0, 0, 0], millisecondsPerMetre: 1_000)
    var jobs = (1...3).map { Job(location: $0, serviceSeconds: 10) }
    change(&jobs)
    var courier = Vehicle(startLocation: 0, endLocation: 0, shift: 1_000...9_000)
    vehicle(&courier)
    let problem = try Problem(travel: travel, jobs: jobs, vehicles: [courier])
    return try problem.schedule(of: Route(vehicle: 0, jobs: order))
  }

  @Test func withoutWindowsARunLeavesWhenTheShiftBegins() throws {
    let schedule = try schedule([0, 1, 2])
    #expect(schedule.leaveSeconds == 1_000)
    #expect(schedule.stops.map(\.arrival) == [1_100, 1_210, 1_320])
    #expect(schedule.stops.map(\.departure) == [1_110, 1_220, 1_330])
    #expect(schedule.returnSeconds == 1_630)
    #expect(schedule.durationSeconds == 630)
    #expect(schedule.travelSeconds == 600)
    #expect(schedule.waitingSeconds == 0)
    #expect(schedule.cost == 630)
  }

  @Test func aRunLeavesLateRatherThanWaitAtAClosedWindow() throws {
    let schedule = try schedule([0, 1]) { _ in
    } jobs: {
      $0[1].timeWindows = [3_000...4_000]
    }
    #expect(schedule.leaveSeconds == 2_790)
    #expect(schedule.stops[1].start == 3_000)
    #expect(schedule.durationSeconds == 420)
  }

  @Test func waitingThatCannotBeAvoidedIsCounted() throws {
    let schedule = try schedule([0, 1]) { _ in
    } jobs: {
      $0[0].timeWindows = [1_500...2_000]
      $0[1].timeWindows = [3_000...4_000]
    }
    #expect(schedule.leaveSeconds == 1_900)
    #expect(schedule.waitingSeconds == 890)
    #expect(schedule.stops[1] == .init(job: 1, arrival: 2_110, start: 3_000, departure: 3_010))
  }

  @Test func theSecondWindowIsUsedWhenItSavesWaiting() throws {
    let schedule = try schedule([0, 1]) { _ in
    } jobs: {
      $0[0].timeWindows = [1_100...1_200, 2_800...3_500]
      $0[1].timeWindows = [3_000...4_000]
    }
    #expect(schedule.waitingSeconds == 0)
    #expect(schedule.stops[0].start == 2_890)
  }

  @Test func aBreakIsTakenOnTheWayAsSoonAsItsWindowOpens() throws {
    let schedule = try schedule([0, 1, 2]) {
      $0.breaks = [Break(window: 1_150...1_400, durationSeconds: 60)]
    }
    #expect(schedule.breaks == [.init(index: 0, start: 1_150, end: 1_210, beforeStop: 1)])
    #expect(schedule.stops[1].arrival == 1_270)
    #expect(schedule.durationSeconds == 630)
  }

  @Test func aBreakFillsTimeThatWouldBeWaitedAway() throws {
    let schedule = try schedule([0, 1]) {
      $0.breaks = [Break(window: 2_500...2_600, durationSeconds: 400)]
    } jobs: {
      $0[0].timeWindows = [1_500...2_000]
      $0[1].timeWindows = [3_000...4_000]
    }
    #expect(schedule.breaks == [.init(index: 0, start: 2_500, end: 2_900, beforeStop: 1)])
    #expect(schedule.stops[1].arrival == 2_110)
    #expect(schedule.waitingSeconds == 490)
  }

  @Test func aBreakThatMayFollowTheReturnIsNoPartOfTheRun() throws {
    let schedule = try schedule([0]) {
      $0.breaks = [Break(window: 1_150...1_210, durationSeconds: 60)]
    }
    #expect(schedule.breaks == [])
    #expect(schedule.returnSeconds == 1_210)
  }

  @Test func aBreakThatIsOverBeforeLeavingIsNoPartOfTheRun() throws {
    let schedule = try schedule([0]) {
      $0.breaks = [Break(window: 1_000...1_200, durationSeconds: 60)]
    } jobs: {
      $0[0].timeWindows = [5_000...6_000]
    }
    #expect(schedule.breaks == [])
    #expect(schedule.leaveSeconds == 4_900)
    #expect(schedule.durationSeconds == 210)
  }

  @Test func setupIsPaidOncePerVisitToALocation() throws {
    let schedule = try schedule([0, 1, 2]) { _ in
    } jobs: {
      for index in 0..<3 { $0[index].setupSeconds = 50 }
      $0[1].location = 1
    }
    #expect(schedule.stops.map(\.arrival) == [1_100, 1_160, 1_370])
    #expect(schedule.stops.map(\.start) == [1_150, 1_160, 1_420])
  }

  @Test func anOpenEndSavesTheWayBack() throws {
    let schedule = try schedule([0, 1]) { $0.endLocation = nil }
    #expect(schedule.returnSeconds == 1_220)
    #expect(schedule.durationSeconds == 220)
  }

  @Test func aSlowVehicleRoundsEachLegUp() throws {
    let schedule = try schedule([0]) { $0.speedPermille = 900 }
    #expect(schedule.travelSeconds == 112 + 112)
  }

  @Test func overtimeAndFixedCostAreAdded() throws {
    let schedule = try schedule([0]) {
      $0.workBand = 0...200
      $0.costPerSecondOutsideBand = 3
      $0.fixedCost = 1_000
    }
    #expect(schedule.cost == 210 + 3 * 10 + 1_000)
  }
}
