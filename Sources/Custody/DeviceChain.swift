/// Everything one device has recorded, as a gapless hash chain of events signed one by one.
public struct DeviceChain: Hashable, Sendable {
  public let workspaceID: String
  public let device: String
  public let publicKey: PublicKey
  /// Its count is the sequence number of the last event.
  public private(set) var head: ChainHead

  /// A chain without events; the device's name and key are hashed into its beginning.
  public init(workspaceID: String, device: String, publicKey: PublicKey) {
    self.init(
      workspaceID: workspaceID, device: device, publicKey: publicKey,
      head: ChainHead(genesis: [
        "device": .string(device), "format": .string("hantar-device-chain"),
        "key": .string(publicKey.description), "version": .integer(1),
        "workspace": .string(workspaceID),
      ]))
  }

  /// A chain that goes on after `head`, as a store remembers it.
  public init(workspaceID: String, device: String, publicKey: PublicKey, head: ChainHead) {
    self.workspaceID = workspaceID
    self.device = device
    self.publicKey = publicKey
    self.head = head
  }

  /// Records the device's next event.
  ///
  /// - Throws: ``DeviceChainError`` if the event is another device's or not the next one, or `key` is
  ///   not the device's; the chain is then as it was.
  public mutating func sign(
    _ event: Event, with key: SigningKey
  ) throws(DeviceChainError) -> SignedEvent {
    guard key.publicKey == publicKey else {
      throw .wrongKey(device: device, expected: publicKey, found: key.publicKey)
    }
    try checkPlace(of: event)
    let unsigned = SignedEvent(event: event, previous: head.hash, signature: [])
    guard let signature = try? key.signature(of: unsigned.hash.bytes) else {
      throw .unusableKey(device: device)
    }
    head = ChainHead(count: head.count + 1, hash: unsigned.hash)
    return unsigned.signed(signature)
  }

  /// Takes the next event as the device signed it.
  ///
  /// - Throws: ``DeviceChainError``, checked in this order: the device, the signature, the place in
  ///   the chain. The chain is then as it was.
  public mutating func append(_ signed: SignedEvent) throws(DeviceChainError) {
    guard signed.event.id.device == device else {
      throw .wrongDevice(expected: device, found: signed.event.id.device)
    }
    guard signed.isSigned(by: publicKey) else { throw .badSignature(signed.event.id) }
    try follow(signed)
  }

  /// Takes the next event, whose device and signature have been checked.
  mutating func follow(_ signed: SignedEvent) throws(DeviceChainError) {
    try checkPlace(of: signed.event)
    guard signed.previous == head.hash else {
      throw .fork(device: device, sequence: signed.event.id.sequence)
    }
    head = ChainHead(count: head.count + 1, hash: signed.hash)
  }

  private func checkPlace(of event: Event) throws(DeviceChainError) {
    guard event.id.device == device else {
      throw .wrongDevice(expected: device, found: event.id.device)
    }
    let (found, expected) = (event.id.sequence, head.count + 1)
    guard found >= expected else { throw .fork(device: device, sequence: found) }
    guard found == expected else { throw .gap(device: device, expected: expected, found: found) }
  }
}
