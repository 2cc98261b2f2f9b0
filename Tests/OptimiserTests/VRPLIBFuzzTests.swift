import Optimiser
import TestSupport
import Testing

@Suite struct VRPLIBFuzzTests {
  static let seeds =
    [
      VRPLIBTests.header + VRPLIBTests.body, VRPLIBTests.twoDepots,
      VRPLIBTests.explicit("LOWER_DIAG_ROW", "0 1 0 2 3 0"),
      (VRPLIBTests.header + "DISTANCE : 60\nSERVICE_TIME : 4\n" + VRPLIBTests.body)
        .replacing("EUC_2D", with: "GEO")
        .replacing("EOF", with: "TIME_WINDOW_SECTION\n1 0 100\n2 5 20.5\n3 0 100\n4 1 2\n"),
    ].map { Array($0.utf8) }
  static let answers = Array("Route #1: 2 1\nRoute #2: 3\nCost 42.5\n".utf8)

  /// Flipped, lost, doubled and foreign bytes never trap; what is accepted can be solved.
  @Test(arguments: UInt64(0)..<4)
  func mutatedTextsAreReadOrRefused(seed: UInt64) throws {
    var random = Optimiser.SplitMix64(seed: seed)
    for round in 0..<500 {
      let bytes = Self.seeds[round % Self.seeds.count].mutated(using: &random)
      guard let instance = try? VRPLIBInstance(parsing: bytes) else { continue }
      let solution = Solver(instance.problem).solve(SearchParameters(iterations: 5, seed: seed))
      #expect(Checker.violations(of: solution, in: instance.problem) == [])
      let answer = Self.answers.mutated(using: &random)
      guard let answer = try? instance.answer(parsing: answer) else { continue }
      let problem = try instance.allowing(routes: answer.solution.routes.count).problem
      _ = Checker.violations(
        of: answer.solution, in: problem,
        claiming: answer.cost.map { Objective(unservedByTier: [0], cost: $0) })
    }
  }
}
