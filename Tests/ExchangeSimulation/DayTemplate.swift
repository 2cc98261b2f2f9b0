internal import Custody
internal import Domain
internal import Foundation
internal import Storage
internal import TestSupport

/// The morning before every simulated day: an office whose couriers signed for their bags, and the
/// couriers' devices with their runs, made once and copied for each seed.
///
/// | device | courier | |
/// | --- | --- | --- |
/// | 0, 1 | SP-01 | both enrolled, both with the run |
/// | 2 | SP-02 | may be lost |
/// | 3 | SP-03 | may be restored from an old copy |
public struct DayTemplate: Sendable {
  static let couriers = ["SP-01", "SP-01", "SP-02", "SP-03"]
  static let pin = "730418"
  /// The bags are signed for at half past seven.
  static let start = SampleOffice.morning.adding(milliseconds: 1_800_000)

  let folder: String
  /// Twenty-four in the bags, eight for each courier, and four at the office.
  let cards: [CardID]
  let runs: [RunID]
  /// What each card's resident was told.
  let pins: [CardID: String]
  let workspaceID: String
  let officeKey: [UInt8]

  /// Makes the morning in the new folder `folder`; ``remove()`` takes it away.
  public init(in folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let workspace = try SampleOffice.workspace(at: folder + "/office")
    let store = workspace.store
    let ids = ["SP-01", "SP-02", "SP-03"]
    try store.saveCouriers(ids.map { try SampleOffice.courier($0) }, now: SampleOffice.morning)
    let cards = try SampleOffice.importCards(0..<28, into: store) { $0.isMultiple(of: 3) }
    self.cards = cards
    runs = try SampleOffice.handOut(
      ids.enumerated().map { ($1, Array(cards[$0 * 8..<$0 * 8 + 8])) }, from: store,
      now: Self.start)
    let access = try Access(by: "Simulasi", for: .service, at: Self.start)
    pins = try Dictionary(uniqueKeysWithValues: cards.map { ($0, try store.pin(for: $0, access)) })
    workspaceID = store.workspaceID
    officeKey = store.officeKey.bytes
    var pockets: [Pocket] = []
    for number in Self.couriers.indices {
      pockets.append(try Self.makePocket(number, in: folder))
      let request = try DeviceRequest(fileBytes: pockets[number].requestFile)
      _ = try store.enrol(request, by: "Rina", now: Self.start)
    }
    try SampleOffice.giveRuns(
      runs, to: pockets, from: store, clock: Self.clock.reading(at: Self.start))
  }

  public func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The cards in the bag of the courier of a device, eight of them.
  func bag(of device: Int) -> [CardID] {
    let courier = Self.runNumber(of: device)
    return Array(cards[courier * 8..<courier * 8 + 8])
  }

  func run(of device: Int) -> RunID { runs[Self.runNumber(of: device)] }

  static func runNumber(of device: Int) -> Int { [0, 0, 1, 2][device] }

  private static func makePocket(_ number: Int, in folder: String) throws -> Pocket {
    let path = "\(folder)/device-\(number)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard let courier = CourierID(couriers[number]) else { throw SimulationError.badSample }
    // Seeded, since what the office does can depend on the order of the devices' names.
    return try Pocket.create(
      at: path + "/pocket.sqlite", courier: courier, pin: pin, cost: .trifling,
      clock: clock.reading(at: start), random: SplitMix64(seed: UInt64(number)))
  }

  static var clock: DeviceClock {
    DeviceClock(name: "boot", bootedAt: SampleOffice.morning)
  }
}
