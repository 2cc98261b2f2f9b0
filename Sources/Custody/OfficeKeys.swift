import Crypto
public import Domain

/// Every secret of one office: who holds this holds the office's word and its residents' data.
///
/// It lives in one file that only its owner may read, outside the database and its backups.
public struct OfficeKeys: Hashable, Sendable, CustomStringConvertible {
  /// A random name that binds ledgers, bundles and sealed values to this office; 32 hex digits.
  public let workspaceID: String
  /// The key that seals what only the office itself must be able to check: plans, the access log.
  public let ledgerKey: LedgerKey
  /// The key that signs the office's events, its checkpoints and all it sends.
  public let signing: SigningKey
  /// The key to which devices seal what they send.
  public let box: BoxKey
  let nikLookupKey: KeyedHash
  let pinKey: KeyedHash
  /// The keys of personal data by their number, the newest last; never empty.
  let personalDataKeys: [PersonalDataKey]

  init(
    workspaceID: String, ledgerKey: LedgerKey, signing: SigningKey, box: BoxKey,
    nikLookupKey: KeyedHash, pinKey: KeyedHash, personalDataKeys: [PersonalDataKey]
  ) {
    assert(!personalDataKeys.isEmpty, "an office without a key for personal data")
    self.workspaceID = workspaceID
    self.ledgerKey = ledgerKey
    self.signing = signing
    self.box = box
    self.nikLookupKey = nikLookupKey
    self.pinKey = pinKey
    self.personalDataKeys = personalDataKeys
  }

  /// Makes the keys of a new office.
  ///
  /// - Parameter random: A source fit for secrets, such as `SystemRandomNumberGenerator`.
  /// - Throws: ``KeyError`` if no usable key comes of it.
  public static func generate(
    using random: inout some RandomNumberGenerator
  ) throws(KeyError) -> OfficeKeys {
    OfficeKeys(
      workspaceID: String(Fingerprint(random: &random).description.prefix(32)),
      ledgerKey: LedgerKey(Fingerprint(random: &random)),
      signing: try SigningKey(using: &random),
      box: try BoxKey(using: &random),
      nikLookupKey: KeyedHash(key: Fingerprint(random: &random)),
      pinKey: KeyedHash(key: Fingerprint(random: &random)),
      personalDataKeys: [PersonalDataKey(number: 1, secret: Fingerprint(random: &random))])
  }

  public var description: String { "office keys of workspace \(workspaceID)" }

  /// What everyone may know of the office that calls itself `name`.
  public func identity(named name: String) -> OfficeIdentity {
    OfficeIdentity(
      workspaceID: workspaceID, signingKey: signing.publicKey, boxKey: box.publicKey, name: name)
  }

  /// A keyed hash of a NIK: finds a resident without storing the number.
  ///
  /// The key is what protects it, since a NIK can be guessed.
  public func nikLookup(_ nik: NIK) -> Fingerprint { nikLookupKey.code(for: nik.digits) }

  /// The six digits that a resident tells the courier to show that the card reached its owner.
  ///
  /// They follow from the card and the key, so that no list of them need be kept.
  ///
  /// - Parameter issue: Counts the PINs given out for the card, from 1: a new one replaces the last.
  public func pin(for card: CardID, issue: Int) -> String {
    let code = pinKey.code(for: "\(workspaceID) \(card) \(issue)")
    let number = code.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
