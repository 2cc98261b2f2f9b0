import Domain
import Optimiser
import Reports
import Vroom

/// Checks a plan made by anyone against the problem file it is for.
struct FileCheck {
  /// What a check found.
  private struct Outcome {
    let findings: [Phrase]
    let routes: Int
    let stops: Int
    /// In the file's unit; nil where a way is missing.
    let cost: String?
    /// The plan for programs.
    let members: [JSONText.Member]
  }

  let problemPath: String
  /// nil where the problem's own steps are the plan.
  let planPath: String?
  let format: ProblemFormat?

  /// Prints what is wrong.
  ///
  /// - Throws: ``Failure`` if anything is.
  func run(_ listing: ListingOptions) throws {
    let file = try explaining(problemPath) {
      try ProblemFile(try Files.readInput(problemPath), format: format)
    }
    file.warn(problemPath, isSolving: false)
    let outcome: Outcome =
      switch file {
      case .vrplib(let instance): try check(instance)
      case .vroom(let instance): try check(instance)
      }
    let plan = planPath ?? problemPath
    if listing.json {
      let findings = outcome.findings.map { JSONText.string($0.text(in: language)) }
      let members =
        [.init("sound", .boolean(findings.isEmpty)), .init("findings", .array(findings))]
        + outcome.members
      print(JSONText.object(members).text(indented: true))
    } else {
      for finding in outcome.findings { print("- " + finding.text(in: language)) }
    }
    guard outcome.findings.isEmpty else {
      let count = say(outcome.findings.count)
      throw Failure(
        .refused, id: "\(plan): \(count) pelanggaran",
        en: "\(plan): \(count) rules are broken")
    }
    guard !listing.json else { return }
    let (routes, stops, cost) = (say(outcome.routes), say(outcome.stops), outcome.cost ?? "-")
    print(
      say(
        "\(plan) sah: \(routes) rute, \(stops) kunjungan, biaya \(cost).",
        "\(plan) is sound: \(routes) routes, \(stops) stops, cost \(cost)."))
  }

  private func check(_ instance: VRPLIBInstance) throws -> Outcome {
    guard let planPath else {
      throw Failure(
        .badInput, id: "\(problemPath): sebutkan juga berkas .sol yang diperiksa",
        en: "\(problemPath): name the .sol file to check as well")
    }
    let answer = try explaining(planPath) {
      try instance.answer(parsing: try Files.readInput(planPath))
    }
    let larger = try explaining(problemPath) {
      try instance.allowing(routes: answer.solution.routes.count)
    }
    let file = ProblemFile.vrplib(larger)
    // A customer in no route is missing: a solution file has no words for leaving one out.
    let solution = Solution(routes: answer.solution.routes, unserved: [])
    var findings = Checker.violations(of: solution, in: larger.problem).map(file.phrase)
    let cost = larger.distance(of: solution)
    if let claimed = answer.cost, let cost, claimed != cost {
      let none = larger.problem.jobs.isEmpty ? [] : [Int64(0)]
      findings.append(
        file.phrase(
          of: .objective(
            claimed: Objective(unservedByTier: none, cost: claimed),
            actual: Objective(unservedByTier: none, cost: cost))))
    }
    return Outcome(
      findings: findings, routes: solution.routes.count,
      stops: solution.routes.reduce(0) { $0 + $1.jobs.count }, cost: cost.map(file.cost),
      members: [
        .init("cost", .optional(cost) { .string(file.cost($0)) }),
        .init("claimed_cost", .optional(answer.cost) { .string(file.cost($0)) }),
        .init("routes", .integer(solution.routes.count)),
      ])
  }

  private func check(_ instance: VroomInstance) throws -> Outcome {
    let check = try explaining(planPath ?? problemPath) {
      guard let planPath else { return try VroomCheck(ownStepsOf: instance) }
      return try VroomCheck(of: try Files.readInput(planPath), in: instance)
    }
    let plan = check.plan
    let stops = plan.routes.reduce(0) { count, route in
      count + route.steps.count { if case .job = $0.kind { true } else { false } }
    }
    return Outcome(
      findings: check.findings.map(\.phrase), routes: plan.routes.count, stops: stops,
      cost: "\(plan.cost)",
      members: [
        .init("cost", .integer(plan.cost)),
        .init("claimed_cost", .optional(check.claimedCost) { .integer($0) }),
        .init("routes", .integer(plan.routes.count)),
        .init("unassigned", .array(plan.unassigned.map { .integer(instance.jobs[$0].id) })),
      ])
  }

  /// Runs `work` and names the file at `path` if what it reads there is wrong.
  private func explaining<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as VRPLIBError {
      throw Failure.inFile(path, error.phrase)
    } catch let error as VroomError {
      throw Failure.inFile(path, error.phrase)
    }
  }
}
