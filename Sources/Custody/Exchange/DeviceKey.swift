public import Domain

/// The secrets of a courier's device, made on the device and never leaving it.
public struct DeviceKey: Hashable, Sendable, CustomStringConvertible {
  public let device: DeviceID
  /// Signs the device's events.
  public let signing: SigningKey
  /// Opens what the office seals to the device.
  public let box: BoxKey

  /// Makes the keys of a new device.
  ///
  /// - Parameter random: A source fit for secrets, such as `SystemRandomNumberGenerator`.
  public init(using random: inout some RandomNumberGenerator) throws(KeyError) {
    try self.init(signing: SigningKey(using: &random), box: BoxKey(using: &random))
  }

  /// Takes the 64 bytes that ``secretBytes`` gave.
  public init(secretBytes: [UInt8]) throws(KeyError) {
    guard secretBytes.count == 2 * Fingerprint.byteCount else {
      throw .wrongLength(expected: 2 * Fingerprint.byteCount, found: secretBytes.count)
    }
    try self.init(
      signing: SigningKey(seedBytes: Array(secretBytes.prefix(Fingerprint.byteCount))),
      box: BoxKey(seedBytes: Array(secretBytes.suffix(Fingerprint.byteCount))))
  }

  private init(signing: SigningKey, box: BoxKey) {
    device = DeviceID(of: signing.publicKey)
    self.signing = signing
    self.box = box
  }

  /// The secrets themselves: for a sealed place only.
  public var secretBytes: [UInt8] { signing.seedBytes + box.seedBytes }

  /// What the office is to know of this device.
  public func registration(for courier: CourierID) -> DeviceRegistration {
    DeviceRegistration(
      signingKey: signing.publicKey, boxKey: box.publicKey, courier: courier)
  }

  public var description: String { "keys of device \(device)" }
}
