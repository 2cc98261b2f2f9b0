import ExchangeSimulation
import Foundation
import Testing

/// Two hundred days of couriers, carriers and an office, each from one seed; `make soak` plays ten
/// thousand.
@Suite struct SimulationTests {
  private static let seeds = 200
  private static let seedsPerCase = 25
  /// Short days, since a program that is not optimised takes its time.
  private static let stepCount = 16

  @Test(arguments: Array(stride(from: 0, to: seeds, by: seedsPerCase)))
  func everyPromiseIsKeptWhateverGoesWrong(from first: Int) throws {
    let folder = try TestFolder()
    let template = try DayTemplate(in: folder.path + "/morning")
    var faults: [Fault: Int] = [:]
    for seed in first..<first + Self.seedsPerCase {
      let report = try SimulatedDay.play(
        seed: UInt64(seed), stepCount: Self.stepCount, from: template,
        in: "\(folder.path)/\(seed)")
      #expect(report.violations == [], "seed \(seed)")
      faults.merge(report.faults, uniquingKeysWith: +)
    }
    #expect(faults.count > Fault.allCases.count / 2)
  }

  @Test func theSameSeedPlaysTheSameDay() throws {
    let folder = try TestFolder()
    let template = try DayTemplate(in: folder.path + "/morning")
    let other = try DayTemplate(in: folder.path + "/other")
    for seed in UInt64(0)..<3 {
      let day = try SimulatedDay.play(seed: seed, from: template, in: folder.path + "/one")
      let again = try SimulatedDay.play(seed: seed, from: template, in: folder.path + "/two")
      let elsewhere = try SimulatedDay.play(seed: seed, from: other, in: folder.path + "/three")
      #expect(day.trace == again.trace)
      #expect(day.traceHash == elsewhere.traceHash, "an office with other keys")
    }
  }
}
