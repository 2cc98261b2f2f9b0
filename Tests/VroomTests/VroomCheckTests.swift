import Optimiser
import Testing
import Vroom

@Suite struct VroomCheckTests {
  private static let good = """
    {"routes": [{"vehicle": 7, "cost": 178, "steps": [{"type": "start"}, {"type": "job", "id": 11},
      {"type": "job", "id": 12}, {"type": "break", "id": 1}, {"type": "end"}]}],
     "unassigned": [{"id": 13}], "summary": {"cost": 178}}
    """

  private func findings(_ plan: String, _ problem: String = Samples.rich) throws -> [VroomFinding] {
    try VroomCheck(of: Array(plan.utf8), in: try Samples.instance(problem)).findings
  }

  @Test func aSoundPlanHasNoFindings() throws {
    #expect(try findings(Self.good) == [])
  }

  @Test(arguments: [
    (
      "\"id\": 12", "\"id\": 99",
      [
        VroomFinding.unknownJob(path: "routes[0].steps[2]", id: 99), .jobMissing(id: 12),
      ]
    ),
    (
      "\"vehicle\": 7", "\"vehicle\": 8",
      [
        .unknownVehicle(path: "routes[0]", id: 8), .jobMissing(id: 11), .jobMissing(id: 12),
        .cost(claimed: 178, actual: 0),
      ]
    ),
    ("{\"type\": \"break\", \"id\": 1},", "", [.route(vehicle: 7, .missingBreak(id: 1))]),
    (
      "{\"type\": \"break\", \"id\": 1}", "{\"type\": \"break\", \"id\": 2}",
      [
        .unknownBreak(path: "routes[0].steps[3]", id: 2), .route(vehicle: 7, .missingBreak(id: 1)),
      ]
    ),
    (
      "{\"type\": \"start\"},", "{\"type\": \"break\", \"id\": 1},",
      [
        .breakTwice(vehicle: 7, id: 1)
      ]
    ),
    ("[{\"id\": 13}]", "[]", [.jobMissing(id: 13)]),
    ("[{\"id\": 13}]", "[{\"id\": 13}, {\"id\": 12}]", [.jobServedAndUnassigned(id: 12)]),
    (
      "\"cost\": 178, \"steps\"", "\"cost\": 170, \"steps\"",
      [
        .routeCost(vehicle: 7, claimed: 170, actual: 178)
      ]
    ),
    (
      "{\"type\": \"end\"}", "{\"type\": \"end\"}, {\"type\": \"start\"}",
      [
        .stepOutOfPlace(path: "routes[0].steps[4]"), .stepOutOfPlace(path: "routes[0].steps[5]"),
      ]
    ),
  ])
  func everythingWrongWithAListIsNamed(
    replaced: String, by: String, expected: [VroomFinding]
  ) throws {
    let found = try findings(Self.good.replacing(replaced, with: by))
    for finding in expected { #expect(found.contains(finding), "\(found)") }
    #expect(found.filter { !expected.contains($0) && !$0.isAboutTimeOrCost } == [])
  }

  @Test(arguments: [
    (
      "[400, 450], [5000, 5100]", "[100, 150]",
      [
        VroomFinding.atJob(vehicle: 7, id: 11, .delay(seconds: 30))
      ]
    ),
    (
      "[4, 9]", "[0, 2]",
      [
        .atStart(vehicle: 7, .load(dimension: 0, load: 1, allowed: 0)),
        .atJob(vehicle: 7, id: 12, .load(dimension: 1, load: 3, allowed: 2)),
        .atBreak(vehicle: 7, id: 1, .load(dimension: 1, load: 3, allowed: 2)),
        .atEnd(vehicle: 7, .load(dimension: 1, load: 3, allowed: 2)),
      ]
    ),
    ("\"skills\": [1, 14]", "\"skills\": [1]", [.atJob(vehicle: 7, id: 12, .skills)]),
    ("\"max_tasks\": 5", "\"max_tasks\": 1", [.route(vehicle: 7, .maximumTasks(2, allowed: 1))]),
    (
      "\"max_travel_time\": 2000", "\"max_travel_time\": 319",
      [
        .route(vehicle: 7, .maximumTravel(seconds: 320, allowed: 319))
      ]
    ),
    (
      "\"max_distance\": 20000", "\"max_distance\": 3999",
      [
        .route(vehicle: 7, .maximumDistance(metres: 4_000, allowed: 3_999))
      ]
    ),
    ("[[0, 100, 200, 300]", "[[0, null, 200, 300]", [.atJob(vehicle: 7, id: 11, .unreachable)]),
  ])
  func everyRuleARouteBreaksIsNamed(
    replaced: String, by: String, expected: [VroomFinding]
  ) throws {
    let problem = Samples.rich.replacing(replaced, with: by)
    let found = try findings(Self.good, problem)
    #expect(Array(found.prefix(expected.count)) == expected)
    #expect(found.dropFirst(expected.count).filter { !$0.isAboutTimeOrCost } == [])
  }

  @Test func comingBackTooLateIsNamed() throws {
    let problem = """
      {"vehicles": [{"id": 1, "start_index": 0, "end_index": 0, "time_window": [50, 650]}],
       "jobs": [{"id": 1, "location_index": 3, "service": 40}], \(Samples.matrices)}
      """
    let plan = "{\"routes\": [{\"vehicle\": 1, \"steps\": [{\"type\": \"job\", \"id\": 1}]}]}"
    #expect(try findings(plan, problem) == [.atEnd(vehicle: 1, .delay(seconds: 40))])
  }

  @Test func theStepsOfTheFileCanBeChecked() throws {
    let steps = """
      "steps": [{"type": "job", "id": 11, "service_at": 460}, {"type": "job", "id": 12}]
      """
    let text = Samples.rich.replacing("\"max_tasks\": 5", with: steps)
    let check = try VroomCheck(ownStepsOf: try Samples.instance(text))
    #expect(check.plan.unassigned == [2])
    #expect(check.findings == [.route(vehicle: 7, .missingBreak(id: 1))])
    #expect(throws: VroomError.missing(path: "vehicles[0].steps")) {
      try VroomCheck(ownStepsOf: try Samples.instance(Samples.rich))
    }
  }
}

extension VroomFinding {
  fileprivate var isAboutTimeOrCost: Bool {
    switch self {
    case .cost, .routeCost: true
    case .atJob(_, _, .delay), .atBreak(_, _, .delay), .atEnd(_, .delay): true
    default: false
    }
  }
}
