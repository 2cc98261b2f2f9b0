import Optimiser
import Testing

/// The instances that lie beside the repository, where they do.
@Suite struct SharedBenchmarkTests {
  /// The best known solutions have the cost they claim, so distances are what they should be.
  @Test(
    .enabled(if: SharedBenchmarks.areThere, "the folder ../shared/data/bench is absent"),
    arguments: ["X/X-n101-k25", "X/X-n502-k39", "vrptw/R101", "vrptw/C204", "vrptw/RC1_2_5"])
  func bestKnownSolutionsCostWhatTheyClaim(name: String) throws {
    let instance = try VRPLIBInstance(parsing: SharedBenchmarks.text(name + ".vrp"))
    let answer = try instance.answer(parsing: SharedBenchmarks.text(name + ".sol"))
    let claimed = try Objective(unservedByTier: [0], cost: #require(answer.cost))
    #expect(
      Checker.violations(of: answer.solution, in: instance.problem, claiming: claimed) == [])
  }
}
