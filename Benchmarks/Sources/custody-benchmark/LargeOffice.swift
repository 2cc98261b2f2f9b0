import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage

/// The office of a regency with many couriers out and all of its cards in their bags.
///
/// The devices are played by their keys alone: what they send is what pockets send, made faster.
struct LargeOffice {
  private struct Device {
    let key: DeviceKey
    let courier: CourierID
    let run: RunID
    let cards: [CardID]
    var chain: DeviceChain
    var recorded = 0
  }

  let store: Store
  let cards: [CardID]
  private var devices: [Device] = []
  private let office: OfficeIdentity

  /// With 500 couriers 191,000 cards, as Kabupaten Bekasi printed in 2020.
  static let cardsOfEach = 382
  static let evening = Instant(milliseconds: SampleOffice.morning.milliseconds + 36_000_000)

  init(at path: String, couriers courierCount: Int) throws {
    store = try SampleOffice.workspace(at: path).store
    office = store.identity
    let couriers = (0..<courierCount).map { "SP-\(1000 + $0)" }
    try store.saveCouriers(
      couriers.map { try SampleOffice.courier($0, capacityCards: 400) },
      now: SampleOffice.morning)
    let count = courierCount * Self.cardsOfEach
    _ = try store.importCards(
      (0..<count).lazy.map { try SampleOffice.newCard($0) },
      sourceDigest: Fingerprint(sha256Of: []), now: SampleOffice.morning)
    let regency = store.regency
    cards = (1...count).map { CardID(regency: regency, year: 17, serial: $0) }
    var bags: [(courier: String, cards: [CardID])] = []
    for (index, courier) in couriers.enumerated() {
      let first = index * Self.cardsOfEach
      bags.append((courier, Array(cards[first..<first + Self.cardsOfEach])))
    }
    let runs = try SampleOffice.handOut(bags, from: store, now: SampleOffice.morning)
    for (bag, run) in zip(bags, runs) { try enrol(bag.courier, run: run, cards: bag.cards) }
  }

  private mutating func enrol(_ courier: String, run: RunID, cards: [CardID]) throws {
    guard let courier = CourierID(courier) else { throw SimulationError.badSample }
    var random = SystemRandomNumberGenerator()
    let key = try DeviceKey(using: &random)
    let request = try DeviceRequest(of: key, for: courier)
    _ = try store.enrol(request, by: "Rina", now: SampleOffice.morning)
    devices.append(
      Device(
        key: key, courier: courier, run: run, cards: cards,
        chain: DeviceChain(
          workspaceID: office.workspaceID, device: key.device.description,
          publicKey: key.signing.publicKey)))
  }

  /// What every device records next, in files of at most `eventsPerFile` events.
  ///
  /// First each device delivers three cards of four, with a signature and a place, and fails with
  /// every fourth; after that it tries those again and again.
  mutating func record(_ count: Int, eventsPerFile: Int) throws -> [[UInt8]] {
    let office = office
    let made = try devices.indices.map { index in
      try Self.record(count, eventsPerFile: eventsPerFile, on: &devices[index], for: office)
    }
    return made.flatMap { $0 }
  }

  private static func record(
    _ count: Int, eventsPerFile: Int, on device: inout Device, for office: OfficeIdentity
  ) throws -> [[UInt8]] {
    var files: [[UInt8]] = []
    var entries: [CourierBundle.Entry] = []
    for number in 1...count {
      entries.append(try next(on: &device))
      guard entries.count == eventsPerFile || number == count else { continue }
      files.append(
        try CourierBundle.fileBytes(
          workspaceID: office.workspaceID, entries: entries, sent: ClockReading(wall: evening),
          checkpoint: nil, from: device.key, of: device.courier, to: office.boxKey))
      entries.removeAll()
    }
    return files
  }

  private static func next(on device: inout Device) throws -> CourierBundle.Entry {
    let index = device.recorded
    device.recorded += 1
    let place =
      index < cardsOfEach ? index : (index - cardsOfEach) % (cardsOfEach / 4) * 4 + 3
    let isDelivery = index < cardsOfEach && place % 4 != 3
    var random = SystemRandomNumberGenerator()
    let detail = EventDetail(
      position: EventDetail.Position(
        coordinate: try SampleOffice.door(place / 2), accuracyMetres: 12), using: &random)
    let time = Instant(milliseconds: SampleOffice.morning.milliseconds + Int64(index) * 15_000)
    let courier = Holder.courier(device.courier)
    let event = Event(
      id: Event.ID(device: device.chain.device, sequence: index + 1),
      kind: isDelivery ? .delivered : .failed, cards: [device.cards[place]], giver: courier,
      taker: isDelivery ? .resident : courier, actor: device.courier.description, run: device.run,
      stop: place / 2 + 1, time: time, clock: ClockEvidence(earliest: time, latest: time),
      recipient: isDelivery ? .own : nil, reason: isDelivery ? nil : .notHome,
      action: isDelivery ? nil : .retry, proofs: isDelivery ? [Proof(kind: .signature)] : [],
      detail: detail.commitment)
    return CourierBundle.Entry(
      signed: try device.chain.sign(event, with: device.key.signing),
      recorded: ClockReading(wall: time), detail: detail)
  }
}
