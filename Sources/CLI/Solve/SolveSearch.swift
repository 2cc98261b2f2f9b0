import Domain
import Optimiser

/// One search for a plan of a file, watched.
struct SolveSearch {
  /// What came of it.
  struct Outcome {
    var solution: Solution
    var objective: Objective
    var steps: Int
    var seconds: Double
    var trace: SolveTrace
  }

  let file: ProblemFile
  let budget: SolveBudget
  let warmStart: Solution?
  /// Whether to write progress in lines where nobody watches a terminal.
  let showsLines: Bool

  /// - Throws: ``Failure`` if the plan found breaks a rule, which would be a mistake of the program.
  func run() throws -> Outcome {
    let problem = file.problem
    var trace = SolveTrace()
    var steps = 0
    let line = ProgressLine()
    var lastLine = 0.0
    let solution = Interruption.watched {
      Solver(problem).solve(budget.parameters, warmStart: warmStart) { progress in
        steps = progress.steps
        budget.look(at: progress.best)
        trace.note(progress.best, after: progress.steps, budget)
        line.show(self.line(progress))
        if showsLines, budget.elapsedSeconds - lastLine >= 1 {
          lastLine = budget.elapsedSeconds
          Terminal.printError(self.line(progress))
        }
      }
    }
    line.finish()
    let seconds = budget.elapsedSeconds
    let objective = try checked(solution)
    trace.note(objective, after: steps, budget)
    return Outcome(
      solution: solution, objective: objective, steps: steps, seconds: seconds, trace: trace)
  }

  private func checked(_ solution: Solution) throws -> Objective {
    if let violation = Checker.violations(of: solution, in: file.problem).first {
      let rule = file.phrase(of: violation)
      throw Failure(
        .refused, id: "rencana yang ditemukan melanggar aturan: \(rule.indonesian); laporkan ini",
        en: "the plan found breaks a rule: \(rule.english); please report this")
    }
    return try file.problem.objective(of: solution)
  }

  private func line(_ progress: Progress) -> String {
    let cost = file.cost(progress.best.cost)
    let leftOut = say(Int(progress.best.unservedByTier.reduce(0, +)))
    let seconds = say(Int(budget.elapsedSeconds))
    return say(
      "\(seconds) s: biaya \(cost), bobot tertinggal \(leftOut), \(say(progress.steps)) langkah",
      "\(seconds) s: cost \(cost), weight left out \(leftOut), \(say(progress.steps)) steps")
  }
}
