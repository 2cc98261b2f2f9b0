/// Decides which places an insertion overlooks, one in a hundred by default.
///
/// Instead of one random number per place, it draws how many places come before the next blink.
struct Blinks {
  private let scale: Double
  private var placesLeft = 0

  /// - Parameter chance: The chance that a place is overlooked, in `0..<1`.
  init(chance: Double, using random: inout SplitMix64) {
    scale = chance > 0 ? 1 / Transcendental.logarithm(1 - chance) : -.infinity
    draw(using: &random)
  }

  /// Whether the next place is overlooked.
  @inline(__always)
  mutating func next(using random: inout SplitMix64) -> Bool {
    placesLeft -= 1
    guard placesLeft < 0 else { return false }
    draw(using: &random)
    return true
  }

  @inline(never)
  private mutating func draw(using random: inout SplitMix64) {
    let places = Transcendental.logarithm(1 - random.fraction()) * scale
    placesLeft = places < 1e9 ? Int(places) : .max
  }
}
