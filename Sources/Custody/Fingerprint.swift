import Crypto

/// Thirty-two bytes that stand for something longer: a SHA-256 or an HMAC-SHA-256.
///
/// Invariant: exactly 32 bytes.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  public static let byteCount = 32

  public let bytes: [UInt8]

  /// Takes 32 bytes; nothing for any other number.
  public init?(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == Self.byteCount else { return nil }
  }

  /// Reads 64 lower-case hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The SHA-256 of `bytes`, such as a file that is proof of something.
  public init(sha256Of bytes: [UInt8]) {
    self.init(digest: SHA256.hash(data: bytes))
  }

  /// For digests whose length the algorithm fixes.
  init(digest: some Sequence<UInt8>) {
    bytes = Array(digest)
    assert(bytes.count == Self.byteCount)
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { Hexadecimal.text(bytes) }
}
