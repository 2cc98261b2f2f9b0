import Crypto
import FoundationEssentials

/// Seals bytes so that only the holder of one key can read them, and nobody can change them.
///
/// Shape of what comes out: the encapsulated key (32 bytes), then the ciphertext with its tag.
///
/// Source: HPKE (RFC 9180), base mode, X25519-HKDF-SHA256, HKDF-SHA256, ChaCha20-Poly1305.
public enum SealedBox {
  /// By how much the sealed bytes are longer.
  public static let overhead = encapsulatedKeyBytes + 16

  private static let encapsulatedKeyBytes = 32
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  /// - Parameter info: What the box is for, such as `resident's PIN`; it opens for nothing else.
  /// - Parameter context: Bytes that go beside the box and must be the same when it is opened.
  /// - Throws: ``KeyError/unusable`` if nothing can be sealed to the key.
  public static func seal(
    _ plaintext: [UInt8], to key: BoxPublicKey, info: String, authenticating context: [UInt8] = []
  ) throws(KeyError) -> [UInt8] {
    do {
      let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.bytes)
      guard try isSecret(recipient) else { throw KeyError.unusable }
      var sender = try HPKE.Sender(
        recipientKey: recipient, ciphersuite: suite, info: Data(info.utf8))
      let ciphertext = try sender.seal(plaintext, authenticating: context)
      return Array(sender.encapsulatedKey) + Array(ciphertext)
    } catch { throw .unusable }
  }

  /// Whether what is agreed on with `key` is known to its holder alone; a few points of the curve
  /// give zero to everyone (RFC 7748, section 6.1).
  private static func isSecret(_ key: Curve25519.KeyAgreement.PublicKey) throws -> Bool {
    let probe = try Curve25519.KeyAgreement.PrivateKey(
      rawRepresentation: [UInt8](repeating: 1, count: encapsulatedKeyBytes))
    let agreed = try probe.sharedSecretFromKeyAgreement(with: key)
    return agreed.withUnsafeBytes { bytes in bytes.contains { $0 != 0 } }
  }

  /// Opens what ``seal(_:to:info:authenticating:)`` made for the same purpose and context.
  ///
  /// - Throws: ``KeyError/cannotOpen(context:)`` with the purpose.
  public static func open(
    _ sealed: [UInt8], with key: BoxKey, info: String, authenticating context: [UInt8] = []
  ) throws(KeyError) -> [UInt8] {
    do {
      let secret = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.seedBytes)
      var recipient = try HPKE.Recipient(
        privateKey: secret, ciphersuite: suite, info: Data(info.utf8),
        encapsulatedKey: Data(sealed.prefix(encapsulatedKeyBytes)))
      let plaintext = try recipient.open(
        sealed.dropFirst(encapsulatedKeyBytes), authenticating: context)
      return Array(plaintext)
    } catch { throw .cannotOpen(context: info) }
  }
}
