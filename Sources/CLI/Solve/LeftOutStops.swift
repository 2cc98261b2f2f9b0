import Domain
import Optimiser
import Reports
import Vroom

/// Why stops are left out, vehicle by vehicle, with vehicles of the same reason together.
struct LeftOutStops {
  struct Explanation {
    let reason: Reason?
    /// Indices of vehicles.
    let vehicles: [Int]
  }

  let file: ProblemFile
  let solution: Solution

  /// Returns why `job` is in no route.
  ///
  /// What stands in its way even when a vehicle has nothing else to do is said first of all; only
  /// where nothing does are the routes themselves tried, unless that would take too long.
  func explanations(for job: Int) -> [Explanation] {
    let problem = file.problem
    let alone = problem.reasons(for: job, in: Solution(routes: [], unserved: []))
    let isHopeless = alone.allSatisfy { $0.reasonWhenEmpty != nil }
    guard !isHopeless, isQuick else {
      return grouped(alone.map { ($0.vehicle, $0.reasonWhenEmpty) })
    }
    return grouped(problem.reasons(for: job, in: solution).map { ($0.vehicle, $0.reason) })
  }

  /// One line for people.
  func line(for job: Int) -> String {
    let name = file.name(ofJob: job).text(in: language)
    let parts = explanations(for: job).map { explanation in
      let who =
        explanation.vehicles.count == 1
        ? file.name(ofVehicle: explanation.vehicles[0]).text(in: language)
        : say(
          "\(say(explanation.vehicles.count)) kendaraan",
          "\(say(explanation.vehicles.count)) vehicles")
      return "\(sentence(explanation.reason)) (\(who))"
    }
    return "\(name): \(parts.joined(separator: "; "))"
  }

  /// The key `reasons` of a job left out, in VROOM's output.
  func vroomReasons(for job: Int, in instance: VroomInstance) -> [JSONValue] {
    explanations(for: job).map { explanation in
      .object([
        .init("cause", .string(explanation.reason?.cause ?? "other_routes")),
        .init("sentence", .string(sentence(explanation.reason))),
        .init("vehicles", .integers(explanation.vehicles.map { instance.vehicles[$0].id })),
      ])
    }
  }

  /// The same for solutions of VRPLIB.
  func json(for job: Int) -> [JSONText] {
    explanations(for: job).map { explanation in
      [
        "cause": .string(explanation.reason?.cause ?? "other_routes"),
        "sentence": .string(sentence(explanation.reason)),
        "vehicles": .integer(explanation.vehicles.count),
      ]
    }
  }

  private var isQuick: Bool {
    let places = solution.routes.reduce(0) { $0 + $1.jobs.count * $1.jobs.count }
    return places * max(1, solution.unserved.count) <= 2_000_000
  }

  private func sentence(_ reason: Reason?) -> String {
    reason.map { file.phrase(of: $0).text(in: language) }
      ?? say("kendaraannya dipakai untuk yang lain", "the vehicle is used for others")
  }

  private func grouped(_ reasons: [(vehicle: Int, reason: Reason?)]) -> [Explanation] {
    var order: [Reason?] = []
    var vehicles: [Reason?: [Int]] = [:]
    for (vehicle, reason) in reasons {
      if vehicles[reason] == nil { order.append(reason) }
      vehicles[reason, default: []].append(vehicle)
    }
    return order.map { Explanation(reason: $0, vehicles: vehicles[$0] ?? []) }
  }
}

extension Reason {
  /// A word for programs, VROOM's own where it has one.
  fileprivate var cause: String {
    switch self {
    case .notAllowed: "not_allowed"
    case .skill: "skills"
    case .pinned: "pinned"
    case .capacity: "load"
    case .maximumStops: "max_tasks"
    case .unreachable: "unreachable"
    case .timeWindow: "delay"
    case .break: "break"
    case .maximumDuration: "max_duration"
    case .maximumTravel: "max_travel_time"
    case .maximumDistance: "max_distance"
    case .shift: "time_window"
    }
  }
}
