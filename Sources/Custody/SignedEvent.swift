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
    self.event = event
    self.canonical = canonical
    self.previous = previous
    self.signature = signature
    hash = ChainHead(count: 0, hash: previous).appending(canonical).hash
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
  public var bytes: [UInt8] { bytes(with: [:]) }

  /// The canonical bytes of an object of this event and more fields.
  ///
  /// - Parameter more: Their keys come after `event`, as do all that a ledger needs, so that the
  ///   event's bytes can stand in front as they are.
  func bytes(with more: KeyValuePairs<String, CanonicalValue?>) -> [UInt8] {
    let own: KeyValuePairs<String, CanonicalValue?> = [
      "previous": .string(previous.description), "signature": .string(Hexadecimal.text(signature)),
    ]
    let fields = (CanonicalValue.fields(of: own) + CanonicalValue.fields(of: more))
      .sorted { CanonicalValue.Field.areInOrder($0.key, $1.key) }
    let rest = CanonicalValue.object(fields).bytes
    return Array("{\"event\":".utf8) + canonical + [UInt8(ascii: ",")] + rest.dropFirst()
  }

  /// Whether the device with `key` signed it.
  public func isSigned(by key: PublicKey) -> Bool { key.verifies(signature, of: hash.bytes) }
}
