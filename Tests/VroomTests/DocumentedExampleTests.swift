import Optimiser
import Testing
import Vroom

/// Problems of the kinds VROOM's own documentation shows, with what it says of their answers.
@Suite struct DocumentedExampleTests {
  /// One vehicle that ends elsewhere, and a matrix: both jobs on the way cost 5461.
  @Test func aMatrixWithDifferentEnds() throws {
    let text = """
      {"vehicles": [{"id": 0, "start_index": 0, "end_index": 3}],
       "jobs": [{"id": 1414, "location_index": 1}, {"id": 1515, "location_index": 2}],
       "matrices": {"car": {"durations": [
         [0, 2104, 197, 1299], [2103, 0, 2255, 3152], [197, 2256, 0, 1102], [1299, 3153, 1102, 0]]}}}
      """
    let instance = try Samples.instance(text)
    let plan = try Samples.plan(instance)
    #expect(plan.cost == 5_461)
    #expect(plan.routes[0].steps.map(\.arrival) == [0, 2_104, 4_359, 5_461])
  }

  /// Coordinates, skills, windows, breaks, and amounts that go out and come back in one bag.
  @Test func coordinatesWithSkillsAndBreaks() throws {
    let vehicle = """
      "start": [2.35044, 48.71764], "end": [2.35044, 48.71764], "capacity": [4],
      "time_window": [28800, 43200]
      """
    let text = """
      {"vehicles": [
        {"id": 1, \(vehicle), "skills": [1, 14],
         "breaks": [{"id": 1, "service": 300, "time_windows": [[32400, 34200]]}]},
        {"id": 2, \(vehicle), "skills": [2, 14],
         "breaks": [{"id": 2, "service": 300, "time_windows": [[34200, 36000]]}]}],
       "jobs": [
        {"id": 1, "service": 300, "delivery": [1], "location": [1.98935, 48.701],
         "skills": [1], "time_windows": [[32400, 36000]]},
        {"id": 2, "service": 300, "pickup": [1], "location": [2.03655, 48.61128],
         "skills": [1]},
        {"id": 5, "service": 300, "delivery": [1], "location": [2.28325, 48.5958],
         "skills": [14]},
        {"id": 6, "service": 300, "delivery": [1], "location": [2.89357, 48.90736],
         "skills": [14]}]}
      """
    let plan = try Samples.plan(try Samples.instance(text))
    #expect(plan.unassigned == [])
    for route in plan.routes {
      #expect(route.violations == [])
      #expect(route.steps.count { $0.kind == .break(0) } == 1)
    }
    let first = try #require(plan.routes.first)
    #expect(first.vehicle == 0)
    #expect(Set(first.steps.compactMap(\.kind.served)).isSuperset(of: [0, 1]))
  }

  /// Three deliveries and three pickups fit a vehicle with room for three only in turns.
  @Test func pickupsTakeTheRoomOfDeliveries() throws {
    let jobs = (1...3).map { place in
      """
      {"id": \(place), "location_index": \(place), "delivery": [1]},
      {"id": \(place + 10), "location_index": \(place), "pickup": [1]}
      """
    }
    let text = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "capacity": [3]}],
       "jobs": [\(jobs.joined(separator: ", "))], \(Samples.matrices)}
      """
    let plan = try Samples.plan(try Samples.instance(text))
    #expect(plan.cost == 600)
    #expect(plan.unassigned == [])
    let loads = plan.routes[0].steps.map { $0.load[0] }
    #expect(loads.first == 3 && loads.last == 3 && loads.max() == 3)
  }

  /// Routes given step by step, in seconds since 1970, are timed rather than planned.
  @Test func stepsGivenInAdvance() throws {
    let text = """
      {"vehicles": [{"id": 2, "start_index": 0, "end_index": 0, "capacity": [4],
         "time_window": [1600416000, 1600426800], "steps": [
           {"type": "start"}, {"type": "job", "id": 6}, {"type": "job", "id": 4}, {"type": "end"}]}],
       "jobs": [
         {"id": 4, "location_index": 1, "delivery": [1], "service": 300,
          "time_windows": [[1600416000, 1600416400]]},
         {"id": 6, "location_index": 2, "delivery": [1], "service": 300}], \(Samples.matrices)}
      """
    let check = try VroomCheck(ownStepsOf: try Samples.instance(text))
    #expect(check.findings == [.atJob(vehicle: 2, id: 4, .delay(seconds: 200))])
    #expect(
      check.plan.routes[0].steps.map(\.arrival)
        == [1_600_416_000, 1_600_416_200, 1_600_416_600, 1_600_417_000])
  }
}

extension VroomRoute.Step.Kind {
  fileprivate var served: Int? {
    guard case .job(let job) = self else { return nil }
    return job
  }
}
