import Testing

@testable import Optimiser

@Suite struct PairMemoryTests {
  /// Whatever is remembered of a pair is what was last kept of that pair and of no other.
  @Test(arguments: [1, 7, 300, 60_000])
  func neverTakesOnePairForAnother(count: Int) {
    let memory = PairMemory(count: count)
    let kinds = min(count, 100)
    var random = SplitMix64(seed: UInt64(count))
    var truth: [[Int]: Int] = [:]
    var remembered = 0
    for value in 0..<20_000 {
      let pair = (0..<2).map { _ in random.below(kinds) * (count / kinds) }
      if let found = memory.value(of: pair[0], pair[1]) {
        #expect(found == truth[pair])
        remembered += 1
      }
      memory.keep(value, of: pair[0], pair[1])
      truth[pair] = value
      #expect(memory.value(of: pair[0], pair[1]) == value)
    }
    #expect(remembered > 8_000)
  }
}
