import Crypto
public import Domain

/// Every secret of one office: who holds this holds the office's word and its residents' data.
///
/// It lives in one file that only its owner may read, outside the database and its backups.
public struct OfficeKeys: Hashable, Sendable, CustomStringConvertible {
  /// A random name that binds ledgers, bundles and sealed values to this office; 32 hex digits.
  public let workspaceID: String
  public let ledgerKey: LedgerKey
  /// The key that signs run bundles.
  public let signing: SigningKey
  let nikLookupKey: KeyedHash
  let personalDataKey: Fingerprint

  init(
    workspaceID: String, ledgerKey: LedgerKey, signing: SigningKey, nikLookupKey: Fingerprint,
    personalDataKey: Fingerprint
  ) {
    self.workspaceID = workspaceID
    self.ledgerKey = ledgerKey
    self.signing = signing
    self.nikLookupKey = KeyedHash(key: nikLookupKey)
    self.personalDataKey = personalDataKey
  }

  /// Makes the keys of a new office.
  ///
  /// - Parameter random: A source fit for secrets, such as `SystemRandomNumberGenerator`.
  /// - Throws: ``KeyError`` if no usable signing key comes of it.
  public static func generate(
    using random: inout some RandomNumberGenerator
  ) throws(KeyError) -> OfficeKeys {
    OfficeKeys(
      workspaceID: String(Fingerprint(random: &random).description.prefix(32)),
      ledgerKey: LedgerKey(Fingerprint(random: &random)),
      signing: try SigningKey(using: &random),
      nikLookupKey: Fingerprint(random: &random),
      personalDataKey: Fingerprint(random: &random))
  }

  public var description: String { "office keys of workspace \(workspaceID)" }

  /// A keyed hash of a NIK: finds a resident without storing the number.
  ///
  /// The key is what protects it, since a NIK can be guessed.
  public func nikLookup(_ nik: NIK) -> Fingerprint { nikLookupKey.code(for: nik.digits) }

  /// Encrypts personal data for one place, such as the name on one card.
  ///
  /// The result differs each time, so equal names do not look equal in the database.
  ///
  /// - Parameter context: The place the value belongs to, for example `KTP-…/name`; only the same
  ///   context opens it, so that values cannot be swapped between rows.
  /// - Throws: ``KeyError/unusable`` if the cipher refuses the key.
  public func seal(_ plaintext: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    let box = try? AES.GCM.seal(
      plaintext, using: SymmetricKey(data: personalDataKey.bytes),
      authenticating: associatedData(context))
    guard let combined = box?.combined else { throw .unusable }
    return [Self.sealVersion] + combined
  }

  /// Decrypts what ``seal(_:context:)`` made for the same context.
  ///
  /// - Throws: ``KeyError/cannotOpen(context:)``.
  public func open(_ sealed: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard sealed.first == Self.sealVersion,
      let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst()),
      let plaintext = try? AES.GCM.open(
        box, using: SymmetricKey(data: personalDataKey.bytes),
        authenticating: associatedData(context))
    else { throw .cannotOpen(context: context) }
    return Array(plaintext)
  }

  private static let sealVersion: UInt8 = 1

  /// The name of a workspace has no space, so that no two places give the same bytes.
  private func associatedData(_ context: String) -> [UInt8] {
    Array("hantar-personal-data \(workspaceID) \(context)".utf8)
  }
}
