public import Domain

/// A device's request to record for a courier: its public keys, signed with its own.
///
/// The signature only shows that the device has the secret; that it is the courier's device shows
/// when the courier reads out ``DeviceID/code``.
public struct DeviceRequest: Hashable, Sendable {
  public let registration: DeviceRegistration
  private let signature: [UInt8]

  /// - Throws: ``KeyError`` if the key is not usable.
  public init(of key: DeviceKey, for courier: CourierID) throws(KeyError) {
    registration = key.registration(for: courier)
    signature = try key.signing.signature(of: Self.unsigned(registration).unchecked)
  }

  /// Reads a request and checks that it was signed with the key it shows.
  ///
  /// - Throws: ``BundleError``.
  public init(fileBytes: [UInt8]) throws(BundleError) {
    let file = try SealedFile(fileBytes, format: Self.format, version: Self.version)
    (registration, signature) = try BundleError.wrap { () throws(EventFormatError) in
      var fields = try FieldReader(file.content)
      let registration = try fields.required(
        "registration", DeviceRegistration.init(canonicalValue:))
      let signature = try fields.required("signature") { value in
        value.string.flatMap { Hexadecimal.bytes($0) }
      }
      try fields.finish()
      return (registration, signature)
    }
    guard
      registration.signingKey.verifies(signature, of: Self.unsigned(registration).unchecked)
    else { throw .wrongSignature }
  }

  public var device: DeviceID { registration.device }
  public var courier: CourierID { registration.courier }

  /// One line of text that any messenger carries.
  public var fileBytes: [UInt8] {
    Self.unsigned(registration).with("signature", .string(Hexadecimal.text(signature))).bytes
  }

  private static let format = "hantar-device-request"
  private static let version = 1

  private static func unsigned(_ registration: DeviceRegistration) -> SealedFile {
    SealedFile(
      format: format, version: version, fields: ["registration": registration.canonicalValue])
  }
}
