import Testing

@testable import Optimiser

@Suite struct GroundTests {
  /// Right at the limit and next to it, whatever the rounding, the speed and the way.
  @Test(
    arguments: [Plane.Rounding.down, .nearest, .up], [Int32(1), 333, 1_000, 5_400, 1_000_000])
  func whatIsSaidToBeNoNearerIsNot(rounding: Plane.Rounding, millisecondsPerMetre: Int32) {
    let ground = Ground(
      secondsPerMetre: Double(millisecondsPerMetre) / 1_000, bias: rounding.bias)
    var random = SplitMix64(seed: UInt64(millisecondsPerMetre))
    var needless = 0
    for _ in 0..<4_000 {
      let reach = 1 << random.below(28)
      let ways = (0..<4).map { _ in Int32(random.below(reach)) }
      let seconds = ground.seconds(ways[0], ways[1], ways[2], ways[3])
      guard seconds < Limits.travelSeconds.upperBound else { continue }
      for limit in [seconds - 1, seconds, seconds + 1, seconds + 2, 2 * seconds + 1] {
        let may = ground.mayBeLess(than: limit, ways[0], ways[1], ways[2], ways[3])
        #expect(may || seconds >= limit)
        if may, limit > 0, seconds >= limit { needless += 1 }
      }
    }
    #expect(needless < 400, "\(needless) square roots are taken that need not be")
  }
}
