public import Domain

/// The name of a device: `D-` and the first 16 hexadecimal digits of SHA-256 of its public key.
///
/// It follows from the key, so nobody can record under another device's name. The office itself
/// records as ``office``.
public struct DeviceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  public static let office = DeviceID(name: "office")

  public init(of key: PublicKey) {
    self.init(name: "D-" + Fingerprint(sha256Of: key.bytes).description.prefix(16))
  }

  /// Reads what ``description`` writes.
  public init?(_ text: some StringProtocol) {
    let name = String(text)
    let isDevice =
      name.utf8.count == 18 && name.utf8.starts(with: "D-".utf8)
      && name.utf8.dropFirst(2).allSatisfy { Hexadecimal.value($0) != nil }
    guard isDevice || name == Self.office.description else { return nil }
    self.init(name: name)
  }

  private init(name: String) { description = name }

  /// What the courier reads out and the office types, to see that both mean the same device:
  /// `3f9a-12cd`.
  public var code: String {
    let digits = description.dropFirst(2)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(4))"
  }

  public static func < (left: DeviceID, right: DeviceID) -> Bool {
    left.description < right.description
  }
}

/// A device that may record events for one courier, as the ledger knows it.
public struct DeviceRegistration: Hashable, Sendable {
  /// Follows from ``signingKey``.
  public let device: DeviceID
  /// The key that signs its events.
  public let signingKey: PublicKey
  /// The key to which the office seals what it sends.
  public let boxKey: BoxPublicKey
  public let courier: CourierID

  public init(signingKey: PublicKey, boxKey: BoxPublicKey, courier: CourierID) {
    device = DeviceID(of: signingKey)
    self.signingKey = signingKey
    self.boxKey = boxKey
    self.courier = courier
  }
}

/// The public half of a key to which messages are sealed (X25519, RFC 7748); 32 bytes.
public struct BoxPublicKey: Hashable, Sendable, CustomStringConvertible {
  private let value: Fingerprint

  public init?(bytes: [UInt8]) {
    guard let value = Fingerprint(bytes: bytes) else { return nil }
    self.value = value
  }

  /// Reads 64 hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    guard let value = Fingerprint(String(text)) else { return nil }
    self.value = value
  }

  public var bytes: [UInt8] { value.bytes }
  /// 64 lower-case hexadecimal digits.
  public var description: String { value.description }
}
