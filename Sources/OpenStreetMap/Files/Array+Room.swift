import Glibc

extension [UInt8] {
  /// Makes the array at least `count` bytes long; if it grows, what it held is lost.
  mutating func makeRoom(_ count: Int) {
    guard self.count < count else { return }
    self = unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      guard let start = bytes.baseAddress else { return }
      unsafe memset(start, 0, count)
      filled = count
    }
  }
}
