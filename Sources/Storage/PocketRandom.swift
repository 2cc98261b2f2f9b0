import Synchronization

/// The random numbers of a pocket, shared by all its copies.
final class PocketRandom: Sendable {
  private let generator: Mutex<any RandomNumberGenerator & Sendable>

  init(_ generator: some RandomNumberGenerator & Sendable) {
    self.generator = Mutex(generator)
  }

  /// Thirty-two fresh bytes.
  func secret() -> [UInt8] {
    generator.withLock { generator in
      (0..<4).flatMap { _ in
        withUnsafeBytes(of: generator.next().littleEndian) { Array($0) }
      }
    }
  }
}
