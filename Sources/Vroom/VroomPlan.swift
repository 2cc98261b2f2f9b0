public import Optimiser

/// Routes by the file's own rules, and what is left out.
public struct VroomPlan: Equatable, Sendable {
  /// In the order of the vehicles.
  public let routes: [VroomRoute]
  /// Indices into ``VroomInstance/jobs``, ascending.
  public let unassigned: [Int]

  public var cost: Int { routes.reduce(0) { $0 + $1.cost } }
}

extension VroomInstance {
  /// Returns a plan of ``problem`` as a plan of the file: with its own times, and with every break
  /// of a vehicle that is used.
  public func plan(of solution: Solution) throws(Violation) -> VroomPlan {
    var routes: [VroomRoute] = []
    for route in solution.routes.sorted(by: { $0.vehicle < $1.vehicle }) {
      let schedule = try problem.schedule(of: route)
      let visits = visits(on: route, schedule)
      routes.append(VroomTimetable(visits, ofVehicle: route.vehicle, in: self).route())
    }
    return VroomPlan(routes: routes, unassigned: solution.unserved.sorted())
  }

  /// A break the problem's schedule does without is in front of the route, if it is over when the
  /// vehicle leaves, or behind its last job.
  private func visits(on route: Route, _ schedule: Schedule) -> [VroomTimetable.Visit] {
    let breakCount = vehicles[route.vehicle].breaks.count
    var positions = Array(repeating: route.jobs.count, count: breakCount)
    let over = schedule.breaks.first?.index ?? breaksOver(by: schedule.leaveSeconds, on: route)
    for index in 0..<over { positions[index] = 0 }
    for pause in schedule.breaks { positions[pause.index] = pause.beforeStop }
    var visits: [VroomTimetable.Visit] = []
    for position in 0...route.jobs.count {
      for (index, place) in positions.enumerated() where place == position {
        visits.append(.init(kind: .break(index), serviceAt: nil))
      }
      if position < route.jobs.count {
        visits.append(.init(kind: .job(route.jobs[position]), serviceAt: nil))
      }
    }
    return visits
  }

  /// How many breaks can be over at `leaving`.
  private func breaksOver(by leaving: Int, on route: Route) -> Int {
    let vehicle = problem.vehicles[route.vehicle]
    var now = Int(vehicle.shift.lowerBound)
    for (index, pause) in vehicle.breaks.enumerated() {
      now = max(now, Int(pause.window.lowerBound)) + Int(pause.durationSeconds)
      if now > leaving { return index }
    }
    return vehicle.breaks.count
  }

  /// The plan the file's own `steps` describe, as a start for the search; nil without any.
  public var warmStart: Solution? {
    guard vehicles.contains(where: { $0.steps != nil }) else { return nil }
    return solution(of: VroomAnswer(vehicles))
  }

  /// Reads a plan in VROOM's output format as a start for the search; what it names that is not
  /// in this file does not count.
  public func warmStart(parsing bytes: [UInt8]) throws(VroomError) -> Solution {
    solution(of: try VroomAnswer(parsing: bytes))
  }

  private func solution(of answer: VroomAnswer) -> Solution {
    var isServed = Array(repeating: false, count: jobs.count)
    var jobsOfVehicle = Array(repeating: [Int](), count: vehicles.count)
    for route in answer.routes {
      guard let vehicle = vehicleIndex(id: route.vehicle) else { continue }
      for step in route.steps where step.kind == .job {
        guard let job = step.id.flatMap(jobIndex), !isServed[job] else { continue }
        isServed[job] = true
        jobsOfVehicle[vehicle].append(job)
      }
    }
    let routes = jobsOfVehicle.enumerated().filter { !$1.isEmpty }
      .map { Route(vehicle: $0, jobs: $1) }
    return Solution(routes: routes, unserved: isServed.indices.filter { !isServed[$0] })
  }
}
