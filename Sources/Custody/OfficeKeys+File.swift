extension OfficeKeys {
  /// The keys as a file, with a checksum against accidents; it is as secret as the keys.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: 1,
      fields: [
        "ledgerKey": .string(Hexadecimal.text(ledgerKey.bytes)),
        "nikLookupKey": .string(nikLookupKey.key.description),
        "personalDataKey": .string(personalDataKey.description),
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
      nikLookupKey: secrets.nikLookupKey,
      personalDataKey: secrets.personalDataKey)
  }

  private static let format = "hantar-office-keys"

  private struct Secrets {
    let workspaceID: String
    let ledgerKey: Fingerprint
    let signingKey: Fingerprint
    let nikLookupKey: Fingerprint
    let personalDataKey: Fingerprint

    init(_ fileBytes: [UInt8]) throws(BundleError) {
      let file = try SealedFile(fileBytes, format: format, version: 1)
      do {
        var fields = try FieldReader(file.content)
        workspaceID = try fields.string("workspace")
        ledgerKey = try fields.fingerprint("ledgerKey")
        signingKey = try fields.fingerprint("signingKey")
        nikLookupKey = try fields.fingerprint("nikLookupKey")
        personalDataKey = try fields.fingerprint("personalDataKey")
        try fields.finish()
      } catch { throw .damaged(error) }
    }
  }
}
