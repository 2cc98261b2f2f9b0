import Optimiser
import Testing
import Vroom

@Suite struct VroomInstanceTests {
  @Test func everyPartOfTheFormatFindsItsPlaceInTheProblem() throws {
    let instance = try Samples.instance(Samples.rich)
    #expect(instance.notes == [])
    let problem = instance.problem
    let vehicle = problem.vehicles[0]
    #expect(vehicle.startLocation == 0)
    #expect(vehicle.endLocation == 0)
    #expect(vehicle.capacity == [4, 9])
    #expect(vehicle.shift == 100...9_000)
    #expect(vehicle.breaks == [Break(window: 2_000...2_100, durationSeconds: 50)])
    #expect(vehicle.maximumStops == 5)
    #expect(vehicle.maximumTravelSeconds == 2_000)
    #expect(vehicle.maximumDistanceMetres == 20_000)
    #expect(vehicle.speedPermille == 1_250)
    #expect(problem.measure == .travel)
    #expect(problem.jobs.map(\.demand) == [[1, 0], [0, 3], [0, 0]])
    #expect(problem.jobs.map { $0.requiredSkills & ~vehicle.skills == 0 } == [true, true, false])
    // A window of the file holds the beginning of the setup.
    #expect(problem.jobs[0].timeWindows == [430...480, 5_030...5_130])
    #expect(problem.travel[0].metres(from: 0, to: 2) == 2_000)
  }

  /// 1800 an hour is half a unit a second, 2 a kilometre is a five-hundredth a metre.
  @Test func pricesHaveACommonUnit() throws {
    let instance = try Samples.instance(Samples.rich)
    let vehicle = instance.problem.vehicles[0]
    #expect(instance.fileCost(of: Int64(vehicle.fixedCost)) == 10)
    #expect(instance.fileCost(of: Int64(vehicle.costPerSecond) * 3_600) == 1_800)
    #expect(instance.fileCost(of: Int64(vehicle.costPerMetre) * 1_000) == 2)
    #expect(instance.problemCost(of: 10) == Int64(vehicle.fixedCost))
  }

