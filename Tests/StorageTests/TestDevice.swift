import Custody
import Domain
import Storage
import Testing

/// A courier's device without a screen: it records what it is told and packs files of it.
struct TestDevice {
  let key: DeviceKey
  let courier: CourierID
  let workspaceID: String
  let office: BoxPublicKey
  private(set) var chain: DeviceChain
  private(set) var entries: [CourierBundle.Entry] = []

  /// - Parameter number: Makes the device's keys, so that the same number is the same device.
  init(_ number: UInt8 = 1, courier: String = "SP-01", of store: Store) throws {
    key = try DeviceKey(
      secretBytes: [UInt8](repeating: number, count: 32) + [UInt8](repeating: number, count: 32))
    self.courier = try #require(CourierID(courier))
    workspaceID = store.workspaceID
    office = store.identity.boxKey
    chain = DeviceChain(
      workspaceID: workspaceID, device: key.device.description, publicKey: key.signing.publicKey)
  }

  var id: DeviceID { key.device }
  var request: DeviceRequest {
    get throws { try DeviceRequest(of: key, for: courier) }
  }

  /// Signs the next event of the device.
  @discardableResult
  mutating func record(
    _ kind: Event.Kind, _ cards: [CardID], from giver: Holder? = nil, to taker: Holder? = nil,
    run: RunID? = nil, at time: Instant, clock: ClockEvidence? = nil, recipient: Recipient? = nil,
    reason: FailureReason? = nil, proofs: [Proof] = [], exchanged: [CardID] = [], fee: Int? = nil,
    detail: EventDetail? = nil, sendsDetail: Bool = true, recorded: ClockReading? = nil,
    provenance: Event.Provenance = .typed
  ) throws -> SignedEvent {
    let event = Event(
      id: Event.ID(device: id.description, sequence: chain.head.count + 1), kind: kind,
      cards: cards.sorted(), giver: giver ?? .courier(courier), taker: taker ?? .courier(courier),
      actor: courier.description, run: run, time: time, clock: clock, recipient: recipient,
      reason: reason, proofs: proofs, exchanged: exchanged, fee: fee, detail: detail?.commitment,
      provenance: provenance)
    let signed = try chain.sign(event, with: key.signing)
    entries.append(
      CourierBundle.Entry(
        signed: signed, recorded: recorded ?? ClockReading(wall: time),
        detail: sendsDetail ? detail : nil))
    return signed
  }

  @discardableResult
  mutating func deliver(
    _ cards: [CardID], run: RunID, at time: Instant, to recipient: Recipient = .own,
    proofs: [Proof] = Proof.signed, exchanged: [CardID] = [], detail: EventDetail? = nil
  ) throws -> SignedEvent {
    try record(
      .delivered, cards, to: .resident, run: run, at: time, recipient: recipient, proofs: proofs,
      exchanged: exchanged, detail: detail)
  }

  @discardableResult
  mutating func fail(
    _ cards: [CardID], run: RunID, at time: Instant, reason: FailureReason
  ) throws -> SignedEvent {
    try record(.failed, cards, run: run, at: time, reason: reason)
  }

  /// What the device sends: all of its events, or some in a row.
  func file(
    _ range: Range<Int>? = nil, sent: ClockReading? = nil, checkpoint: Checkpoint? = nil,
    carrying: [Segment] = []
  ) throws -> [UInt8] {
    try CourierBundle.fileBytes(
      workspaceID: workspaceID, entries: Array(entries[range ?? 0..<entries.count]),
      sent: sent ?? ClockReading(wall: DispatchedDay.evening), checkpoint: checkpoint, from: key,
      of: courier, to: office, carrying: carrying)
  }
}

extension TestDevice {
  /// A file of events whose signatures somebody spoilt on the way.
  func forgedFile(_ range: Range<Int>) throws -> [UInt8] {
    let spoilt = entries[range].map { entry in
      let signature = entry.signed.signature.map { $0 ^ 1 }
      return CourierBundle.Entry(
        signed: SignedEvent(
          event: entry.event, previous: entry.signed.previous, signature: signature),
        recorded: entry.recorded, detail: entry.detail)
    }
    return try CourierBundle.fileBytes(
      workspaceID: workspaceID, entries: spoilt, sent: ClockReading(wall: DispatchedDay.evening),
      checkpoint: nil, from: key, of: courier, to: office)
  }
}

extension EventDetail {
  static func plain(_ note: String) -> EventDetail {
    var random = SystemRandomNumberGenerator()
    return EventDetail(note: note, using: &random)
  }
}
