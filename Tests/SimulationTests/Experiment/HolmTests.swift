import TestSupport
import Testing

@testable import Simulation

@Suite struct HolmTests {
  /// Stepping down agrees with adjusting each probability and comparing it with 5 %.
  @Test(arguments: UInt64(0)..<50)
  func agreesWithAdjustedProbabilities(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let probabilities = (0..<count).map { _ in
      [Double.random(in: 0...0.02, using: &random), .random(in: 0...1, using: &random)]
        .randomElement(using: &random) ?? 1
    }
    let adjusted = probabilities.indices.map { index in
      let notLarger = probabilities.sorted().filter { $0 <= probabilities[index] }
      return notLarger.enumerated().map { Double(count - $0) * $1 }.max() ?? 1
    }
    #expect(Holm.areDistinguishable(probabilities) == adjusted.map { $0 <= 0.05 })
  }

  @Test func findsMoreThanDividingByTheNumberOfAnswers() {
    #expect(Holm.areDistinguishable([0.02, 0.04, 0.001]) == [true, true, true])
    #expect(Holm.areDistinguishable([0.03, 0.04, 0.001]) == [false, false, true])
    #expect(Holm.areDistinguishable([]) == [])
  }
}
