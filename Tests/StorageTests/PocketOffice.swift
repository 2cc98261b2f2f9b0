import Custody
import Domain
import Foundation
import Geometry
import Storage
import Testing

/// The office as a courier's device sees it: files that come, files that go. It believes everything
/// and keeps no database. Its folder is gone afterwards.
final class PocketOffice {
  let keys: OfficeKeys
  let identity: OfficeIdentity
  let folder: String
  let courier: CourierID
  /// The hashes of its log.
  private var log: [Fingerprint] = []

  /// 27 July 2017 at 07:00 in Bandar Lampung and so many minutes.
  static func time(_ minutes: Int) -> Instant {
    Instant(milliseconds: 1_501_113_600_000 + Int64(minutes) * 60_000)
  }

  static func clock(_ minutes: Int) -> ClockReading {
    ClockReading(
      wall: time(minutes), boot: "first", uptime: 3_600_000 + Int64(minutes) * 60_000)
  }

  init() throws {
    var random = SystemRandomNumberGenerator()
    keys = try OfficeKeys.generate(using: &random)
    identity = keys.identity(named: "Disdukcapil Bandar Lampung")
    courier = try #require(CourierID("SP-01"))
    folder = FileManager.default.temporaryDirectory.path + "/pocket-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "pocket.sqlite") -> String { folder + "/" + name }

  static let pin = "271804"

  func pocket(_ name: String = "pocket.sqlite", clock: ClockReading = clock(0)) throws -> Pocket {
    try Pocket.create(
      at: path(name), courier: courier, pin: Self.pin, cost: .trifling, clock: clock)
  }

  func open(_ name: String = "pocket.sqlite", clock: ClockReading = clock(0)) throws -> Pocket {
    try Pocket.open(at: path(name), pin: Self.pin, clock: clock)
  }

  static func card(_ serial: Int) throws -> CardID {
    CardID(regency: try #require(RegionCode("18.71")), year: 2017, serial: serial)
  }

  static func run(_ number: Int = 1) throws -> RunID {
    try #require(RunID("R-20170727-\(number)-001"))
  }

  static func nik(_ number: Int) throws -> NIK {
    try NIK("187101" + "150390" + "000" + String(number % 9 + 1))
  }

  static func desa() throws -> RegionCode { try #require(RegionCode("18.71.01.1003")) }

  /// Lets the log grow by some entries.
  func grow(by count: Int = 1) {
    for _ in 0..<count {
      log.append(MerkleTree.leafHash(Array("entry \(log.count)".utf8)))
    }
  }

  /// Rewrites history from an entry on.
  func rewrite(from place: Int) {
    log[place] = MerkleTree.leafHash(Array("another story".utf8))
  }

  func shrink(to size: Int) { log.removeLast(log.count - size) }

  func checkpoint(minute: Int) throws -> Checkpoint {
    try Checkpoint(
      workspaceID: keys.workspaceID, size: log.count, root: tree(log[...]),
      time: Self.time(minute), signedWith: keys.signing)
  }

  func note(minute: Int, provedFrom: [Int] = []) throws -> OfficeNote {
    let proofs = provedFrom.map { older in
      LogProof(
        from: older,
        path: MerkleTree.consistencyProof(from: older, to: log.count) { level, place in
          tree(log[(place << level)..<((place + 1) << level)])
        })
    }
    return OfficeNote(
      office: identity, checkpoint: try checkpoint(minute: minute), proofs: proofs)
  }

  private func tree(_ leaves: ArraySlice<Fingerprint>) -> Fingerprint {
    var frontier = MerkleFrontier()
    for leaf in leaves { _ = frontier.append(leaf) }
    return frontier.root
  }

  /// Cards two to a door; every second one replaces a damaged card.
  func runBundle(
    for pocket: Pocket, run: RunID? = nil, cards: [Int] = Array(1...6), minute: Int = 30,
    provedFrom: [Int] = [], policy: CustodyPolicy = .standard
  ) throws -> RunBundle {
    let run = try run ?? Self.run()
    let stops = try stride(from: 0, to: cards.count, by: 2).map { first in
      RunBundle.Stop(
        number: first / 2 + 1, addressLine: "Jl. Kenanga No. \(cards[first])",
        landmark: "dekat musala", desa: try Self.desa(),
        arrives: try #require(TimeOfDay("09:00")), place: nil,
        cards: try cards[first..<min(first + 2, cards.count)].map { serial in
          RunBundle.Card(
            id: try Self.card(serial), residentName: "Sri Wahyuni \(serial)",
            nik: try Self.nik(serial), request: serial.isMultiple(of: 2) ? .damaged : .first)
        })
    }
    return RunBundle(
      note: try note(minute: minute, provedFrom: provedFrom), run: run, date: run.plan.date,
      zone: .western, courier: pocket.courier, device: pocket.device,
      issued: Self.time(minute),
      document: try #require(HandoverDocumentNumber("BAST/1871/20170727/001")), policy: policy,
      stops: stops)
  }

  func boxKey(of pocket: Pocket) throws -> BoxPublicKey {
    try DeviceRequest(fileBytes: pocket.requestFile).registration.boxKey
  }

  func file(_ bundle: RunBundle, for pocket: Pocket) throws -> [UInt8] {
    try bundle.fileBytes(signedWith: keys.signing, to: try boxKey(of: pocket))
  }

  func file(_ answer: Acknowledgement, for pocket: Pocket) throws -> [UInt8] {
    try answer.fileBytes(signedWith: keys.signing, to: try boxKey(of: pocket))
  }

  /// The usual morning: a pocket that has taken one run.
  func pocketWithRun(minute: Int = 30) throws -> Pocket {
    let pocket = try pocket()
    try pocket.take(
      try file(try runBundle(for: pocket, minute: minute), for: pocket),
      clock: Self.clock(minute))
    return pocket
  }

  func read(_ file: [UInt8]) -> CourierBundle.Reading {
    CourierBundle.read(file, with: keys.box)
  }

  /// The answer to so many events of a pocket.
  func answer(
    to pocket: Pocket, through count: Int? = nil, minute: Int, provedFrom: [Int] = [],
    refusing refusals: [Acknowledgement.Refusal] = [], isRevoked: Bool = false
  ) throws -> Acknowledgement {
    let events = try pocket.signedEvents()
    let count = count ?? events.count
    let registration = try DeviceRequest(fileBytes: pocket.requestFile).registration
    let empty = DeviceChain(
      workspaceID: keys.workspaceID, device: pocket.device.description,
      publicKey: registration.signingKey)
    return Acknowledgement(
      note: try note(minute: minute, provedFrom: provedFrom), device: pocket.device,
      head: count == 0 ? empty.head : ChainHead(count: count, hash: events[count - 1].hash),
      refusals: refusals, isRevoked: isRevoked)
  }

  /// Every byte that lies in the folder of the pockets.
  func bytesOnDisk() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .reduce(into: Data()) { bytes, name in
        bytes += try Data(contentsOf: URL(filePath: folder + "/" + name))
      }
  }

}
