/// A small, fast random generator whose stream depends on its seed alone.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates the stream that belongs to `seed`.
  public init(seed: UInt64) { state = seed }

  /// Returns the next 64 bits of the stream.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Returns a whole number below `bound`, by one multiplication instead of a division.
  ///
  /// The bias is below `bound / 2⁶⁴`, which no search can notice.
  mutating func below(_ bound: Int) -> Int {
    assert(bound > 0, "nothing is below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Returns a number in `0..<1`, a multiple of 2⁻⁵³.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
