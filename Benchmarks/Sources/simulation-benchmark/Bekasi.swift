import BenchmarkSupport
import Domain
import Foundation
import Intake
import Scenarios
import Simulation

/// Kabupaten Bekasi 2020, 191,000 cards in three months, as `scenarios/bekasi-2020.yaml` has it.
struct Bekasi {
  private let scenario: Scenario

  /// - Parameter folder: That of the repository.
  init(folder: String) throws {
    let root = URL(filePath: folder)
    func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: root.appending(path: path)))
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "scenarios").path)
    let library = ScenarioLibrary(files: files) { name in
      files.contains(name)
        ? [UInt8](try Data(contentsOf: root.appending(path: "scenarios/\(name)"))) : nil
    }
    let maps = "maps/32.16_kabupaten-bekasi/"
    let tables = try MapTables(
      regency: try bytes(maps + "regency.csv"), kecamatan: try bytes(maps + "kecamatan.csv"),
      desa: try bytes(maps + "desa.csv"), neighbours: try bytes(maps + "neighbours.csv"))
    scenario = try library.scenario("bekasi-2020") { _ in tables.gazetteer }
  }

  /// One run, and an experiment of `runs` on two threads and on one.
  func measure(runs: Int) throws {
    try say(oneRun())
    let few = max(2, runs / 20)
    let alone = try experiment(runs: few, threads: 1)
    let shared = try experiment(runs: few, threads: 2)
    let whole = try experiment(runs: runs, threads: 2)
    try say(whole)
    try say(SameBytes(runs: few, isSame: alone.digest == shared.digest, digest: alone.digest))
  }

  private func oneRun() -> RunFigures {
    let simulator = Simulator(scenario, seed: 1)
    _ = simulator.run(replication: 0)
    let watch = Stopwatch(.cpu)
    let record = simulator.run(replication: 1)
    return RunFigures(
      cpuSeconds: watch.seconds, events: record.eventCount,
      cards: record.waits.reached[0].total + record.waits.waiting[0].total)
  }

  private func experiment(runs: Int, threads: Int) throws -> ExperimentFigures {
    let cpu = Stopwatch(.cpu)
    let wall = Stopwatch(.wall)
    let studied = try Experiment(runs: runs, seed: 1, threads: threads).study(scenario).base
    return ExperimentFigures(
      runs: runs, threads: threads, cpuSeconds: cpu.seconds, wallSeconds: wall.seconds,
      events: studied.eventCount, digest: Digest(of: studied).text)
  }
}

private struct RunFigures: Encodable {
  var cpuSeconds: Double
  var events: Int
  var cards: Int
}

private struct ExperimentFigures: Encodable {
  var runs: Int
  var threads: Int
  var cpuSeconds: Double
  var wallSeconds: Double
  var events: Int
  var digest: String
}

private struct SameBytes: Encodable {
  var runs: Int
  var isSame: Bool
  var digest: String
}
