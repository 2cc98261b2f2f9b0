import Custody
import Domain
import Foundation
import Geometry
import Storage
import Testing

/// What the office notices about events that the rules accept.
@Suite struct FlagTests {
  /// One delivery, made odd in one way.
  struct Oddity: CustomTestStringConvertible, Sendable {
    let name: String
    let flags: [ReviewFlag]
    let deliver: @Sendable (inout TestDevice, DispatchedDay) throws -> Void
    var testDescription: String { name }
  }

  static let oddities: [Oddity] = [
    Oddity(name: "an ordinary delivery", flags: []) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, detail: detail(at: door(of: day)))
    },
    Oddity(name: "a kilometre from the door", flags: [.farFromDoor]) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, detail: detail(at: try place(0.05)))
    },
    Oddity(name: "a kilometre from the door, badly measured", flags: []) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning,
        detail: detail(at: try place(0.05), accuracy: 6000))
    },
    Oddity(name: "fifty kilometres in a minute", flags: [.farFromDoor, .impossibleSpeed]) {
      device, day in
      try device.record(
        .failed, [day.bag[1]], run: day.run, at: earlier(by: 1), reason: .notHome,
        detail: detail(at: door(of: day)))
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, detail: detail(at: try place(0.5)))
    },
    Oddity(name: "fifty kilometres in an hour", flags: [.farFromDoor]) { device, day in
      try device.record(
        .scannedOut, [day.bag[0]], run: day.run, at: earlier(by: 60),
        detail: detail(at: door(of: day)))
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, detail: detail(at: try place(0.5)))
    },
    Oddity(name: "before the office's last signed time", flags: [.clockDiffers]) { device, day in
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run, at: morning,
        clock: ClockEvidence(earliest: earlier(by: -10), latest: earlier(by: -10)),
        recipient: .own, proofs: Proof.signed)
    },
    Oddity(name: "a clock five years behind", flags: [.clockDiffers, .outsideShift]) {
      device, day in
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run, at: earlier(by: 2_628_000),
        clock: ClockEvidence(earliest: morning, latest: morning), recipient: .own,
        proofs: Proof.signed)
    },
    Oddity(name: "a clock five years ahead", flags: [.clockDiffers, .outsideShift]) {
      device, day in
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run, at: earlier(by: -2_628_000),
        clock: ClockEvidence(earliest: morning, latest: earlier(by: -2_628_000)), recipient: .own,
        proofs: Proof.signed)
    },
    Oddity(name: "a clock set back behind the last event", flags: [.clockDiffers]) {
      device, day in
      try device.fail([day.bag[0]], run: day.run, at: morning, reason: .notHome)
      try device.record(
        .reattempted, [day.bag[0]], run: day.run, at: earlier(by: 30),
        clock: ClockEvidence(earliest: earlier(by: 60), latest: morning))
    },
    Oddity(name: "an hour after the running of the machine allows", flags: [.clockDiffers]) {
      device, day in
      // Sent at an uptime of three hours, recorded at two: an hour before the evening at the latest.
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run,
        at: DispatchedDay.evening, recipient: .own, proofs: Proof.signed,
        recorded: ClockReading(wall: DispatchedDay.evening, boot: "a", uptime: 7_200_000))
    },
    Oddity(name: "paper of the day before yesterday's clock", flags: []) { device, day in
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run, at: morning,
        clock: ClockEvidence(earliest: DispatchedDay.evening, latest: DispatchedDay.evening),
        recipient: .own, provenance: .paper)
    },
    Oddity(name: "before the shift", flags: [.outsideShift]) { device, day in
      try device.deliver([day.bag[0]], run: day.run, at: earlier(by: 95))
    },
    Oddity(name: "on a run that is not there", flags: [.outsideShift]) { device, day in
      try device.deliver(
        [day.bag[0]], run: RunID(plan: day.plan.id, number: 77), at: morning)
    },
    Oddity(name: "details that did not come along", flags: [.detailMissing]) { device, day in
      try device.record(
        .delivered, [day.bag[0]], to: .resident, run: day.run, at: morning, recipient: .own,
        proofs: Proof.signed, detail: .plain("pagar hijau"), sendsDetail: false)
    },
    Oddity(name: "a PIN that is not the resident's", flags: [.wrongPIN]) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, proofs: [Proof(kind: .pin)],
        detail: pin("000000", device, day))
    },
    Oddity(name: "the resident's PIN", flags: []) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, proofs: [Proof(kind: .pin)],
        detail: pin(day.store.pin(for: day.bag[0], Store.clerk()), device, day))
    },
    Oddity(name: "the PIN of another's card", flags: [.wrongPIN]) { device, day in
      try device.deliver(
        [day.bag[0]], run: day.run, at: morning, proofs: [Proof(kind: .pin)],
        detail: pin(day.store.pin(for: day.bag[1], Store.clerk()), device, day))
    },
    Oddity(name: "money asked for", flags: [.feeReported]) { device, day in
      try device.record(.feeReported, [day.bag[0]], run: day.run, at: morning, fee: 50_000)
    },
  ]

  @Test(arguments: oddities) func whatIsOddIsFlaggedAndNeverBlocks(_ oddity: Oddity) throws {
    let day = try DispatchedDay()
    var device = day.device
    try oddity.deliver(&device, day)
    let outcome = try day.store.merge(
      fileBytes: device.file(
        sent: ClockReading(wall: DispatchedDay.evening, boot: "a", uptime: 10_800_000)),
      now: DispatchedDay.evening)
    #expect(outcome.refused.map(\.code) == [])
    #expect(outcome.accepted == device.entries.count)
    let last = try #require(day.store.entries(from: 5).last)
    #expect(last.leaf.flags == oddity.flags)
    #expect(
      try day.store.reviews().map(\.cause) == (oddity.flags.isEmpty ? [] : [.flagged(oddity.flags)])
    )
    #expect(try day.store.verify().findings == [])
  }

  @Test func anOldCardThatWasNotTakenIsFlagged() throws {
    let day = try DispatchedDay()
    let source = try #require(TestOffice.source)
    let rows = try [30, 31].map { try TestOffice.newCard($0, request: .damaged) }
    _ = try day.store.importCards(rows, sourceDigest: source, now: TestOffice.now)
    let cards = try rows.map { row in
      try #require(day.store.searchCards(nik: row.resident.nik).first).card.id
    }
    let plan = try day.office.plan([("SP-01", [cards])])
    try day.store.savePlan(plan, now: TestOffice.now)
    let run = plan.runs[0].id
    let draft = try day.store.createHandover(.toCourier, runs: [run], now: TestOffice.now)
    try day.store.signHandover(draft.number, giver: "Rina", taker: "Joko", now: TestOffice.now)
    var device = day.device
    try device.deliver([cards[0]], run: run, at: Self.morning, exchanged: [cards[0].old])
    try device.deliver([cards[1]], run: run, at: Self.morning)
    _ = try day.store.merge(fileBytes: device.file(), now: DispatchedDay.evening)
    #expect(try day.store.reviews().map(\.cause) == [.flagged([.oldCardNotTaken])])
    #expect(try day.store.custody(of: cards[0].old).status == .withdrawn)
    #expect(try day.store.verify().findings == [])
  }

  private static let morning = DispatchedDay.morning

  private static func earlier(by minutes: Int64) -> Instant {
    Instant(milliseconds: morning.milliseconds - minutes * 60_000)
  }

  private static func door(of day: DispatchedDay) -> Coordinate {
    day.plan.runs[0].stops[0].location.coordinate
  }

  /// So many degrees north of the first door.
  private static func place(_ degrees: Double) throws -> Coordinate {
    let door = try TestOffice.place(0)
    return try Coordinate(
      latitudeE7: door.latitudeE7 + Int32(degrees * 1e7), longitudeE7: door.longitudeE7)
  }

  private static func detail(at place: Coordinate, accuracy: Int = 8) -> EventDetail {
    var random = SystemRandomNumberGenerator()
    return EventDetail(
      position: EventDetail.Position(coordinate: place, accuracyMetres: accuracy), using: &random)
  }

  private static func pin(
    _ digits: String, _ device: TestDevice, _ day: DispatchedDay
  ) throws -> EventDetail {
    var random = SystemRandomNumberGenerator()
    let id = Event.ID(device: device.id.description, sequence: device.chain.head.count + 1)
    let sealed = try ResidentPIN.seal(
      digits, for: id, cards: [day.bag[0]], to: day.store.identity.boxKey)
    return EventDetail(sealedPIN: sealed, using: &random)
  }
}
