/// Finds every rule of a file that a plan made by anyone breaks.
///
/// Steps stay in the order they are given in; times are found anew, so claimed ones do not matter.
public struct VroomCheck: Sendable {
  /// The plan with its times and violations, as far as its vehicles and jobs are known.
  public let plan: VroomPlan
  public let findings: [VroomFinding]
  /// What the plan says it costs, if it does.
  public let claimedCost: Int?

  /// Checks a plan in VROOM's output format, or with `steps` in its vehicles.
  ///
  /// - Throws: ``VroomError`` if `bytes` is no such plan.
  public init(of bytes: [UInt8], in instance: VroomInstance) throws(VroomError) {
    self.init(try VroomAnswer(parsing: bytes), in: instance)
  }

  /// Checks the `steps` of the file's own vehicles.
  ///
  /// - Throws: ``VroomError`` if there are none.
  public init(ownStepsOf instance: VroomInstance) throws(VroomError) {
    guard instance.vehicles.contains(where: { $0.steps != nil }) else {
      throw .missing(path: "vehicles[0].steps")
    }
    self.init(VroomAnswer(instance.vehicles), in: instance)
  }

  private init(_ answer: VroomAnswer, in instance: VroomInstance) {
    var reader = VroomAnswerReader(instance)
    for route in answer.routes { reader.read(route) }
    reader.finish(unassigned: answer.unassigned)
    plan = VroomPlan(
      routes: reader.routes.sorted { $0.vehicle < $1.vehicle }, unassigned: reader.unserved)
    claimedCost = answer.claimedCost
    var findings = reader.findings
    for route in plan.routes { findings += Self.findings(on: route, in: instance) }
    findings += reader.costFindings
    // Every route's cost may have been rounded for itself.
    if let claimed = answer.claimedCost, abs(claimed - plan.cost) > plan.routes.count {
      findings.append(.cost(claimed: claimed, actual: plan.cost))
    }
    self.findings = findings
  }

  private static func findings(
    on route: VroomRoute, in instance: VroomInstance
  ) -> [VroomFinding] {
    let vehicle = instance.vehicles[route.vehicle]
    let ofSteps = route.steps.reduce(0) { $0 + $1.violations.count }
    var findings = route.violations.dropLast(ofSteps).map {
      VroomFinding.route(vehicle: vehicle.id, $0)
    }
    for step in route.steps {
      findings += step.violations.map { violation in
        switch step.kind {
        case .start: .atStart(vehicle: vehicle.id, violation)
        case .end: .atEnd(vehicle: vehicle.id, violation)
        case .job(let job):
          .atJob(vehicle: vehicle.id, id: instance.jobs[job].id, violation)
        case .break(let pause):
          .atBreak(vehicle: vehicle.id, id: vehicle.breaks[pause].id, violation)
        }
      }
    }
    return findings
  }
}

/// Looks up what an answer names, and keeps count.
private struct VroomAnswerReader {
  let instance: VroomInstance
  var routes: [VroomRoute] = []
  var findings: [VroomFinding] = []
  var costFindings: [VroomFinding] = []
  private var visits: [Int]
  private var uses: [Int]

  init(_ instance: VroomInstance) {
    self.instance = instance
    visits = Array(repeating: 0, count: instance.jobs.count)
    uses = Array(repeating: 0, count: instance.vehicles.count)
  }

  var unserved: [Int] { visits.indices.filter { visits[$0] == 0 } }

  mutating func read(_ route: VroomAnswer.Route) {
    guard let vehicle = instance.vehicleIndex(id: route.vehicle) else {
      findings.append(.unknownVehicle(path: route.path, id: route.vehicle))
      return
    }
    let visits = route.steps.enumerated().compactMap { index, step in
      visit(step, isFirst: index == 0, isLast: index == route.steps.count - 1, vehicle: vehicle)
    }
    guard visits.contains(where: { $0.kind.job != nil }) else { return }
    uses[vehicle] += 1
    if uses[vehicle] == 2 { findings.append(.vehicleTwice(id: route.vehicle)) }
    let timed = VroomTimetable(visits, ofVehicle: vehicle, in: instance).route()
    if let claimed = route.claimedCost, abs(claimed - timed.cost) > 1 {
      costFindings.append(
        .routeCost(vehicle: route.vehicle, claimed: claimed, actual: timed.cost))
    }
    routes.append(timed)
    let breaks = visits.compactMap(\.kind.pause)
    for (index, pause) in instance.vehicles[vehicle].breaks.enumerated()
    where breaks.count(where: { $0 == index }) > 1 {
      findings.append(.breakTwice(vehicle: route.vehicle, id: pause.id))
    }
  }

  /// - Parameter unassigned: What the answer says is left out, if it does.
  mutating func finish(unassigned: [Int]?) {
    var isLeftOut = Array(repeating: unassigned == nil, count: instance.jobs.count)
    for id in unassigned ?? [] {
      guard let job = instance.jobIndex(id: id) else {
        findings.append(.unknownJob(path: "unassigned", id: id))
        continue
      }
      isLeftOut[job] = true
      if visits[job] > 0 { findings.append(.jobServedAndUnassigned(id: id)) }
    }
    for (index, job) in instance.jobs.enumerated() {
      if visits[index] > 1 { findings.append(.jobTwice(id: job.id)) }
      if visits[index] == 0, !isLeftOut[index] { findings.append(.jobMissing(id: job.id)) }
    }
  }

  private mutating func visit(
    _ step: VroomStep, isFirst: Bool, isLast: Bool, vehicle: Int
  ) -> VroomTimetable.Visit? {
    switch step.kind {
    case .start:
      if !isFirst { findings.append(.stepOutOfPlace(path: step.path)) }
      return isFirst ? .init(kind: .start, serviceAt: step.serviceAt) : nil
    case .end:
      if !isLast { findings.append(.stepOutOfPlace(path: step.path)) }
      return isLast ? .init(kind: .end, serviceAt: step.serviceAt) : nil
    case .job:
      guard let job = step.id.flatMap(instance.jobIndex) else {
        findings.append(.unknownJob(path: step.path, id: step.id ?? 0))
        return nil
      }
      visits[job] += 1
      return .init(kind: .job(job), serviceAt: step.serviceAt)
    case .break:
      let breaks = instance.vehicles[vehicle].breaks
      guard let pause = breaks.firstIndex(where: { $0.id == step.id }) else {
        findings.append(.unknownBreak(path: step.path, id: step.id ?? 0))
        return nil
      }
      return .init(kind: .break(pause), serviceAt: step.serviceAt)
    }
  }
}

extension VroomRoute.Step.Kind {
  fileprivate var pause: Int? {
    guard case .break(let pause) = self else { return nil }
    return pause
  }
}
