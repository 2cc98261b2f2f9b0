extension OfficeKeys {
  /// The keys as a file, with a checksum against accidents; it is as secret as the keys.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: Self.version,
      fields: [
        "boxKey": .string(Hexadecimal.text(box.seedBytes)),
        "ledgerKey": .string(Hexadecimal.text(ledgerKey.bytes)),
        "nikLookupKey": .string(nikLookupKey.key.description),
        "personalDataKeys": .array(personalDataKeys.map(\.canonicalValue)),
        "pinKey": .string(pinKey.key.description),
        "signingKey": .string(Hexadecimal.text(signing.seedBytes)),
        "workspace": .string(workspaceID),
      ]
    ).bytes
  }

  /// Reads what ``fileBytes`` writes.
  ///
  /// - Throws: ``KeyError/damagedFile(_:)`` if the file is cut off, changed or something else.
  public init(fileBytes: [UInt8]) throws(KeyError) {
    let secrets: Secrets
    do { secrets = try Secrets(fileBytes) } catch { throw .damagedFile(error) }
    self.init(
      workspaceID: secrets.workspaceID,
      ledgerKey: LedgerKey(secrets.ledgerKey),
      signing: try SigningKey(seed: secrets.signingKey),
      box: try BoxKey(seed: secrets.boxKey),
      nikLookupKey: KeyedHash(key: secrets.nikLookupKey),
      pinKey: KeyedHash(key: secrets.pinKey),
      personalDataKeys: secrets.personalDataKeys)
  }

  private static let format = "hantar-office-keys"
  private static let version = 2

  private struct Secrets {
    let workspaceID: String
    let ledgerKey: Fingerprint
    let signingKey: Fingerprint
    let boxKey: Fingerprint
    let nikLookupKey: Fingerprint
    let pinKey: Fingerprint
    let personalDataKeys: [PersonalDataKey]

    init(_ fileBytes: [UInt8]) throws(BundleError) {
      let file = try SealedFile(fileBytes, format: format, version: version)
      do throws(EventFormatError) {
        var fields = try FieldReader(file.content)
        workspaceID = try fields.string("workspace")
        ledgerKey = try fields.fingerprint("ledgerKey")
        signingKey = try fields.fingerprint("signingKey")
        boxKey = try fields.fingerprint("boxKey")
        nikLookupKey = try fields.fingerprint("nikLookupKey")
        pinKey = try fields.fingerprint("pinKey")
        personalDataKeys = try fields.list(
          "personalDataKeys", PersonalDataKey.init(canonicalValue:))
        try fields.finish()
        let numbers = [0] + personalDataKeys.map(\.number)
        guard numbers.count > 1, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
          throw .badField("personalDataKeys")
        }
      } catch { throw .damaged(error) }
    }
  }
}

extension PersonalDataKey {
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: ["key": .string(secret.description), "number": .integer(number)])
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "personalDataKeys")
    number = try fields.integer("number")
    secret = try fields.fingerprint("key")
    try fields.finish()
  }
}
