import Optimiser

/// What the time a plan took went into, in milliseconds.
public struct VroomComputingTimes: Equatable, Sendable {
  public var loading: Int
  public var solving: Int

  public init(loading: Int, solving: Int) {
    self.loading = loading
    self.solving = solving
  }
}

extension VroomInstance {
  /// Returns `plan` in VROOM's output format, on one line, its keys always in the same order.
  ///
  /// - Parameters:
  ///   - reasons: What to say about a job that is left out, under the key `reasons`.
  ///   - times: Zeros make the same plan the same bytes.
  public func json(
    of plan: VroomPlan, times: VroomComputingTimes, reasons: (Int) -> [JSONValue] = { _ in [] }
  ) -> JSONValue {
    .object([
      .init("code", 0), .init("summary", summary(of: plan, times)),
      .init("unassigned", .array(plan.unassigned.map { left(out: $0, reasons($0)) })),
      .init("routes", .array(plan.routes.map(json))),
    ])
  }

  /// Returns what VROOM's clients read when a file cannot be used.
  public static func json(of error: VroomError) -> JSONValue {
    .object([.init("code", 2), .init("error", .string("\(error)"))])
  }

  private func summary(of plan: VroomPlan, _ times: VroomComputingTimes) -> JSONValue {
    func total(_ value: (VroomRoute) -> Int) -> JSONValue {
      .integer(plan.routes.reduce(0) { $0 + value($1) })
    }
    func totals(_ values: (VroomRoute) -> [Int]) -> [Int] {
      (0..<amountSize).map { dimension in
        plan.routes.reduce(0) { $0 + values($1)[dimension] }
      }
    }
    var members: [JSONValue.Member] = [
      .init("cost", .integer(plan.cost)), .init("routes", .integer(plan.routes.count)),
      .init("unassigned", .integer(plan.unassigned.count)),
    ]
    members += amounts(delivery: totals(\.delivery), pickup: totals(\.pickup))
    members += [
      .init("setup", total(\.setup)), .init("service", total(\.service)),
      .init("duration", total(\.duration)), .init("waiting_time", total(\.waiting)),
      .init("priority", total(\.priority)),
    ]
    if hasDistances { members.append(.init("distance", total(\.distance))) }
    members += [
      .init("violations", .array(plan.routes.flatMap(\.violations).map(\.json))),
      .init(
        "computing_times",
        .object([
          .init("loading", .integer(times.loading)), .init("solving", .integer(times.solving)),
          .init("routing", 0),
        ])),
    ]
    return .object(members)
  }

  private func left(out job: Int, _ reasons: [JSONValue]) -> JSONValue {
    let file = jobs[job]
    var members: [JSONValue.Member] = [.init("id", .integer(file.id)), .init("type", "job")]
    members += described(file.description) + located(file.coordinates, file.locationIndex)
    members.append(.init("reasons", .array(reasons)))
    return .object(members)
  }

  private func json(of route: VroomRoute) -> JSONValue {
    let vehicle = vehicles[route.vehicle]
    var members: [JSONValue.Member] = [
      .init("vehicle", .integer(vehicle.id)), .init("cost", .integer(route.cost)),
    ]
    members += described(vehicle.description)
    members += amounts(delivery: route.delivery, pickup: route.pickup)
    members += [
      .init("setup", .integer(route.setup)), .init("service", .integer(route.service)),
      .init("duration", .integer(route.duration)),
      .init("waiting_time", .integer(route.waiting)),
      .init("priority", .integer(route.priority)),
    ]
    if hasDistances { members.append(.init("distance", .integer(route.distance))) }
    members += [
      .init("steps", .array(route.steps.map { json(of: $0, in: route) })),
      .init("violations", .array(route.violations.map(\.json))),
    ]
    return .object(members)
  }

  private func json(of step: VroomRoute.Step, in route: VroomRoute) -> JSONValue {
    let vehicle = vehicles[route.vehicle]
    let jobs = route.steps.compactMap(\.kind.job)
    var members: [JSONValue.Member]
    switch step.kind {
    case .start:
      members =
        [.init("type", "start")] + located(vehicle.start, or: jobs.first)
    case .end:
      members = [.init("type", "end")] + located(vehicle.end, or: jobs.last)
    case .job(let index):
      let job = self.jobs[index]
      members = [.init("type", "job"), .init("id", .integer(job.id))]
      members += described(job.description) + located(job.coordinates, job.locationIndex)
    case .break(let index):
      let pause = vehicle.breaks[index]
      members = [.init("type", "break"), .init("id", .integer(pause.id))]
      members += described(pause.description)
    }
    members += [
      .init("setup", .integer(step.setup)), .init("service", .integer(step.service)),
      .init("waiting_time", .integer(step.waiting)),
    ]
    if amountSize > 0 { members.append(.init("load", .integers(step.load))) }
    members += [
      .init("arrival", .integer(step.arrival)), .init("duration", .integer(step.duration)),
    ]
    if hasDistances { members.append(.init("distance", .integer(step.distance))) }
    members.append(.init("violations", .array(step.violations.map(\.json))))
    return .object(members)
  }
}

/// Parts that occur in several places.
extension VroomInstance {
  private var hasDistances: Bool { profiles.contains { $0.travel.hasMetres } }

  private func amounts(delivery: [Int], pickup: [Int]) -> [JSONValue.Member] {
    guard amountSize > 0 else { return [] }
    return [.init("delivery", .integers(delivery)), .init("pickup", .integers(pickup))]
  }

  private func described(_ description: String?) -> [JSONValue.Member] {
    description.map { [.init("description", .string($0))] } ?? []
  }

  private func located(
    _ coordinates: VroomCoordinates?, _ index: Int?
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let coordinates { members.append(.init("location", coordinates.json)) }
    if let index { members.append(.init("location_index", .integer(index))) }
    return members
  }

  /// Where a route begins or ends: at a place of its own, or at a job.
  private func located(
    _ place: VroomVehicle.Place?, or job: Int?
  ) -> [JSONValue.Member] {
    if let place { return located(place.coordinates, place.locationIndex) }
    return job.map { located(jobs[$0].coordinates, jobs[$0].locationIndex) } ?? []
  }
}
