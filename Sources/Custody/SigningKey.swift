import Crypto

/// The secret half of a key pair: an office signs run bundles with one, a courier device its chain.
///
/// Shape: a seed of 32 bytes (Ed25519, RFC 8032). It never prints.
public struct SigningKey: Hashable, Sendable, CustomStringConvertible {
  private let seed: Fingerprint
  /// Made of the seed once, since making it costs as much as a signature.
  private let key: Curve25519.Signing.PrivateKey
  public let publicKey: PublicKey

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
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed.bytes),
      let publicKey = PublicKey(bytes: key.publicKey.rawRepresentation)
    else { throw .unusable }
    self.seed = seed
    self.key = key
    self.publicKey = publicKey
  }

  /// The secret itself: for the key file only.
  public var seedBytes: [UInt8] { seed.bytes }

  public var description: String { "signing key \(publicKey.shortText)" }

  /// The 64 bytes that ``PublicKey/verifies(_:of:)`` accepts for `message`.
  public func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
    guard let signature = try? key.signature(for: message) else { throw .unusable }
    return Array(signature)
  }
}

extension SigningKey {
  public static func == (left: SigningKey, right: SigningKey) -> Bool { left.seed == right.seed }

  public func hash(into hasher: inout Hasher) { hasher.combine(seed) }
}
