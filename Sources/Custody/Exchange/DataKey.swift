import Crypto

/// The key under which a courier's device keeps everything personal (AES-256-GCM).
public struct DataKey: Hashable, Sendable, CustomStringConvertible {
  private let secret: Fingerprint

  /// Makes a key; `random` must be a source fit for secrets.
  public init(using random: inout some RandomNumberGenerator) {
    secret = Fingerprint(random: &random)
  }

  /// Takes the 32 bytes that ``secretBytes`` gave; nothing for any other number.
  public init?(secretBytes: [UInt8]) {
    guard let secret = Fingerprint(bytes: secretBytes) else { return nil }
    self.secret = secret
  }

  /// The secret itself: for a sealed place only.
  public var secretBytes: [UInt8] { secret.bytes }

  public var description: String { "data key" }

  /// Encrypts for one place, such as the details of one event; only the same place opens it.
  ///
  /// - Throws: ``KeyError/unusable`` if the cipher refuses the key.
  public func seal(_ plaintext: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    let box = try? AES.GCM.seal(
      plaintext, using: SymmetricKey(data: secret.bytes), authenticating: Array(context.utf8))
    guard let combined = box?.combined else { throw .unusable }
    return Array(combined)
  }

  /// Decrypts what ``seal(_:context:)`` made for the same place.
  ///
  /// - Throws: ``KeyError/cannotOpen(context:)``.
  public func open(_ sealed: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let plaintext = try? AES.GCM.open(
        box, using: SymmetricKey(data: secret.bytes), authenticating: Array(context.utf8))
    else { throw .cannotOpen(context: context) }
    return Array(plaintext)
  }
}
