import Crypto

/// A key that seals personal data, and the number by which a sealed value names it.
struct PersonalDataKey: Hashable, Sendable {
  /// From 1; it stands in front of every value sealed with the key.
  let number: UInt32
  let secret: Fingerprint
}

extension OfficeKeys {
  /// The number of the key that seals personal data now.
  public var personalDataKeyNumber: Int { Int(personalDataKeys.last?.number ?? 0) }

  /// Encrypts personal data for one place, such as the name on one card.
  ///
  /// The result differs each time, so equal names do not look equal in the database.
  ///
  /// - Parameter context: The place the value belongs to, for example `KTP-…/name`; only the same
  ///   context opens it, so that values cannot be swapped between rows.
  /// - Throws: ``KeyError/unusable`` if the cipher refuses the key.
  public func seal(_ plaintext: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let key = personalDataKeys.last else { throw .unusable }
    let box = try? AES.GCM.seal(
      plaintext, using: SymmetricKey(data: key.secret.bytes),
      authenticating: associatedData(context, key))
    guard let combined = box?.combined else { throw .unusable }
    return [Self.sealVersion] + Self.bytes(key.number) + combined
  }

  /// Decrypts what ``seal(_:context:)`` made for the same context, with whichever key it was.
  ///
  /// - Throws: ``KeyError/cannotOpen(context:)``.
  public func open(_ sealed: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let key = key(of: sealed),
      let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst(Self.headerByteCount)),
      let plaintext = try? AES.GCM.open(
        box, using: SymmetricKey(data: key.secret.bytes),
        authenticating: associatedData(context, key))
    else { throw .cannotOpen(context: context) }
    return Array(plaintext)
  }

  /// The same keys with a fresh one for personal data; the older ones still open what they sealed.
  ///
  /// - Parameter random: A source fit for secrets, such as `SystemRandomNumberGenerator`.
  public func rotatingPersonalDataKey(
    using random: inout some RandomNumberGenerator
  ) -> OfficeKeys {
    let next = PersonalDataKey(
      number: UInt32(personalDataKeyNumber + 1), secret: Fingerprint(random: &random))
    return with(personalDataKeys: personalDataKeys + [next])
  }

  /// The same keys without the older ones for personal data: for when everything is sealed anew.
  public var forgettingOldPersonalDataKeys: OfficeKeys {
    with(personalDataKeys: personalDataKeys.suffix(1))
  }

  /// Whether a value is sealed with the newest key and need not be sealed anew.
  public func isSealedWithNewestKey(_ sealed: [UInt8]) -> Bool {
    key(of: sealed)?.number == personalDataKeys.last?.number && !sealed.isEmpty
  }

  private func key(of sealed: [UInt8]) -> PersonalDataKey? {
    guard sealed.first == Self.sealVersion, sealed.count >= Self.headerByteCount else { return nil }
    return personalDataKeys.last { Self.bytes($0.number).elementsEqual(sealed[1..<5]) }
  }

  private func with(personalDataKeys: some Sequence<PersonalDataKey>) -> OfficeKeys {
    OfficeKeys(
      workspaceID: workspaceID, ledgerKey: ledgerKey, signing: signing, box: box,
      nikLookupKey: nikLookupKey, pinKey: pinKey, personalDataKeys: Array(personalDataKeys))
  }

  private static let sealVersion: UInt8 = 1
  /// The version, and the number of the key with its highest byte first.
  private static let headerByteCount = 5

  private static func bytes(_ number: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  /// The name of a workspace has no space, so that no two places give the same bytes.
  private func associatedData(_ context: String, _ key: PersonalDataKey) -> [UInt8] {
    Array("hantar-personal-data \(workspaceID) \(key.number) \(context)".utf8)
  }
}
