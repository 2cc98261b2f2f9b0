import Custody
import Domain
import Geometry
import TestSupport

/// The invented office of all tests: its couriers, its cards and a day in July.
enum Samples {
  static let office: Holder = .office
  static let satpol: Holder = .organisation("Satpol PP")

  static func regency() throws -> RegionCode { try value(RegionCode("18.71")) }

  static func card(_ serial: Int) throws -> CardID {
    CardID(regency: try regency(), year: 2017, serial: serial)
  }

  static func courier(_ name: String = "SP-017") throws -> Holder {
    .courier(try value(CourierID(name)))
  }

  static func village() throws -> Holder {
    .villageOffice(try value(RegionCode("18.71.01.1003")))
  }

  static func run() throws -> RunID { try value(RunID("R-20170727-1-042")) }

  /// 09:00 WIB on 27 July 2017 and so many minutes.
  static func time(_ minutes: Int) -> Instant {
    Instant(milliseconds: 1_501_120_800_000 + Int64(minutes) * 60_000)
  }

  static let signature = Proof(kind: .signature, digest: String(repeating: "ab", count: 32))

  /// An event with every field its kind needs; `minute` is also its sequence number.
  static func event(
    _ kind: Event.Kind, _ cards: [CardID], from giver: Holder, to taker: Holder, minute: Int = 1,
    reason: FailureReason = .notHome
  ) throws -> Event {
    var document: String?
    if kind == .handedOver { document = "BAST/1871/20170727/001" }
    return Event(
      id: Event.ID(device: "tablet-1", sequence: max(1, minute)), kind: kind, cards: cards,
      giver: giver, taker: taker, actor: "SP-017",
      run: needsRun(kind, giver, taker) ? try run() : nil,
      document: document, time: time(minute),
      position: kind == .failed ? try Coordinate(latitude: -5.381591, longitude: 105.258621) : nil,
      recipient: kind == .delivered ? .own : nil,
      reason: kind == .failed ? reason : nil,
      proofs: kind == .delivered ? [signature] : [],
      provenance: .scan)
  }

  /// A short ledger: two cards printed, one delivered, one tried, brought back and cleared.
  static func day() throws -> [Event] {
    let (one, two) = (try card(1), try card(2))
    let courier = try courier()
    return [
      try event(.printed, [one, two], from: .printer, to: .office, minute: 1),
      try event(.handedOver, [one, two], from: .office, to: courier, minute: 2),
      try event(.failed, [two], from: courier, to: courier, minute: 3, reason: .moved),
      try event(.delivered, [one], from: courier, to: .resident, minute: 4),
      try event(.returned, [two], from: courier, to: .office, minute: 5),
      try event(.cleared, [two], from: .office, to: .office, minute: 6),
    ]
  }

  static func keys(seed: UInt64 = 1) throws -> OfficeKeys {
    var random = SplitMix64(seed: seed)
    return try OfficeKeys.generate(using: &random)
  }

  static func deviceKey(seed: UInt64 = 7) throws -> DeviceKey {
    var random = SplitMix64(seed: seed)
    return DeviceKey(device: "tablet-1", signing: try SigningKey(using: &random))
  }

  private static func needsRun(_ kind: Event.Kind, _ giver: Holder, _ taker: Holder) -> Bool {
    if kind == .failed || kind == .held { return true }
    if case .courier = taker { return kind == .handedOver }
    if case .courier = giver { return kind == .delivered }
    return false
  }
}

struct MissingSample: Error {}

/// The value, or a failure of the test.
func value<Value>(_ optional: Value?) throws -> Value {
  guard let optional else { throw MissingSample() }
  return optional
}

extension Event {
  /// A copy with some parts changed.
  func with(
    id: ID? = nil, kind: Kind? = nil, cards: [CardID]? = nil, giver: Holder? = nil,
    taker: Holder? = nil, actor: String? = nil, run: RunID?? = nil, document: String?? = nil,
    time: Instant? = nil, position: Coordinate?? = nil, recipient: Recipient?? = nil,
    reason: FailureReason?? = nil, proofs: [Proof]? = nil, provenance: Provenance? = nil
  ) -> Event {
    Event(
      id: id ?? self.id, kind: kind ?? self.kind, cards: cards ?? self.cards,
      giver: giver ?? self.giver, taker: taker ?? self.taker, actor: actor ?? self.actor,
      run: run ?? self.run, document: document ?? self.document, time: time ?? self.time,
      position: position ?? self.position, recipient: recipient ?? self.recipient,
      reason: reason ?? self.reason, proofs: proofs ?? self.proofs,
      provenance: provenance ?? self.provenance)
  }
}
