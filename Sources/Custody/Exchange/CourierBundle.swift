/// What a courier's device brings back: its events since some point, and its signed chain head.
///
/// Invariant: the events are the device's own, gapless, and lead from ``before`` to a head that the
/// device signed.
public struct CourierBundle: Hashable, Sendable {
  /// The chain before the first event of the bundle.
  public let before: DeviceChain
  /// In order of sequence; may be empty.
  public let events: [Event]
  /// The chain after the last event.
  public let after: DeviceChain
  /// The device's signature of the head of ``after``.
  public let signature: [UInt8]

  /// Packs and signs the events that follow `before`.
  ///
  /// - Throws: ``BundleError/brokenChain(_:)`` if the events do not follow;
  ///   ``BundleError/wrongSignature`` if `key` is not the device's.
  public init(
    after before: DeviceChain, events: [Event], signedWith key: SigningKey
  ) throws(BundleError) {
    let after = try Self.chain(before, appending: events)
    guard key.publicKey == before.publicKey, let signature = try? after.signature(with: key)
    else { throw .wrongSignature }
    self.init(before: before, events: events, after: after, signature: signature)
  }

  /// Reads a courier bundle and checks its chain and signature against the key in the file.
  ///
  /// The key is the device's own claim: ``newEvents(for:)`` compares it with the registered one.
  ///
  /// - Throws: ``BundleError``.
  public init(fileBytes: [UInt8]) throws(BundleError) {
    let file = try SealedFile(fileBytes, format: Self.format, version: Self.version)
    let content = try BundleError.wrap { () throws(EventFormatError) in
      try Content(file.content)
    }
    let after = try Self.chain(content.before, appending: content.events)
    guard after.head.hash == content.headHash else {
      throw .brokenChain(.wrongHead(device: after.device))
    }
    guard after.isSigned(by: content.signature) else { throw .wrongSignature }
    self.init(
      before: content.before, events: content.events, after: after, signature: content.signature)
  }

  private init(before: DeviceChain, events: [Event], after: DeviceChain, signature: [UInt8]) {
    self.before = before
    self.events = events
    self.after = after
    self.signature = signature
  }

  public var workspaceID: String { before.workspaceID }
  public var device: String { before.device }
  public var publicKey: PublicKey { before.publicKey }
  /// The sequence number of the first event, or of the one to come if there is none.
  public var firstSequence: Int { before.head.count + 1 }

  /// Returns the events the office does not have yet, given the device's chain as it knows it.
  ///
  /// A bundle brought in twice, or one that overlaps an earlier one, gives only what is new.
  ///
  /// - Throws: ``DeviceChainError`` if the bundle is another device's, leaves a gap, or tells
  ///   another story about events already known.
  public func newEvents(for known: DeviceChain) throws(DeviceChainError) -> [Event] {
    guard workspaceID == known.workspaceID else {
      throw .otherWorkspace(expected: known.workspaceID, found: workspaceID)
    }
    guard device == known.device else { throw .wrongDevice(expected: known.device, found: device) }
    guard publicKey == known.publicKey else {
      throw .wrongKey(device: device, expected: known.publicKey, found: publicKey)
    }
    let knownCount = known.head.count
    guard firstSequence <= knownCount + 1 else {
      throw .gap(device: device, expected: knownCount + 1, found: firstSequence)
    }
    guard after.head.count >= knownCount else { return [] }
    let overlap = events.prefix(knownCount - before.head.count)
    guard try before.appending(overlap).head == known.head else {
      throw .fork(device: device, sequence: knownCount)
    }
    return Array(events.dropFirst(overlap.count))
  }

  /// The bundle as a file.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: Self.version,
      fields: [
        "device": .string(device),
        "deviceKey": .string(publicKey.description),
        "events": .array(events.map(\.canonicalValue)),
        "firstSequence": .integer(firstSequence),
        "headHash": .string(after.head.hash.description),
        "previousHash": .string(before.head.hash.description),
        "signature": .string(Hexadecimal.text(signature)),
        "workspace": .string(workspaceID),
      ]
    ).bytes
  }

  private static let format = "hantar-courier-bundle"
  private static let version = 1

  private static func chain(
    _ chain: DeviceChain, appending events: [Event]
  ) throws(BundleError) -> DeviceChain {
    do { return try chain.appending(events) } catch { throw .brokenChain(error) }
  }

  /// The fields of the file, read but not yet verified.
  private struct Content {
    let before: DeviceChain
    let events: [Event]
    let headHash: Fingerprint
    let signature: [UInt8]

    init(_ value: CanonicalValue) throws(EventFormatError) {
      var fields = try FieldReader(value)
      let previousHash = try fields.fingerprint("previousHash")
      let firstSequence = try fields.required("firstSequence") { value in
        value.integer.flatMap { $0 >= 1 ? Int($0) : nil }
      }
      before = DeviceChain(
        workspaceID: try fields.string("workspace"), device: try fields.string("device"),
        publicKey: try fields.required("deviceKey") { $0.string.flatMap { PublicKey($0) } },
        head: ChainHead(count: firstSequence - 1, hash: previousHash))
      events = try fields.list("events", Event.init(canonicalValue:))
      headHash = try fields.fingerprint("headHash")
      signature = try fields.required("signature") { $0.string.flatMap { Hexadecimal.bytes($0) } }
      try fields.finish()
    }
  }
}

extension DeviceChain {
  fileprivate func appending(_ events: some Sequence<Event>) throws(DeviceChainError) -> DeviceChain
  {
    var chain = self
    for event in events { try chain.append(event) }
    return chain
  }
}
