import ExchangeSimulation
import Foundation
import Synchronization

/// Plays simulated days of the exchange, one for each seed, on all cores, and prints what went wrong
/// how often and which promise was broken; or flips the bytes of an office's database one at a time.
///
/// Usage: `exchange-soak COUNT [FIRST]`. Its status is 1 if a promise was broken, a day does not
/// play the same way twice, or a kind of fault never happened.
///
/// `exchange-soak trace SEED` tells one day line by line.
///
/// `exchange-soak bytes [EVERY [SEED]]` plays a day, flips every byte of the office's database, or
/// every `EVERY`th, and says how far it is; its status is 1 if an answer of the office changed and
/// nobody noticed.
@main
struct Soak {
  fileprivate struct Sums {
    var days = 0
    var faults: [Fault: Int] = [:]
    var accepted = 0
    var refused = 0
    var flagged = 0
    var broken: [(seed: UInt64, violation: String)] = []
  }

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    let arguments = words.compactMap { UInt64($0) }
    let folder = "/dev/shm/hantar-soak-\(ProcessInfo.processInfo.processIdentifier)"
    if words.first == "bytes" {
      let isSafe = try flipBytes(
        every: Int(arguments.first ?? 1), seed: arguments.dropFirst().first ?? 3, in: folder)
      try? FileManager.default.removeItem(atPath: folder)
      exit(isSafe ? 0 : 1)
    }
    if words.first == "trace", let seed = arguments.first {
      let template = try DayTemplate(in: folder + "/morning")
      let day = try SimulatedDay.play(seed: seed, from: template, in: folder + "/day")
      try? FileManager.default.removeItem(atPath: folder)
      print((day.trace + day.violations).joined(separator: "\n"))
      exit(day.violations.isEmpty ? 0 : 1)
    }
    guard let count = arguments.first, count > 0 else {
      tell("usage: exchange-soak COUNT [FIRST] | trace SEED | bytes [EVERY [SEED]]")
      exit(64)
    }
    let first = arguments.dropFirst().first ?? 0
    let sums = try play(first..<first + count, in: folder)
    try? FileManager.default.removeItem(atPath: folder)
    exit(report(sums) ? 0 : 1)
  }

  /// Each core works on an office of its own, on its share of the bytes.
  private static func flipBytes(
    every divisor: Int, seed: UInt64, in folder: String
  ) throws -> Bool {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let outcomes = Mutex([Result<FlippedBytes.Outcome, any Error>]())
    let played = try SimulatedDay.officeAfterwards(
      seed: seed, stepCount: 120, from: DayTemplate(in: folder + "/morning"),
      in: folder + "/day")
    try FlippedBytes.pack(storeAt: played)
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      let outcome = Result {
        let office = "\(folder)/\(core)"
        try FileManager.default.copyItem(atPath: played, toPath: office)
        var nextTold = 0.05
        return try FlippedBytes.ofStore(
          at: office, every: cores * divisor, from: core * divisor
        ) { soFar, share in
          guard share >= nextTold else { return }
          nextTold += 0.05
          tell("core \(core), \(Int(share * 100)) %: \(soFar)")
        }
      }
      outcomes.withLock { $0.append(outcome) }
    }
    let all = try outcomes.withLock { try $0.map { try $0.get() } }
      .reduce(into: FlippedBytes.Outcome()) { $0.add($1) }
    print(all)
    return all.unnoticed.isEmpty
  }

  private static func tell(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  private static func play(_ seeds: Range<UInt64>, in folder: String) throws -> Sums {
    let template = try DayTemplate(in: folder + "/morning")
    let sums = Mutex(Sums())
    let next = Mutex(seeds.lowerBound)
    DispatchQueue.concurrentPerform(
      iterations: ProcessInfo.processInfo.activeProcessorCount
    ) { _ in
      while let seed = next.withLock({ next -> UInt64? in
        guard next < seeds.upperBound else { return nil }
        defer { next += 1 }
        return next
      }) {
        let result = Result { try day(seed, from: template, in: folder) }
        sums.withLock { $0.add(result, seed: seed) }
      }
    }
    return sums.withLock { $0 }
  }

  /// One day; every hundredth twice, to see that it plays the same way.
  private static func day(
    _ seed: UInt64, from template: DayTemplate, in folder: String
  ) throws -> (SimulatedDay.Report, isRepeatable: Bool) {
    let report = try SimulatedDay.play(seed: seed, from: template, in: "\(folder)/\(seed)")
    guard seed.isMultiple(of: 100) else { return (report, true) }
    let again = try SimulatedDay.play(seed: seed, from: template, in: "\(folder)/\(seed)")
    return (report, report.traceHash == again.traceHash)
  }

  /// Prints the table of faults and every broken promise; whether all is well.
  private static func report(_ sums: Sums) -> Bool {
    print("| what went wrong | times |\n| --- | ---: |")
    for fault in Fault.allCases {
      print("| \(fault.rawValue) | \(sums.faults[fault, default: 0]) |")
    }
    print(
      "\n\(sums.days) days: \(sums.accepted) events accepted, \(sums.flagged) of them flagged,"
        + " \(sums.refused) refused; \(sums.broken.count) promises broken")
    for (seed, violation) in sums.broken.prefix(50) { print("seed \(seed): \(violation)") }
    let missing = Fault.allCases.filter { sums.faults[$0] == nil }
    if !missing.isEmpty { print("never happened: \(missing.map(\.rawValue))") }
    return sums.broken.isEmpty && (missing.isEmpty || sums.days < 200)
  }
}

extension Soak.Sums {
  fileprivate mutating func add(
    _ result: Result<(SimulatedDay.Report, isRepeatable: Bool), any Error>, seed: UInt64
  ) {
    days += 1
    switch result {
    case .failure(let error): broken.append((seed, "\(error)"))
    case .success((let report, let isRepeatable)):
      faults.merge(report.faults, uniquingKeysWith: +)
      accepted += report.accepted
      refused += report.refused
      flagged += report.flagged
      broken += report.violations.map { (seed, $0) }
      if !isRepeatable { broken.append((seed, "the same seed played another day")) }
    }
  }
}
