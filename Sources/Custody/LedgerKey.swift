import Crypto

/// The secret that seals the ledger: an editor of the database who lacks it is found out.
public struct LedgerKey: Hashable, Sendable, CustomStringConvertible {
  private let secret: Fingerprint

  /// Takes 32 secret bytes; nothing for any other number.
  public init?(bytes: [UInt8]) {
    guard let secret = Fingerprint(bytes: bytes) else { return nil }
    self.init(secret)
  }

  init(_ secret: Fingerprint) { self.secret = secret }

  /// Says what it is and not the secret.
  public var description: String { "ledger key" }

  var bytes: [UInt8] { secret.bytes }

  /// HMAC-SHA-256 of a chain hash.
  public func seal(_ hash: Fingerprint) -> Fingerprint { code(for: hash.bytes) }

  /// Whether `seal` is this key's seal of `hash`.
  public func verifies(_ seal: Fingerprint, of hash: Fingerprint) -> Bool {
    verifies(seal, for: hash.bytes)
  }

  func code(for message: [UInt8]) -> Fingerprint {
    Fingerprint(
      code: HMAC<SHA256>.authenticationCode(
        for: message, using: SymmetricKey(data: secret.bytes)))
  }

  /// Compares in constant time.
  func verifies(_ code: Fingerprint, for message: [UInt8]) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      code.bytes, authenticating: message, using: SymmetricKey(data: secret.bytes))
  }
}
