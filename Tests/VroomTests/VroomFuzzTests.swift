import Optimiser
import TestSupport
import Testing
import Vroom

@Suite struct VroomFuzzTests {
  /// Flipped, lost, doubled and foreign bytes never trap; what is accepted can be solved.
  @Test(arguments: UInt64(0)..<4)
  func mutatedFilesAreReadOrRefused(seed: UInt64) throws {
    var random = Optimiser.SplitMix64(seed: seed)
    for round in 0..<150 {
      let text = round % 3 == 0 ? RandomFile.text(using: &random) : Samples.rich
      guard let instance = try? VroomInstance(parsing: Array(text.utf8).mutated(using: &random))
      else { continue }
      let solution = Solver(instance.problem).solve(SearchParameters(iterations: 5, seed: seed))
      #expect(Checker.violations(of: solution, in: instance.problem) == [])
      let plan = try instance.plan(of: solution)
      for route in plan.routes { #expect(route.violations == [], "\(text)") }
      let times = VroomComputingTimes(loading: 0, solving: 0)
      let answer = Array(instance.json(of: plan, times: times).text.utf8)
      _ = try? VroomCheck(of: answer.mutated(using: &random), in: instance)
      _ = try? instance.warmStart(parsing: answer.mutated(using: &random))
    }
  }
}
