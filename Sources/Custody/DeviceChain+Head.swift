extension DeviceChain {
  /// Takes the next event of the device.
  ///
  /// - Throws: ``DeviceChainError`` if the event is another device's or not the next one; the chain
  ///   is then as it was.
  public mutating func append(_ event: Event) throws(DeviceChainError) {
    guard event.id.device == device else {
      throw .wrongDevice(expected: device, found: event.id.device)
    }
    guard event.id.sequence == head.count + 1 else {
      throw .gap(device: device, expected: head.count + 1, found: event.id.sequence)
    }
    self = DeviceChain(
      workspaceID: workspaceID, device: device, publicKey: publicKey,
      head: head.appending(event.canonicalBytes()))
  }

  /// Signs the head with the device's key.
  ///
  /// - Throws: ``KeyError`` if the key is not usable.
  public func signature(with key: SigningKey) throws(KeyError) -> [UInt8] {
    try key.signature(of: signedMessage)
  }

  /// Whether `signature` is the device's over this very head.
  public func isSigned(by signature: [UInt8]) -> Bool {
    publicKey.verifies(signature, of: signedMessage)
  }

  private var signedMessage: [UInt8] {
    CanonicalValue.object(of: [
      "count": .integer(head.count), "device": .string(device),
      "format": .string("hantar-device-head"), "hash": .string(head.hash.description),
      "version": .integer(1), "workspace": .string(workspaceID),
    ]).bytes
  }
}
