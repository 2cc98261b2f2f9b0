/// Plans runs: ruin a small part of the plan, recreate it, keep the result or undo it.
///
/// A step touches a neighbourhood only, so its cost does not depend on the number of jobs. The
/// best plan is there at any time, and the same problem, seed and number of steps always give
/// the same plan.
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
    var random = SplitMix64(seed: parameters.seed)
    var runs = Runs(problem)
    let nearest = NearestJobs(problem, atMost: tuning.neighbourCount)
    let removal = AdjacentStringRemoval(
      averageRemoved: tuning.averageRemoved, longestString: tuning.longestString)
    var insertion = GreedyInsertion(
      runs.flat, blinkChance: tuning.blinkChance, using: &random)

    if let warmStart {
      runs.adopt(warmStart)
    } else if runs.canBeginWithSavings {
      runs.adopt(Solution(routes: Savings(problem, nearest: nearest).routes(), unserved: []))
    }
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)

    var best = BestPlan(runs)
    var current = Standing(runs)
    var candidate = Standing(runs)
    var annealing = Annealing(runs, nearest: nearest, tuning: tuning)
    var jobs: [Int] = []
    var steps = 0
    var fraction = parameters.fraction(after: 0)
    while fraction < 1, runs.flat.jobCount > 0 {
      annealing.cool(to: fraction)
      for _ in 0..<parameters.stride(after: steps) {
        let seed = random.below(runs.flat.jobCount)
        runs.beginStep()
        runs.collectLeftOut(around: seed, nearest: nearest, into: &jobs, using: &random)
        removal.ruin(&runs, around: seed, nearest: nearest, removed: &jobs, using: &random)
        insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)

        candidate.record(runs)
        if runs.broken.count == 0, annealing.accepts(candidate, over: current, using: &random) {
          swap(&current, &candidate)
          best.noteChanges(runs)
          if current.isBetter(than: best.standing) { best.keep(runs) }
        } else {
          runs.undoStep()
        }
        steps += 1
      }
      fraction = parameters.fraction(after: steps)
      progress?(
        Progress(steps: steps, fraction: min(1, fraction), best: best.standing.objective))
    }
    return runs.completed(best.solution(runs.flat))
  }
}
