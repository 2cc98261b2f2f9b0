import Glibc
import Testing

@testable import Simulation

/// The numbers of chance against what they ought to be; seeds are fixed, limits are those that chance
/// exceeds once in some ten thousand times.
@Suite struct DrawsTests {
  private static let draws = Draws(seed: 2026, replication: 0)
  private static let count = 20_000

  /// Where two numbers that should have nothing to do with each other come from.
  enum Neighbours: CaseIterable {
    case subjects, turns, purposes, replications, seeds, cards

    func pair(_ index: Int) -> (Double, Double) {
      let draws = DrawsTests.draws
      let one = draws.uniform(.callFails, index)
      return switch self {
      case .subjects: (one, draws.uniform(.callFails, index + 1))
      case .turns: (one, draws.uniform(.callFails, index, turn: 1))
      case .purposes: (one, draws.uniform(.failureReason, index))
      case .replications: (one, Draws(seed: 2026, replication: 1).uniform(.callFails, index))
      case .seeds: (one, Draws(seed: 2027, replication: 0).uniform(.callFails, index))
      case .cards:
        (
          draws.uniform(.callFails, 1 << 41 | index),
          draws.uniform(.callFails, 1 << 41 | (index + 1) << 20)
        )
      }
    }
  }

  @Test(arguments: Neighbours.allCases)
  func neighboursAreNotCorrelated(_ neighbours: Neighbours) {
    let products = (0..<Self.count).map { index in
      let (one, other) = neighbours.pair(index)
      return 12 * (one - 0.5) * (other - 0.5)
    }
    // Each product has mean 0 and variance 1.
    #expect(abs(products.reduce(0, +)) < 4 * Double(Self.count).squareRoot())
  }

  @Test(arguments: Neighbours.allCases)
  func pairsOfNeighboursFillTheSquareEvenly(_ neighbours: Neighbours) {
    var cells = Array(repeating: 0, count: 256)
    for index in 0..<Self.count {
      let (one, other) = neighbours.pair(index)
      cells[Int(one * 16) * 16 + Int(other * 16)] += 1
    }
    let expected = Double(Self.count) / 256
    let chiSquared = cells.reduce(0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    // 255 degrees of freedom: mean 255, standard deviation 22.6.
    #expect((175...350).contains(chiSquared))
  }

  @Test func everyPurposeHasNumbersOfItsOwn() {
    let first = (1...31).compactMap { Draws.Purpose(rawValue: $0) }.map {
      Self.draws.bits($0, 5)
    }
    #expect(first.count >= 31)
    #expect(Set(first).count == first.count)
  }

  struct Sample: CustomTestStringConvertible {
    var name: String
    var spread: Spread
    /// The share of the cases up to a value.
    var share: @Sendable (Double) -> Double
    var testDescription: String { name }
  }

  static let samples = [
    Sample(name: "exponential", spread: .exponential(mean: 7)) { 1 - exp(-$0 / 7) },
    Sample(name: "log-normal", spread: .logNormal(median: 3, ninetieth: 7)) {
      0.5 * erfc(-log($0 / 3) / (log(7.0 / 3) / 1.2815515655446004) / 2.0.squareRoot())
    },
    Sample(name: "uniform", spread: .uniform(from: 2, to: 5)) { ($0 - 2) / 3 },
    Sample(
      name: "mixture",
      spread: .mixture([
        Spread.Part(weight: 0.3, spread: .uniform(from: 0, to: 1)),
        Spread.Part(weight: 0.7, spread: .uniform(from: 0, to: 4)),
      ])
    ) { 0.3 * min(1, $0) + 0.7 * $0 / 4 },
  ]

  /// Kolmogorov 1933: the largest distance between the drawn and the wanted distribution.
  @Test(arguments: samples)
  func aSpreadIsDrawnAsItIsDescribed(_ sample: Sample) {
    let values = (0..<Self.count).map { Self.draws.value(of: sample.spread, .doorTime, $0) }
      .sorted()
    let distance = values.enumerated().map { rank, value in
      abs(sample.share(value) - (Double(rank) + 0.5) / Double(values.count))
    }.max()
    #expect((distance ?? 1) * Double(values.count).squareRoot() < 2)
  }

  @Test(arguments: samples)
  func theMeanIsThatOfItsDescription(_ sample: Sample) {
    let values = (0..<Self.count).map { Self.draws.value(of: sample.spread, .printTime, $0) }
    let error = values.standardDeviation / Double(values.count).squareRoot()
    #expect(abs(values.mean - sample.spread.mean) < 4 * error)
  }

  @Test(arguments: [0.5, 3, 40, 300, 700])
  func countsOfArrivalsHaveTheMeanAndTheVarianceOfPoisson(mean: Double) {
    let values = (0..<Self.count).map {
      Double(Self.draws.poisson(mean: mean, .arrivalCount, $0))
    }
    let error = (mean / Double(values.count)).squareRoot()
    #expect(abs(values.mean - mean) < 4 * error)
    let variance = values.standardDeviation * values.standardDeviation
    // The variance of a variance of Poisson counts is (2 mean^2 + mean) / n.
    let spread = ((2 * mean * mean + mean) / Double(values.count)).squareRoot()
    #expect(abs(variance - mean) < 4 * spread)
  }

  @Test func smallCountsAreAsFrequentAsPoissonSays() {
    var seen = Array(repeating: 0, count: 30)
    for index in 0..<Self.count {
      seen[min(29, Self.draws.poisson(mean: 3, .arrivalCount, index))] += 1
    }
    var probability = exp(-3.0)
    for count in 0..<9 {
      let expected = probability * Double(Self.count)
      #expect(abs(Double(seen[count]) - expected) < 4 * expected.squareRoot())
      probability *= 3 / Double(count + 1)
    }
  }

  @Test(arguments: [
    (0.5, 0), (0.975, 1.959_963_985), (0.9, 1.281_551_566), (0.001, -3.090_232_306),
  ])
  func theNormalQuantileIsThatOfTheTable(share: Double, value: Double) {
    #expect(abs(normalQuantile(share) - value) < 1e-8)
  }
}
