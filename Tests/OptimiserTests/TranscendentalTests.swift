import Testing

@testable import Optimiser

@Suite struct TranscendentalTests {
  @Test(arguments: [
    (1.0, 0.0), (2.0, 0.693_147_180_559_945), (10.0, 2.302_585_092_994_046),
    (0x1p-53, -36.736_800_569_677_1), (0.999, -0.001_000_500_333_583_5),
  ])
  func logarithmsAreRight(value: Double, expected: Double) {
    #expect(abs(Transcendental.logarithm(value) - expected) < 1e-9)
  }

  @Test(arguments: [
    (0.0, 1.0), (1.0, 2.718_281_828_459_045), (-4.605_170_185_988_092, 0.01),
    (20.0, 485_165_195.409_790_3),
  ])
  func exponentialsAreRight(value: Double, expected: Double) {
    #expect(abs(Transcendental.exponential(value) / expected - 1) < 1e-12)
  }

  /// The published reference stream.
  @Test func theGeneratorGivesItsPublishedStream() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test func blinksComeAsOftenAsTheyShould() {
    var random = SplitMix64(seed: 1)
    var blinks = Blinks(chance: 0.01, using: &random)
    var never = Blinks(chance: 0, using: &random)
    let count = (0..<100_000).count { _ in blinks.next(using: &random) }
    #expect((900...1_100).contains(count))
    #expect((0..<1_000).allSatisfy { _ in !never.next(using: &random) })
  }
}
