/// The times of paths, as every search counts them.
///
/// A time is a whole number of milliseconds below ``never``. Two of them, or one and the time of
/// an arc, add up without overflow in 32 bits, and a path that takes ``never`` or longer, almost
/// 25 days, counts as no way.
enum PathTime {
  static let never = UInt32(Int32.max)

  /// What the public surface answers for `time`.
  @inline(__always)
  static func answer(_ time: UInt32) -> Int32? { time < never ? Int32(time) : nil }
}

extension Seed {
  /// The seed's time, after a check that it can begin or end a path among `nodeCount` nodes.
  @inline(__always)
  func checkedTime(nodeCount: Int) -> UInt32 {
    precondition((0..<nodeCount).contains(Int(node)), "there is no node \(node)")
    precondition(milliseconds >= 0, "a seed takes \(milliseconds) ms")
    return UInt32(milliseconds)
  }
}
