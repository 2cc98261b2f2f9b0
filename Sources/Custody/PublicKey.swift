import Crypto

/// The public half of a signing key: 32 bytes of Ed25519 (RFC 8032).
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  private let fingerprint: Fingerprint

  /// Takes 32 bytes; nothing for any other number.
  public init?(bytes: some Sequence<UInt8>) {
    guard let fingerprint = Fingerprint(bytes: bytes) else { return nil }
    self.fingerprint = fingerprint
  }

  /// Reads 64 lower-case hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    guard let fingerprint = Fingerprint(text) else { return nil }
    self.fingerprint = fingerprint
  }

  public var bytes: [UInt8] { fingerprint.bytes }

  /// 64 lower-case hexadecimal digits.
  public var description: String { fingerprint.description }

  /// The first eight digits, for a person to compare with another device's.
  public var shortText: String { String(description.prefix(8)) }

  /// Whether `signature` is a signature of `message` by the secret half.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    return key?.isValidSignature(signature, for: message) ?? false
  }
}
