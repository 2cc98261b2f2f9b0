/// An event in the chain of its device, with the device's signature.
///
/// `hash = SHA-256(previous ‖ canonical event)`; the signature (Ed25519) is over ``hash``, so each
/// event can be shown alone, and yet stands for all that the device recorded before it.
public struct SignedEvent: Hashable, Sendable {
  public let event: Event
  /// The canonical bytes of the event.
  public let canonical: [UInt8]
  /// The hash of the device's event before, or of the beginning of its chain.
  public let previous: Fingerprint
  /// 64 bytes.
  public let signature: [UInt8]
  /// The name of this event for good: no two events of any device share it.
  public let hash: Fingerprint

  public init(event: Event, previous: Fingerprint, signature: [UInt8]) {
    self.init(
      event: event, canonical: event.canonicalBytes(), previous: previous, signature: signature)
  }

  /// - Parameter canonical: The canonical bytes of `event`.
  init(event: Event, canonical: [UInt8], previous: Fingerprint, signature: [UInt8]) {
    self.init(
      event: event, canonical: canonical, previous: previous, signature: signature,
      hash: ChainHead(count: 0, hash: previous).appending(canonical).hash)
  }

  private init(
    event: Event, canonical: [UInt8], previous: Fingerprint, signature: [UInt8], hash: Fingerprint
  ) {
    self.event = event
    self.canonical = canonical
    self.previous = previous
    self.signature = signature
    self.hash = hash
  }

  /// The same event with another signature.
  func signed(_ signature: [UInt8]) -> SignedEvent {
    SignedEvent(
      event: event, canonical: canonical, previous: previous, signature: signature, hash: hash)
  }

  /// Reads what ``bytes`` writes, and nothing else. Nothing has been verified yet: see
  /// ``isSigned(by:)`` and ``DeviceChain/append(_:)``.
  ///
  /// - Throws: ``EventFormatError`` for the first thing wrong.
  public init(bytes: [UInt8]) throws(EventFormatError) {
    var fields = try EventFieldReader(bytes)
    self = try fields.signedEvent()
    try fields.finish()
  }

  /// Canonical JSON of the event, its predecessor's hash and the signature.
  public var bytes: [UInt8] {
    var writer = CanonicalWriter(capacity: canonical.count + 256)
    writer.field("event", canonical: canonical)
    writer.field("previous", previous)
    writer.field("signature", hexadecimal: signature)
    return writer.finished()
  }

  /// Whether the device with `key` signed it.
  public func isSigned(by key: PublicKey) -> Bool { key.verifies(signature, of: hash.bytes) }
}
