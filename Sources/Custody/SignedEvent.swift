/// An event in the chain of its device, with the device's signature.
///
/// `hash = SHA-256(previous ‖ canonical event)`; the signature (Ed25519) is over ``hash``, so each
/// event can be shown alone, and yet stands for all that the device recorded before it.
public struct SignedEvent: Hashable, Sendable {
  public let event: Event
  /// The hash of the device's event before, or of the beginning of its chain.
  public let previous: Fingerprint
  /// 64 bytes.
  public let signature: [UInt8]

  public init(event: Event, previous: Fingerprint, signature: [UInt8]) {
    self.event = event
    self.previous = previous
    self.signature = signature
  }

  /// The name of this event for good: no two events of any device share it.
  public var hash: Fingerprint {
    Fingerprint(sha256Of: previous.bytes + event.canonicalBytes())
  }

  /// Whether the device with `key` signed it.
  public func isSigned(by key: PublicKey) -> Bool { key.verifies(signature, of: hash.bytes) }
}
