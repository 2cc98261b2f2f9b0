import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage
import Testing

/// An office at the end of a small day, for an attacker to work on.
///
/// | place | entry |
/// | --- | --- |
/// | 1 | twelve cards printed |
/// | 2 to 4 | two devices of SP-01 and one of SP-02 enrolled |
/// | 5 to 8 | the bags of SP-01 and SP-02 handed over |
/// | 9 | SP-01 delivers card 0 |
/// | 10 | SP-01 delivers card 1, far from its door: flagged |
/// | 11 | the other device of SP-01 claims card 0 too: refused |
/// | 12 | SP-02 delivers card 6 |
struct AttackedDay: Sendable {
  let folder: TestFolder
  let cards: [CardID]
  let store: Store
  /// Two of SP-01, one of SP-02.
  let pockets: [Pocket]
  /// What each device sent to the office.
  let files: [[UInt8]]
  /// The office's word at the end of the day, as it stood in the newspaper.
  let published: Checkpoint
  /// The office's folder when the bags had been handed over.
  let morning: String

  var path: String { folder.path + "/office" }

  /// Played once, for those who only work on copies of its office.
  static let played = Result { try AttackedDay() }

  /// The office's folder as it is, put into another.
  func copyOfOffice(in folder: TestFolder) throws -> String {
    let copy = folder.path + "/office"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    try? FileManager.default.removeItem(atPath: copy + "/hantar.sqlite-shm")
    return copy
  }

  static let now = SampleOffice.morning
  static let evening = Instant(milliseconds: now.milliseconds + 36_000_000)

  static func clock(_ minutes: Int64) -> ClockReading {
    ClockReading(
      wall: Instant(milliseconds: now.milliseconds + minutes * 60_000), boot: "boot",
      uptime: minutes * 60_000)
  }

  init() throws {
    folder = try TestFolder()
    store = try SampleOffice.workspace(at: folder.path + "/office").store
    try store.saveCouriers(
      [SampleOffice.courier("SP-01"), SampleOffice.courier("SP-02")], now: Self.now)
    cards = try SampleOffice.importCards(0..<12, into: store)
    let place = folder.path
    pockets = try ["SP-01", "SP-01", "SP-02"].enumerated().map { number, courier in
      try Pocket.create(
        at: "\(place)/\(number).pocket", courier: try #require(CourierID(courier)),
        pin: "730418", cost: .trifling, clock: Self.clock(10))
    }
    for pocket in pockets {
      let request = try DeviceRequest(fileBytes: pocket.requestFile)
      _ = try store.enrol(request, by: "Rina", now: Self.now)
    }
    let bags = [("SP-01", Array(cards[0..<6])), ("SP-02", Array(cards[6..<12]))]
    let runs = try SampleOffice.handOut(bags, from: store, now: Self.clock(30).wall)
    try SampleOffice.giveRuns(runs, to: pockets, from: store, clock: Self.clock(31))
    morning = folder.path + "/morning"
    try FileManager.default.copyItem(atPath: folder.path + "/office", toPath: morning)

    try Self.deliver(cards[0], with: pockets[0], at: 120)
    try pockets[0].deliver(
      [cards[1]], to: .own, proofs: [Proof(kind: .signature)],
      detail: DetailDraft(position: try SampleOffice.door(300), accuracyMetres: 8),
      clock: Self.clock(125))
    try Self.deliver(cards[0], with: pockets[1], at: 126)
    try Self.deliver(cards[6], with: pockets[2], at: 130)
    files = try pockets.map { try $0.bundle(clock: Self.clock(190)) }
    for pocket in pockets { try Self.sync(pocket, with: store) }
    published = try store.checkpoint(now: Self.evening)
  }

  /// The file of a device as it is, put into the new folder `folder`.
  func copyOfPocket(_ number: Int, in folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = folder + "/pocket.sqlite"
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: "\(self.folder.path)/\(number).pocket\(ending)", toPath: copy + ending)
    }
    return copy
  }

  static func deliver(_ card: CardID, with pocket: Pocket, at minutes: Int64) throws {
    try pocket.deliver(
      [card], to: .own, proofs: [Proof(kind: .signature)],
      detail: DetailDraft(receiverName: "Sri \(minutes)"), clock: clock(minutes))
  }

  /// Brings what a device has to the office, and the office's answer back.
  static func sync(_ pocket: Pocket, with store: Store, at minutes: Int64 = 200) throws {
    let now = clock(minutes).wall
    _ = try store.merge(fileBytes: pocket.bundle(clock: clock(minutes)), now: now)
    try pocket.take(
      store.acknowledgement(for: pocket.device, now: now), clock: clock(minutes + 1))
  }
}
