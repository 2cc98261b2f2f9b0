import Custody
import Domain
import Geometry
import TestSupport
import Testing

/// An invented office and a courier's device that write to each other, all from one seed.
struct ExchangeSamples {
  let keys: OfficeKeys
  let office: OfficeIdentity
  let device: DeviceKey
  let courier: CourierID
  private var roots: [Fingerprint] = []
  private var leaves: [Fingerprint] = []

  init(seed: UInt64 = 1) throws {
    var random = SplitMix64(seed: seed)
    keys = try OfficeKeys.generate(using: &random)
    office = keys.identity(named: "Disdukcapil Bandar Lampung")
    device = try DeviceKey(using: &random)
    courier = try #require(CourierID("SP-017"))
    var frontier = MerkleFrontier()
    roots.append(frontier.root)
    for leaf in 0..<40 {
      leaves.append(MerkleTree.leafHash([UInt8(leaf), UInt8(seed & 0xFF)]))
      _ = frontier.append(leaves[leaf])
      roots.append(frontier.root)
    }
  }

  /// 09:00 WIB on 27 July 2017 and so many minutes.
  static func time(_ minutes: Int) -> Instant {
    Instant(milliseconds: 1_501_120_800_000 + Int64(minutes) * 60_000)
  }

  static func clock(_ minutes: Int) -> ClockReading {
    ClockReading(
      wall: time(minutes), boot: "b0071d", uptime: 3_600_000 + Int64(minutes) * 60_000)
  }

  static func card(_ serial: Int) throws -> CardID {
    CardID(regency: try #require(RegionCode("18.71")), year: 2017, serial: serial)
  }

  static func run() throws -> RunID { try #require(RunID("R-20170727-1-042")) }

  /// Built here so that no whole NIK stands in the repository.
  static func nik() throws -> NIK { try NIK("187101" + "410290" + "0001") }

  func checkpoint(_ size: Int, minute: Int? = nil) throws -> Checkpoint {
    try Checkpoint(
      workspaceID: keys.workspaceID, size: size, root: roots[size],
      time: Self.time(minute ?? size), signedWith: keys.signing)
  }

  /// That the log of `size` entries begins with that of `older`.
  func proof(from older: Int, to size: Int) -> LogProof {
    let path = MerkleTree.consistencyProof(from: older, to: size) { level, place in
      var frontier = MerkleFrontier()
      for leaf in leaves[(place << level)..<((place + 1) << level)] { _ = frontier.append(leaf) }
      return frontier.root
    }
    return LogProof(from: older, path: path)
  }

  func note(size: Int = 7, from older: [Int] = []) throws -> OfficeNote {
    OfficeNote(
      office: office, checkpoint: try checkpoint(size),
      proofs: older.map { proof(from: $0, to: size) })
  }

  /// A chain of failed attempts at one door, one a minute; every third has a detail.
  func entries(_ count: Int) throws -> [CourierBundle.Entry] {
    var chain = DeviceChain(
      workspaceID: keys.workspaceID, device: device.device.description,
      publicKey: device.signing.publicKey)
    var random = SplitMix64(seed: UInt64(count))
    let card = try Self.card(1)
    let run = try Self.run()
    return try (0..<count).map { index in
      let detail =
        index.isMultiple(of: 3)
        ? EventDetail(receiverName: "Ibu \(index)", note: "pagar biru", using: &random) : nil
      let event = Event(
        id: Event.ID(device: device.device.description, sequence: index + 1), kind: .failed,
        cards: [card], giver: .courier(courier), taker: .courier(courier),
        actor: courier.description, run: run, stop: 1, time: Self.time(index), reason: .notHome,
        detail: detail?.commitment)
      return CourierBundle.Entry(
        signed: try chain.sign(event, with: device.signing), recorded: Self.clock(index),
        detail: detail)
    }
  }

  func bundleFile(_ entries: [CourierBundle.Entry]) throws -> [UInt8] {
    try CourierBundle.fileBytes(
      workspaceID: keys.workspaceID, entries: entries, sent: Self.clock(500),
      checkpoint: try checkpoint(3), from: device, of: courier, to: office.boxKey)
  }

  func runBundle() throws -> RunBundle {
    let house = Location(
      coordinate: try Coordinate(latitude: -5.381591, longitude: 105.258621), source: .house)
    func card(_ serial: Int, _ name: String, _ request: RequestKind) throws -> RunBundle.Card {
      RunBundle.Card(
        id: try Self.card(serial), residentName: name, nik: try Self.nik(), request: request)
    }
    let desa = try #require(RegionCode("18.71.01.1003"))
    let run = try Self.run()
    let stops = [
      RunBundle.Stop(
        number: 1, addressLine: "Jl. Kenanga No. 12, RT 005/RW 002", landmark: "depan \"warung\"",
        desa: desa, arrives: try #require(TimeOfDay("09:00")), place: RunBundle.Place(house),
        cards: [try card(1, "Siti Contoh", .first), try card(2, "Budi Contoh", .damaged)]),
      RunBundle.Stop(
        number: 2, addressLine: "RT 001/RW -", landmark: nil, desa: desa,
        arrives: try #require(TimeOfDay("25:10")), place: nil,
        cards: [try card(3, "Ayu", .lost)]),
    ]
    return RunBundle(
      note: try note(), run: run, date: run.plan.date, zone: .western, courier: courier,
      device: device.device, issued: Self.time(0),
      document: try #require(HandoverDocumentNumber("BAST/1871/20170727/001")), stops: stops)
  }

  func acknowledgement(_ count: Int = 2) throws -> Acknowledgement {
    let entries = try entries(max(1, count))
    return Acknowledgement(
      note: try note(size: 9, from: [3, 7]), device: device.device,
      head: ChainHead(count: count, hash: entries[max(0, count - 1)].signed.hash),
      refusals: [Acknowledgement.Refusal(sequence: 1, code: "ALREADY_DELIVERED")],
      isRevoked: false)
  }
}

extension [UInt8] {
  /// The bytes with one bit of one of them changed.
  func flipped(at place: Int) -> [UInt8] {
    var bytes = self
    bytes[place] ^= 1 << (place % 8)
    return bytes
  }
}
