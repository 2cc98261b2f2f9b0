internal import Custody
internal import Domain
internal import TestSupport

/// Someone with the program and no enrolled device, who claims handovers all the same.
struct Stranger {
  private let key: DeviceKey
  private let courier: CourierID
  private let run: RunID
  private let office: OfficeIdentity
  private var chain: DeviceChain
  private var entries: [CourierBundle.Entry] = []

  init(office: OfficeIdentity, run: RunID) throws {
    var random = SplitMix64(seed: 4711)
    key = try DeviceKey(using: &random)
    guard let courier = CourierID("SP-03") else { throw SimulationError.badSample }
    self.courier = courier
    self.run = run
    self.office = office
    chain = DeviceChain(
      workspaceID: office.workspaceID, device: key.device.description,
      publicKey: key.signing.publicKey)
  }

  var device: DeviceID { key.device }

  /// Claims to have delivered `card`, and everything claimed before.
  mutating func claim(_ card: CardID, clock: ClockReading) throws -> [UInt8] {
    let event = Event(
      id: Event.ID(device: key.device.description, sequence: entries.count + 1), kind: .delivered,
      cards: [card], giver: .courier(courier), taker: .resident, actor: courier.description,
      run: run, time: clock.wall, recipient: .own, proofs: [Proof(kind: .signature)])
    entries.append(
      CourierBundle.Entry(signed: try chain.sign(event, with: key.signing), recorded: clock))
    return try CourierBundle.fileBytes(
      workspaceID: office.workspaceID, entries: entries, sent: clock, checkpoint: nil, from: key,
      of: courier, to: office.boxKey)
  }
}