  @Test func ordinaryPricesAreSeconds() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "costs": {"fixed": 7}}],
       "jobs": [{"id": 1, "location_index": 1}], \(Samples.matrices)}
      """
    let vehicle = try Samples.instance(text).problem.vehicles[0]
    #expect((vehicle.costPerSecond, vehicle.costPerMetre, vehicle.fixedCost) == (1, 0, 7))
    #expect(vehicle.endLocation == nil)
  }

  /// First as much priority as possible, then as many jobs as possible.
  @Test func priorityComesBeforeNumber() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "max_travel_time": 250}],
       "jobs": [{"id": 1, "location_index": 2, "priority": 3},
         {"id": 2, "location_index": 1, "priority": 2},
         {"id": 3, "location_index": 1}],
       "matrices": {"car": {"durations": [[0, 100, 200], [100, 0, 300], [200, 300, 0]]}}}
      """
    let plan = try Samples.plan(try Samples.instance(text))
    #expect(plan.unassigned == [1, 2])
    #expect(plan.routes[0].priority == 3)
  }

  @Test func momentsMayBeSecondsSince1970() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "time_window": [1600416000, 1600426800]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[1600420000, 1600423200]]}],
       \(Samples.matrices)}
      """
    let plan = try Samples.plan(try Samples.instance(text))
    #expect(plan.routes[0].steps.map(\.arrival) == [1_600_419_900, 1_600_420_000, 1_600_420_000])
  }

  @Test func anEndBeyondAnyTimeIsAsGoodAsNone() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "time_window": [0, 4294967295]}],
       "jobs": [{"id": 1, "location_index": 1, "time_windows": [[50, 9007199254740992]]}],
       \(Samples.matrices)}
      """
    #expect(try Samples.plan(try Samples.instance(text)).unassigned == [])
  }

  @Test func moreThan64SkillsAreListsOfVehicles() throws {
    let jobs = (0..<70).map { "{\"id\": \($0), \"location_index\": 1, \"skills\": [\($0)]}" }
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "skills": [3, 69]}, {"id": 2, "start_index": 0}],
       "jobs": [\(jobs.joined(separator: ","))], \(Samples.matrices)}
      """
    let problem = try Samples.instance(text).problem
    #expect(problem.jobs[3].allowedVehicles == [0])
    #expect(problem.jobs[69].allowedVehicles == [0])
    #expect(problem.jobs[4].allowedVehicles == [])
  }

  @Test func everyProfileHasItsOwnWays() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "profile": "bike"},
         {"id": 2, "start_index": 0, "profile": "car"}],
       "jobs": [{"id": 1, "location_index": 1}],
       "matrices": {"car": {"durations": [[0, 5], [5, 0]]},
         "bike": {"durations": [[0, 9], [null, 0]]}, "boat": {"durations": []}}}
      """
    let instance = try Samples.instance(text)
    let problem = instance.problem
    #expect(instance.notes == [.unusedProfile(path: "matrices.boat")])
    #expect(problem.vehicles.map { problem.travel[$0.profile].seconds(from: 0, to: 1) } == [9, 5])
    #expect(problem.travel[0].seconds(from: 1, to: 0) == TravelTimes.unreachable)
  }

  @Test func aMatrixOfCostsIsWhatCounts() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "costs": {"fixed": 3}}],
       "jobs": [{"id": 1, "location_index": 1}, {"id": 2, "location_index": 2}],
       "matrices": {"car": {"durations": [[0, 100, 100], [100, 0, 100], [100, 100, 0]],
         "costs": [[0, 7, 1], [1, 0, 8], [50, 2, 0]]}}}
      """
    let plan = try Samples.plan(try Samples.instance(text))
    // There first to job 2, then to job 1 and back: 1 + 2 + 1.
    #expect(plan.cost == 7)
    #expect(plan.routes[0].duration == 300)
  }

  /// Without matrices one degree of latitude is 111.2 km, at 30 km/h.
  @Test func coordinatesAloneGiveStraightLines() throws {
    let text = """
      {"vehicles": [{"id": 1, "start": [105.0, -5.0], "end": [105.0, -5.0]}],
       "jobs": [{"id": 1, "location": [105.0, -5.1]}, {"id": 2, "location": [105.0, -5.1]}]}
      """
    let instance = try Samples.instance(text)
    #expect(instance.notes == [.straightLines(metresPerHour: 30_000)])
    #expect(instance.problem.locationCount == 2)
    let travel = instance.problem.travel[0]
    #expect(travel.metres(from: 0, to: 1) == 11_120)
    #expect(travel.seconds(from: 0, to: 1) == 1_334)
  }

  @Test func whatIsNotKnownIsNoted() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "colour": "red",
         "breaks": [{"id": 1, "tea": true}]}],
       "jobs": [{"id": 1, "location_index": 1, "volume": 4}],
       "matrix": [[0, 5], [6, 7]], "options": {"g": true}, "wishes": []}
      """
    #expect(
      try Samples.instance(text).notes == [
        .unknownKey(path: "wishes"), .optionsUnused(path: "options"),
        .unknownKey(path: "jobs[0].volume"), .unknownKey(path: "vehicles[0].colour"),
        .unknownKey(path: "vehicles[0].breaks[0].tea"), .oldMatrix,
        .wayToItself(path: "matrix.car.durations"),
      ])
  }

  @Test func overlappingBreaksAreCutApart() throws {
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "time_window": [0, 1000], "breaks": [
         {"id": 1, "service": 60, "time_windows": [[200, 900]]},
         {"id": 2, "service": 40, "time_windows": [[100, 900]]}, {"id": 3, "service": 10}]}],
       "jobs": [{"id": 1, "location_index": 1}], \(Samples.matrices)}
      """
    let instance = try Samples.instance(text)
    #expect(
      instance.problem.vehicles[0].breaks == [
        Break(window: 0...90, durationSeconds: 10), Break(window: 100...160, durationSeconds: 40),
        Break(window: 200...900, durationSeconds: 60),
      ])
    let plan = try Samples.plan(instance)
    #expect(plan.routes[0].violations == [])
    #expect(plan.routes[0].steps.count { $0.kind == .break(2) } == 1)
  }
}
