import BenchmarkSupport
import Foundation
import Simulation

/// Measures the simulation; `scripts/bench-simulate.sh` puts its figures beside those of SimPy.
///
/// Usage: `simulation-benchmark parameters`, `simulation-benchmark office SEED...` or
/// `simulation-benchmark bekasi FOLDER RUNS`, where the folder is that of the repository. Every
/// answer is a line of JSON.
@main
struct SimulationBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "parameters": try say(OneOffice.parameters)
    case "office":
      for seed in arguments.dropFirst().compactMap({ UInt64($0) }) { try runOffice(seed) }
    case "bekasi" where arguments.count == 3:
      try Bekasi(folder: arguments[1]).measure(runs: Int(arguments[2]) ?? 200)
    default:
      FileHandle.standardError.write(
        Data(
          "usage: simulation-benchmark parameters | office SEED... | bekasi FOLDER RUNS\n".utf8))
      exit(64)
    }
  }

  private static func runOffice(_ seed: UInt64) throws {
    let simulator = Simulator(try OneOffice.scenario, seed: seed)
    let watch = Stopwatch(.cpu)
    let record = simulator.run(replication: 0)
    let seconds = watch.seconds
    let channel = record.channels[0]
    try say(
      OfficeFigures(
        seed: seed, cpuSeconds: seconds, events: record.eventCount,
        requests: total(record, .requests), printed: total(record, .printed),
        handedOver: channel.handedOver, calls: channel.calls, delivered: channel.delivered,
        returned: channel.returned, runs: channel.runs, kilometres: channel.kilometres,
        waitingDays: total(record, .waitingToPrint)))
  }

  private static func total(_ record: SimulationRecord, _ measure: Measure) -> Int {
    Int(record.daily[measure].reduce(0, +))
  }
}

/// What one run of the office came to.
private struct OfficeFigures: Encodable {
  var seed: UInt64
  var cpuSeconds: Double
  var events: Int
  var requests: Int
  var printed: Int
  var handedOver: Int
  var calls: Int
  var delivered: Int
  var returned: Int
  var runs: Int
  var kilometres: Double
  /// Requests waiting to be printed, summed over the evenings.
  var waitingDays: Int
}

/// Prints one line of JSON.
func say(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
  fflush(nil)
}
