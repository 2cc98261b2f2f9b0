/// Finds every rule a solution breaks, by code that shares nothing with the search.
///
/// It replays each route as a courier would live it, and looks for the latest leaving by halving
/// instead of computing it backwards.
public struct Checker {
  /// Returns every violation: of the list of routes first, then route by route, then of the
  /// objective.
  ///
  /// - Parameter claimed: An objective to compare with, if there is one.
  public static func violations(
    of solution: Solution, in problem: Problem, claiming claimed: Objective? = nil
  ) -> [Violation] {
    var checker = Checker(problem: problem)
    checker.checkWhoIsWhere(solution)
    checker.checkPins(solution)
    for route in solution.routes { checker.checkRoute(route) }
    if let claimed, checker.violations.isEmpty { checker.checkObjective(claimed, solution) }
    return checker.violations
  }

  let problem: Problem
  var violations: [Violation] = []
  /// What the routes looked at so far cost.
  var cost: Int64 = 0

  private init(problem: Problem) { self.problem = problem }

  /// Every job exactly once, every vehicle at most once.
  private mutating func checkWhoIsWhere(_ solution: Solution) {
    var visits = [Int](repeating: 0, count: problem.jobs.count)
    var omissions = visits
    var uses = [Int](repeating: 0, count: problem.vehicles.count)
    for route in solution.routes {
      if uses.indices.contains(route.vehicle) {
        uses[route.vehicle] += 1
      } else {
        violations.append(.unknownVehicle(route.vehicle))
      }
      if route.jobs.isEmpty { violations.append(.emptyRoute(vehicle: route.vehicle)) }
      for job in route.jobs { count(job, in: &visits) }
    }
    for job in solution.unserved { count(job, in: &omissions) }
    for (vehicle, count) in uses.enumerated() where count > 1 {
      violations.append(.vehicleUsedTwice(vehicle))
    }
    for job in problem.jobs.indices {
      if visits[job] > 1 { violations.append(.jobServedTwice(job)) }
      if omissions[job] > 1 { violations.append(.jobLeftOutTwice(job)) }
      if visits[job] > 0, omissions[job] > 0 { violations.append(.jobServedAndLeftOut(job)) }
      if visits[job] + omissions[job] == 0 { violations.append(.jobMissing(job)) }
    }
  }

  private mutating func count(_ job: Int, in counts: inout [Int]) {
    if counts.indices.contains(job) {
      counts[job] += 1
    } else {
      violations.append(.unknownJob(job))
    }
  }

  private mutating func checkObjective(_ claimed: Objective, _ solution: Solution) {
    var actual = Objective(
      unservedByTier: [Int64](repeating: 0, count: problem.tierCount), cost: cost)
    for job in solution.unserved {
      actual.unservedByTier[problem.jobs[job].tier] += Int64(problem.jobs[job].weight)
    }
    if actual != claimed { violations.append(.objective(claimed: claimed, actual: actual)) }
  }
}
