/// A courier device's own name and secret, made on the device and never leaving it.
public struct DeviceKey: Hashable, Sendable, CustomStringConvertible {
  public let device: String
  public let signing: SigningKey

  public init(device: String, signing: SigningKey) {
    self.device = device
    self.signing = signing
  }

  /// Reads what ``fileBytes`` writes.
  ///
  /// - Throws: ``KeyError/damagedFile(_:)`` if the file is cut off, changed or something else.
  public init(fileBytes: [UInt8]) throws(KeyError) {
    let device: String
    let seed: Fingerprint
    do {
      let file = try SealedFile(fileBytes, format: Self.format, version: 1)
      (device, seed) = try BundleError.wrap { () throws(EventFormatError) in
        var fields = try FieldReader(file.content)
        let secrets = (try fields.string("device"), try fields.fingerprint("signingKey"))
        try fields.finish()
        return secrets
      }
    } catch { throw .damagedFile(error) }
    self.init(device: device, signing: try SigningKey(seed: seed))
  }

  /// The key as a file, with a checksum against accidents; it is as secret as the key.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: 1,
      fields: [
        "device": .string(device), "signingKey": .string(Hexadecimal.text(signing.seedBytes)),
      ]
    ).bytes
  }

  public var publicKey: PublicKey { signing.publicKey }

  public var description: String { "key \(publicKey.shortText) of device \(device)" }

  private static let format = "hantar-device-key"
}
