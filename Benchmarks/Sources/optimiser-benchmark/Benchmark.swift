import Foundation
import Optimiser

/// Solves benchmark instances for a number of CPU seconds each and prints one CSV line per run.
///
/// Usage: `optimiser-benchmark SECONDS SEEDS [name=value ...] FILE.vrp ...`, where `name` is a
/// number of ``Tuning``; a `FILE.sol` beside an instance gives the best known cost. `kecamatan:1`
/// in place of a file is the rich problem of ``Kecamatan`` with that seed.
@main
struct Benchmark {
  let seconds: Double
  let seeds: Int
  let settings: [String]

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let seconds = arguments.first.flatMap(Double.init),
      let seeds = arguments.dropFirst().first.flatMap({ Int($0) })
    else {
      FileHandle.standardError.write(
        Data("usage: optimiser-benchmark SECONDS SEEDS [name=value ...] FILE.vrp ...\n".utf8))
      exit(64)
    }
    let benchmark = Benchmark(
      seconds: seconds, seeds: seeds, settings: arguments.dropFirst(2).filter { $0.contains("=") })
    print("instance,stops,seed,seconds,steps,runs,left_out,cost,gap_percent")
    var hasFailed = false
    for path in arguments.dropFirst(2) where !path.contains("=") {
      do {
        try benchmark.run(path)
      } catch {
        FileHandle.standardError.write(Data("\(path): \(error)\n".utf8))
        hasFailed = true
      }
    }
    if hasFailed { exit(65) }
  }

  private func run(_ path: String) throws {
    if let number = path.split(separator: ":").last.flatMap({ UInt64($0) }) {
      try run(name: path, problem: Kecamatan.problem(seed: number), scale: 1, best: nil)
      return
    }
    let instance = try VRPLIBInstance(parsing: String(contentsOfFile: path, encoding: .utf8))
    let solutionPath = path.replacingOccurrences(of: ".vrp", with: ".sol")
    let best = try? instance.answer(
      parsing: String(contentsOfFile: solutionPath, encoding: .utf8)
    ).cost
    try run(name: instance.name, problem: instance.problem, scale: instance.scale, best: best)
  }

  private func run(name: String, problem: Problem, scale: Int, best: Int64?) throws {
    var tuning = Tuning(for: problem)
    for setting in settings { tuning.set(setting) }
    for seed in 1...max(1, seeds) {
      let begin = Self.processSeconds()
      let limit = seconds
      let parameters = SearchParameters(seed: UInt64(seed)) {
        (Self.processSeconds() - begin) / limit
      }
      var steps = 0
      let solution = Solver(problem, tuning: tuning).solve(parameters) { steps = $0.steps }
      let spent = Self.processSeconds() - begin
      let violations = Checker.violations(of: solution, in: problem)
      guard violations.isEmpty else { throw violations[0] }
      let objective = try problem.objective(of: solution)
      let gap = best.map { 100 * Double(objective.cost - $0) / Double($0) }
      let columns = [
        name, "\(problem.jobs.count)", "\(seed)", String(format: "%.1f", spent), "\(steps)",
        "\(solution.routes.count)", "\(solution.unserved.count)",
        String(format: "%.1f", Double(objective.cost) / Double(scale)),
        gap.map { String(format: "%.3f", $0) } ?? "",
      ]
      print(columns.joined(separator: ","))
      fflush(nil)
    }
  }

  private static func processSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension Tuning {
  /// Changes one number, given as `name=value`.
  fileprivate mutating func set(_ setting: String) {
    let parts = setting.split(separator: "=")
    guard parts.count == 2, let value = Double(parts[1]) else { return }
    switch parts[0] {
    case "neighbourCount": neighbourCount = Int(value)
    case "averageRemoved": averageRemoved = value
    case "longestString": longestString = Int(value)
    case "blinkChance": blinkChance = value
    case "firstTemperature": firstTemperature = value
    case "lastTemperatureShare": lastTemperatureShare = value
    default: FileHandle.standardError.write(Data("no setting \(parts[0])\n".utf8))
    }
  }
}
