import TestSupport
import Testing

@testable import Simulation

@Suite struct LargestRemainderTests {
  struct Row: CustomTestStringConvertible {
    var total: Int
    var weights: [Int]
    var shares: [Int]
    var testDescription: String { "\(total) by \(weights) is \(shares)" }
  }

  @Test(arguments: [
    Row(total: 10, weights: [1, 1, 1], shares: [4, 3, 3]),
    Row(total: 10, weights: [6, 3, 1], shares: [6, 3, 1]),
    Row(total: 7, weights: [5, 3, 2], shares: [4, 2, 1]),
    Row(total: 5, weights: [0, 0], shares: [3, 2]),
    Row(total: 0, weights: [3, 4], shares: [0, 0]),
    Row(total: 3, weights: [], shares: []),
  ])
  func sharesOutByTheLargestRemainders(_ row: Row) {
    #expect(sharedOut(row.total, by: row.weights) == row.shares)
  }

  @Test(arguments: UInt64(0)..<50)
  func losesNothingAndRespectsEveryLimit(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let weights = (0..<6).map { _ in Int.random(in: 0...50, using: &random) }
    let limits = (0..<6).map { _ in Int.random(in: 0...40, using: &random) }
    let total = Int.random(in: 0...300, using: &random)

    #expect(sharedOut(total, by: weights).reduce(0, +) == total)
    let limited = sharedOut(total, by: weights, upTo: limits)
    #expect(limited.reduce(0, +) == min(total, limits.reduce(0, +)))
    #expect(zip(limited, limits).allSatisfy { $0 >= 0 && $0 <= $1 })
  }
}
