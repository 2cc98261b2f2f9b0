import BenchmarkSupport
import Foundation
import Optimiser

/// Solves benchmark instances and prints one CSV line per run.
///
/// Usage: `optimiser-benchmark SECONDS SEEDS [options] [name=value ...] FILE.vrp ...`, with the
/// options of ``Options`` and the numbers of ``Tuning`` as names; a `FILE.sol` beside an instance
/// gives the best known cost. `kecamatan:1` in place of a file is the rich problem of
/// ``Kecamatan`` with that seed.
@main
struct Benchmark {
  let options: Options

  static func main() {
    let options: Options
    do {
      options = try Options(CommandLine.arguments.dropFirst())
    } catch {
      complain("\(error)\n\(Options.usage)")
      exit(64)
    }
    print("instance,stops,seed,seconds,steps,runs,left_out,cost,gap_percent")
    var hasFailed = false
    for path in options.files {
      do {
        try Benchmark(options: options).run(path)
      } catch {
        complain("\(path): \(error)")
        hasFailed = true
      }
    }
    if hasFailed { exit(65) }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  private func run(_ path: String) throws {
    if let number = path.split(separator: ":").last.flatMap({ UInt64($0) }) {
      for seed in options.seeds { try run(path, Kecamatan.problem(seed: number), seed: seed) }
      return
    }
    let instance = try VRPLIBInstance(parsing: String(contentsOfFile: path, encoding: .utf8))
    let answer = path.replacingOccurrences(of: ".vrp", with: ".sol")
    let best = try? instance.answer(parsing: String(contentsOfFile: answer, encoding: .utf8)).cost
    for seed in options.seeds {
      let (solution, cost) = try run(
        instance.name, instance.problem, seed: seed, scale: instance.scale, best: best)
      if let file = options.solutionFile {
        try instance.text(of: solution, cost: cost)
          .write(toFile: file, atomically: true, encoding: .utf8)
      }
    }
  }

  /// Solves `problem`, has the plan checked, prints its line and writes its trace.
  @discardableResult
  private func run(
    _ name: String, _ problem: Problem, seed: UInt64, scale: Int = 1, best: Int64? = nil
  ) throws -> (solution: Solution, cost: Int64) {
    let stopwatch = Stopwatch(options.clock)
    let limit = options.seconds
    var parameters = SearchParameters(seed: seed) { stopwatch.seconds / limit }
    parameters.threads = options.threads
    var trace = Trace(scale: scale)
    var steps = 0
    let solver = try Solver(problem, tuning: options.tuning(for: problem))
    let solution = solver.solve(parameters) { progress in
      steps = progress.steps
      trace.note(progress.best, after: stopwatch)
    }
    let spent = stopwatch.seconds
    let violations = Checker.violations(of: solution, in: problem)
    guard violations.isEmpty else { throw violations[0] }
    let objective = try problem.objective(of: solution)
    trace.note(objective, after: stopwatch)
    let gap = best.map { 100 * Double(objective.cost - $0) / Double($0) }
    let columns = [
      name, "\(problem.jobs.count)", "\(seed)", String(format: "%.1f", spent), "\(steps)",
      "\(solution.routes.count)", "\(solution.unserved.count)",
      String(format: "%.1f", Double(objective.cost) / Double(scale)),
      gap.map { String(format: "%.3f", $0) } ?? "",
    ]
    print(columns.joined(separator: ","))
    fflush(nil)
    if let file = options.traceFile {
      try trace.text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    return (solution, objective.cost)
  }
}
