/// What was found for pairs of numbers, until another pair takes its place.
///
/// Shape: a table in which every pair has one place and shares it with others. A slot holds the
/// value in its lower half and what tells the pairs of its place apart in the upper.
@safe
struct PairMemory: ~Copyable {
  private let count: Int
  /// The number of slots is 2 to the power of this.
  private let bits: Int
  private let slots: UnsafeMutablePointer<UInt64>

  /// How many pairs per number there is room for, up to the most bits.
  private static let pairsPerNumber = 128
  private static let mostBits = 22
  /// Odd, so that multiplying by it gives different products for different pairs.
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let nothing = UInt64(UInt32.max)

  /// - Parameter count: The numbers are below it.
  init(count: Int) {
    self.count = count
    bits = min(
      Int.bitWidth - (Self.pairsPerNumber * count).leadingZeroBitCount, Self.mostBits)
    assert(count <= 1 << ((bits + 32) / 2), "pairs below \(count) cannot be told apart")
    unsafe slots = .allocate(capacity: 1 << bits)
    unsafe slots.initialize(repeating: Self.nothing, count: 1 << bits)
  }

  deinit { unsafe slots.deallocate() }

  /// Returns what was kept of the pair, if it still is.
  @inline(__always)
  func value(of first: Int, _ second: Int) -> Int? {
    let (place, tag) = slot(first, second)
    let found = unsafe slots[place]
    guard found >> 32 == tag, UInt32(truncatingIfNeeded: found) != .max else { return nil }
    return Int(found & 0xFFFF_FFFF)
  }

  /// - Precondition: `value` is in `0..<UInt32.max`.
  @inline(__always)
  func keep(_ value: Int, of first: Int, _ second: Int) {
    let (place, tag) = slot(first, second)
    unsafe slots[place] = tag << 32 | UInt64(truncatingIfNeeded: value)
  }

  @inline(__always)
  private func slot(_ first: Int, _ second: Int) -> (place: Int, tag: UInt64) {
    assert((0..<count).contains(first) && (0..<count).contains(second))
    let mixed =
      UInt64(truncatingIfNeeded: first &* count &+ second) &* Self.factor
      & (1 << UInt64(bits &+ 32) &- 1)
    return (Int(truncatingIfNeeded: mixed >> 32), mixed & 0xFFFF_FFFF)
  }
}
