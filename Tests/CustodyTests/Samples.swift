import Custody
import Domain
import TestSupport

/// The invented office of all tests: its couriers, its cards and a day in July.
enum Samples {
  static let office: Holder = .office
  static let satpol: Holder = .organisation("Satpol PP")

  static func regency() throws -> RegionCode { try value(RegionCode("18.71")) }

  static func card(_ serial: Int) throws -> CardID {
    CardID(regency: try regency(), year: 2017, serial: serial)
  }

  static func courierID(_ name: String = "SP-017") throws -> CourierID {
    try value(CourierID(name))
  }

  static func courier(_ name: String = "SP-017") throws -> Holder {
    .courier(try courierID(name))
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

  /// An event of the office with every field its kind needs; `minute` is also its sequence number.
  static func event(
    _ kind: Event.Kind, _ cards: [CardID], from giver: Holder, to taker: Holder, minute: Int = 1,
    reason: FailureReason = .notHome
  ) throws -> Event {
    let needsDocument = kind == .handedOver || kind == .destroyed
    return Event(
      id: Event.ID(device: "office", sequence: max(1, minute)), kind: kind, cards: cards,
      giver: giver, taker: taker, actor: "SP-017",
      run: needsRun(kind, giver, taker) ? try run() : nil,
      document: needsDocument ? "BAST/1871/20170727/001" : nil, time: time(minute),
      recipient: kind == .delivered ? .own : nil,
      reason: kind == .failed ? reason : nil,
      proofs: kind == .delivered ? [signature] : [],
      fee: kind == .feeReported ? 50_000 : nil,
      correction: kind == .corrected
        ? Correction(event: Fingerprint(sha256Of: []), decision: .settled) : nil,
      registration: kind == .enrolled || kind == .revoked ? try registration() : nil,
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

  static func signingKey(seed: UInt64 = 7) throws -> SigningKey {
    var random = SplitMix64(seed: seed)
    return try SigningKey(using: &random)
  }

  /// The device with the key of that seed, enrolled for a courier.
  static func registration(
    seed: UInt64 = 7, courier: String = "SP-017"
  ) throws -> DeviceRegistration {
    var random = SplitMix64(seed: seed &+ 1000)
    return DeviceRegistration(
      signingKey: try signingKey(seed: seed).publicKey,
      boxKey: try BoxKey(using: &random).publicKey, courier: try courierID(courier))
  }

  private static func needsRun(_ kind: Event.Kind, _ giver: Holder, _ taker: Holder) -> Bool {
    switch kind {
    case .packed, .scannedOut, .reattempted: return true
    case .handedOver: if case .courier = taker { return true }
    case .delivered, .failed, .held: if case .courier = giver { return true }
    default: break
    }
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
    taker: Holder? = nil, actor: String? = nil, run: RunID?? = nil, stop: Int?? = nil,
    document: String?? = nil, time: Instant? = nil, clock: ClockEvidence?? = nil,
    recipient: Recipient?? = nil, reason: FailureReason?? = nil, action: ActionCode?? = nil,
    proofs: [Proof]? = nil, exchanged: [CardID]? = nil, item: PostItem?? = nil, fee: Int?? = nil,
    correction: Correction?? = nil, registration: DeviceRegistration?? = nil,
    detail: Fingerprint?? = nil, policy: Int? = nil, provenance: Provenance? = nil
  ) -> Event {
    Event(
      id: id ?? self.id, kind: kind ?? self.kind, cards: cards ?? self.cards,
      giver: giver ?? self.giver, taker: taker ?? self.taker, actor: actor ?? self.actor,
      run: run ?? self.run, stop: stop ?? self.stop, document: document ?? self.document,
      time: time ?? self.time, clock: clock ?? self.clock, recipient: recipient ?? self.recipient,
      reason: reason ?? self.reason, action: action ?? self.action, proofs: proofs ?? self.proofs,
      exchanged: exchanged ?? self.exchanged, item: item ?? self.item, fee: fee ?? self.fee,
      correction: correction ?? self.correction, registration: registration ?? self.registration,
      detail: detail ?? self.detail, policy: policy ?? self.policy,
      provenance: provenance ?? self.provenance)
  }
}
