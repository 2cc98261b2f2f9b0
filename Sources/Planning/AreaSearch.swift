import Domain
import Optimiser

/// The search for the runs of one area, in two parts.
///
/// The first finds short runs and thereby what an even share of the work is; the second starts from
/// them and makes every second that a run is more than a tenth above that share dear, so that the
/// work is fair as well as short.
struct AreaSearch: Sendable {
  /// The part of the effort that goes into learning what an even share is.
  private static let firstPart = 0.25
  private static let bandPercent = 110
  private static let costPerSecondAboveBand: Int32 = 4
  /// A small kecamatan gets the steps of one with so many stops.
  private static let fewestStops = 20

  let problem: AreaProblem
  let stepsPerStop: Int
  let seed: UInt64
  /// The part of the time that is over, where time and not the number of steps is limited.
  let elapsedFraction: (@Sendable () -> Double)?
  let shouldStop: @Sendable () -> Bool

  /// - Throws: ``ProblemError`` never for an area that is a problem already.
  func solution(progress: @escaping (Objective) -> Void) throws(ProblemError) -> Solution {
    let plain = problem.problem
    guard problem.area.couriers.count > 1, !plain.jobs.isEmpty else {
      return Solver(plain).solve(parameters(from: 0, to: 1)) { progress($0.best) }
    }
    let short = Solver(plain).solve(parameters(from: 0, to: Self.firstPart)) {
      progress($0.best)
    }
    let even = try problem.sharing(
      evenlyAbove: evenShare(of: short), costPerSecond: Self.costPerSecondAboveBand)
    return Solver(even).solve(
      parameters(from: Self.firstPart, to: 1), warmStart: short
    ) { progress($0.best) }
  }

  /// The working time of a courier if all worked equally long, and a tenth more.
  private func evenShare(of solution: Solution) -> Int32 {
    let seconds = solution.routes.reduce(0) { sum, route in
      sum + ((try? problem.problem.schedule(of: route))?.durationSeconds ?? 0)
    }
    return Int32(clamping: seconds * Self.bandPercent / (100 * problem.area.couriers.count))
  }

  private func parameters(from start: Double, to end: Double) -> SearchParameters {
    if let elapsedFraction {
      return SearchParameters(
        seed: seed, elapsedFraction: { max(0, elapsedFraction() - start) / (end - start) },
        shouldStop: shouldStop)
    }
    let steps = max(0, stepsPerStop) * max(Self.fewestStops, problem.problem.jobs.count)
    return SearchParameters(
      iterations: Int(Double(steps) * (end - start)), seed: seed, shouldStop: shouldStop)
  }
}
