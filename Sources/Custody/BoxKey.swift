import Crypto

/// The secret half of a key to which messages are sealed: X25519, RFC 7748.
///
/// Shape: 32 bytes. It never prints.
public struct BoxKey: Hashable, Sendable, CustomStringConvertible {
  private let seed: Fingerprint
  public let publicKey: BoxPublicKey

  /// Makes a key; `random` must be a source fit for secrets, such as `SystemRandomNumberGenerator`.
  ///
  /// - Throws: ``KeyError/unusable``, which no seed of 32 bytes causes in practice.
  public init(using random: inout some RandomNumberGenerator) throws(KeyError) {
    try self.init(seed: Fingerprint(random: &random))
  }

  /// Takes the 32 bytes that ``seedBytes`` gave.
  public init(seedBytes: [UInt8]) throws(KeyError) {
    guard let seed = Fingerprint(bytes: seedBytes) else {
      throw .wrongLength(expected: Fingerprint.byteCount, found: seedBytes.count)
    }
    try self.init(seed: seed)
  }

  init(seed: Fingerprint) throws(KeyError) {
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed.bytes),
      let publicKey = BoxPublicKey(bytes: Array(key.publicKey.rawRepresentation))
    else { throw .unusable }
    self.seed = seed
    self.publicKey = publicKey
  }

  /// The secret itself: for the key file only.
  public var seedBytes: [UInt8] { seed.bytes }

  public var description: String { "box key \(publicKey.description.prefix(8))" }
}
