import Custody
import Domain
import Testing

@Suite struct DeviceChainTests {
  private let key: SigningKey
  private let name: String
  private let start: DeviceChain

  init() throws {
    key = try Samples.signingKey()
    name = DeviceID(of: key.publicKey).description
    start = DeviceChain(workspaceID: "w", device: name, publicKey: key.publicKey)
  }

  private func event(_ sequence: Int) throws -> Event {
    try Samples.day()[3].with(id: Event.ID(device: name, sequence: sequence))
  }

  @Test func whatADeviceSignsItsChainTakes() throws {
    var (signing, taking) = (start, start)
    for sequence in 1...3 {
      let before = taking
      let signed = try signing.sign(try event(sequence), with: key)
      #expect(signed.previous == before.head.hash)
      #expect(signed.isSigned(by: key.publicKey))
      try taking.append(signed)
      #expect(taking.head == ChainHead(count: sequence, hash: signed.hash))
    }
    #expect(signing == taking)
  }

  @Test func onlyTheNextEventOfTheDeviceIsSignedAndOnlyWithItsKey() throws {
    var chain = start
    let stranger = try Samples.signingKey(seed: 8)
    #expect(
      throws: DeviceChainError.wrongKey(
        device: name, expected: key.publicKey, found: stranger.publicKey)
    ) {
      try chain.sign(try event(1), with: stranger)
    }
    #expect(throws: DeviceChainError.gap(device: name, expected: 1, found: 2)) {
      try chain.sign(try event(2), with: key)
    }
    #expect(throws: DeviceChainError.wrongDevice(expected: name, found: "office")) {
      try chain.sign(try Samples.day()[3], with: key)
    }
    #expect(chain == start)
  }

  @Test func eventsOutOfTheirPlaceAreRefusedAndChangeNothing() throws {
    var signing = start
    let events = try (1...3).map { try signing.sign(try event($0), with: key) }
    var forked = start
    let other = try forked.sign(try event(1).with(actor: "SP-099"), with: key)
    let secondOfOther = try forked.sign(try event(2), with: key)

    var chain = start
    try chain.append(events[0])
    let before = chain
    let forged = SignedEvent(
      event: events[1].event, previous: events[1].previous, signature: events[2].signature)
    let rows: [(SignedEvent, DeviceChainError)] = [
      (events[2], .gap(device: name, expected: 2, found: 3)),
      (events[0], .fork(device: name, sequence: 1)), (other, .fork(device: name, sequence: 1)),
      (secondOfOther, .fork(device: name, sequence: 2)), (forged, .badSignature(forged.event.id)),
    ]
    for (event, error) in rows {
      #expect(throws: error) { try chain.append(event) }
      #expect(chain == before)
      #expect(error.phrase.indonesian != error.phrase.english)
    }
    try chain.append(events[1])
  }

  @Test func chainsOfOtherDevicesKeysAndOfficesBeginElsewhere() throws {
    let otherKey = try Samples.signingKey(seed: 8).publicKey
    let heads = [
      start.head, DeviceChain(workspaceID: "else", device: name, publicKey: key.publicKey).head,
      DeviceChain(workspaceID: "w", device: "office", publicKey: key.publicKey).head,
      DeviceChain(workspaceID: "w", device: name, publicKey: otherKey).head,
    ]
    #expect(Set(heads).count == heads.count)
  }

  @Test func theNameOfADeviceFollowsFromItsKey() throws {
    let device = DeviceID(of: key.publicKey)
    #expect(device.description.hasPrefix("D-") && device.description.utf8.count == 18)
    #expect(DeviceID(device.description) == device)
    #expect(device != DeviceID(of: try Samples.signingKey(seed: 8).publicKey))
    for text in ["D-", "D-123", "d-0123456789abcdef", "D-0123456789ABCDEF", "Office", ""] {
      #expect(DeviceID(text) == nil)
    }
    #expect(DeviceID("office") == .office)
  }

  /// The chain that the design describes, computed with Python's hashlib.
  @Test func theHashOfAnEventIsThatOfItsPredecessorAndItsBytes() throws {
    let previous = Fingerprint(sha256Of: [])
    let signed = SignedEvent(event: try event(1), previous: previous, signature: [])
    #expect(
      signed.hash == Fingerprint(sha256Of: previous.bytes + (try event(1).canonicalBytes())))
  }

  @Test func aSignedEventComesBackFromItsBytesAsItWas() throws {
    var chain = start
    let signed = try chain.sign(try event(1), with: key)
    #expect(try SignedEvent(bytes: signed.bytes) == signed)
    for byte in signed.bytes.indices {
      var edited = signed.bytes
      edited[byte] ^= 1 << (byte % 8)
      guard let read = try? SignedEvent(bytes: edited) else { continue }
      #expect(read.bytes == edited)
      #expect(!read.isSigned(by: key.publicKey))
    }
  }
}
