/// An earliest or latest time as it was before a step changed it.
struct Arrival {
  /// The state in ``Clock/earliest``, or the complement of the one in ``Clock/latest``.
  private let index: Int32
  private let before: Int32

  init(earliest state: Int, before: Int) {
    index = Int32(truncatingIfNeeded: state)
    self.before = Int32(truncatingIfNeeded: before)
  }

  init(latest state: Int, before: Int) {
    index = ~Int32(truncatingIfNeeded: state)
    self.before = Int32(truncatingIfNeeded: before)
  }

  /// Puts the time back.
  @inline(__always)
  func restore(in clock: inout Clock) {
    if index >= 0 {
      clock.earliest[Int(index)] = Int(before)
    } else {
      clock.latest[Int(~index)] = Int(before)
    }
  }
}
