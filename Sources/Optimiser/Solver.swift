/// Plans runs: ruin a small part of the plan, recreate it, keep the result or undo it.
///
/// A step touches a neighbourhood only, so its cost does not depend on the number of jobs. The
/// best plan is there at any time, and the same problem, seed and number of steps always give
/// the same plan, on any number of threads. Problems in which only the way and the load count
/// are planned by ``PlainSolver``, all others by ``Search``.
///
/// Source: Christiaens, Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing
/// Problems", Transportation Science 54(2), 2020.
public struct Solver: Sendable {
  public let problem: Problem
  public let tuning: Tuning

  /// - Parameter tuning: The numbers of the search; by default those that suit the problem.
  public init(_ problem: Problem, tuning: Tuning? = nil) {
    self.problem = problem
    self.tuning = tuning ?? Tuning(for: problem)
  }

  /// Returns the best plan found within the budget.
  ///
  /// - Parameters:
  ///   - parameters: The budget and the seed.
  ///   - warmStart: A plan to begin with; visits it contains that are not possible are left out.
  ///   - progress: Called every few hundred steps, on the calling thread.
  public func solve(
    _ parameters: SearchParameters, warmStart: Solution? = nil,
    progress: ((Progress) -> Void)? = nil
  ) -> Solution {
    let order = SpatialOrder(problem)
    let solution = search(
      order.renumbered(problem), parameters, warmStart: warmStart.map(order.renumbered),
      progress: progress)
    return order.restored(solution)
  }

  private func search(
    _ problem: Problem, _ parameters: SearchParameters, warmStart: Solution?,
    progress: ((Progress) -> Void)?
  ) -> Solution {
    let nearest = NearestJobs(problem, atMost: tuning.neighbourCount)
    var start = warmStart
    if start == nil, problem.isPlain {
      start = Solution(routes: Savings(problem, nearest: nearest).routes(), unserved: [])
    }
    if let plain = PlainProblem(problem) {
      return plan(
        problem, plain, nearest, parameters, start, keepsStart: warmStart != nil, progress)
    }
    let random = SplitMix64(seed: parameters.seed)
    var search = Search(
      problem, tuning: tuning, nearest: nearest, start: start, random: random)
    var steps = 0
    var fraction = parameters.fraction(after: steps)
    while fraction < 1, search.hasJobs {
      let count = parameters.stride(after: steps)
      search.advance(by: count, at: fraction, nearest: nearest)
      steps += count
      fraction = parameters.fraction(after: steps)
      progress?(
        Progress(steps: steps, fraction: min(1, fraction), best: search.bestObjective))
    }
    return completed(search.bestSolution, problem)
  }

  private func plan(
    _ problem: Problem, _ plain: PlainProblem, _ nearest: borrowing NearestJobs,
    _ parameters: SearchParameters, _ start: Solution?, keepsStart: Bool,
    _ progress: ((Progress) -> Void)?
  ) -> Solution {
    var solver = PlainSolver(
      plain, near: NearTable(nearest, jobCount: plain.jobCount), tuning: tuning,
      parameters: parameters, start: plain.possibleRoutes(of: start), keepsStart: keepsStart)
    let routes = solver.solve(progress: progress)
    var isServed = [Bool](repeating: false, count: plain.jobCount)
    for job in routes.joined() { isServed[Int(job)] = true }
    let solution = Solution(
      routes: routes.enumerated().map { Route(vehicle: $0, jobs: $1.map(Int.init)) },
      unserved: isServed.indices.filter { !isServed[$0] })
    return completed(solution, problem)
  }

  /// Puts in what the search, which looks at near places only, has left out.
  private func completed(_ solution: Solution, _ problem: Problem) -> Solution {
    guard !solution.unserved.isEmpty else { return solution }
    var runs = Runs(problem)
    return runs.completed(solution)
  }
}
