import Crypto

/// Thirty-two bytes that stand for something longer: a SHA-256 or an HMAC-SHA-256.
///
/// They are kept in place and not in an array, since a ledger has millions of them.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  public static let byteCount = 32

  private let words: SIMD4<UInt64>

  /// Takes 32 bytes; nothing for any other number.
  public init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == Self.byteCount else { return nil }
    words = bytes.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
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

  init(digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  init(code: HashedAuthenticationCode<SHA256>) {
    words = code.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// Thirty-two fresh secret bytes.
  init(random: inout some RandomNumberGenerator) {
    words = SIMD4(random.next(), random.next(), random.next(), random.next())
  }

  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Lends the 32 bytes without copying them.
  func withBytes<Result>(_ read: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: words, read)
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { withBytes { Hexadecimal.text($0) } }
}
