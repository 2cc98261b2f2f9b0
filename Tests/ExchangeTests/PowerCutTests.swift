import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage
import TestSupport
import Testing

/// Cuts the power at every kind of moment and looks at what the machine finds when it starts again.
@Suite struct PowerCutTests {
  /// What was acknowledged by the time the disk had done so many things.
  private struct Acknowledged {
    let moment: Int
    let events: Int
  }

  private static let pin = "730418"

  /// A device that works through its run on a watched disk, with the disk and what it acknowledged.
  private func playDevice(
    in folder: TestFolder, before: (FaultyDisk) -> Void = { _ in }
  ) throws -> (disk: FaultyDisk, acknowledged: [Acknowledged]) {
    let day = try AttackedDay.played.get()
    let place = folder.path + "/device"
    let path = try day.copyOfPocket(2, in: place)
    let disk = try FaultyDisk(watching: place)
    before(disk)
    let pocket = try Pocket.open(
      at: path, pin: Self.pin, clock: AttackedDay.clock(300))
    var acknowledged = [Acknowledged(moment: 0, events: try pocket.events().count)]
    for round in 0..<16 {
      let card = day.cards[7 + round % 2]
      let clock = AttackedDay.clock(301 + Int64(round))
      if round % 4 < 2 {
        try pocket.fail([card], reason: .notHome, clock: clock)
      } else {
        try pocket.reattempt([card], clock: clock)
      }
      acknowledged.append(
        Acknowledged(moment: disk.moment, events: try pocket.events().count))
    }
    return (disk, acknowledged)
  }

  /// How many of so many power cuts lost an acknowledged event, or the whole pocket.
  private func lossesOfDevice(
    cuts: Int, on disk: FaultyDisk, _ acknowledged: [Acknowledged], in folder: TestFolder
  ) throws -> Int {
    var random = SplitMix64(seed: 1)
    var losses = 0
    for cut in 0..<cuts {
      let moment = Int.random(in: 0...disk.moment, using: &random)
      let loss = FaultyDisk.Loss.allCases[cut % FaultyDisk.Loss.allCases.count]
      let remains = "\(folder.path)/remains"
      try disk.cutPower(at: moment, loss: loss, into: remains, using: &random)
      defer { try? FileManager.default.removeItem(atPath: remains) }
      let pocket = try? Pocket.open(
        at: remains + "/pocket.sqlite", pin: Self.pin, clock: AttackedDay.clock(400))
      guard let found = try? pocket?.signedEvents() else {
        losses += 1
        continue
      }
      let promised = acknowledged.last { $0.moment <= moment }?.events ?? 0
      if found.count < promised { losses += 1 }
      #expect(found.count <= promised + 1, "an event that nobody recorded")
      #expect(found.map(\.event.id.sequence) == Array(1..<found.count + 1))
    }
    return losses
  }

  @Test func aDeviceWithoutPowerHasEveryEventThatItAcknowledged() throws {
    let folder = try TestFolder()
    let (disk, acknowledged) = try playDevice(in: folder)
    #expect(try lossesOfDevice(cuts: 100, on: disk, acknowledged, in: folder) == 0)
  }

  /// The control: were commits not waited for, these tests would notice.
  @Test func aDiskThatOnlyPretendsToFlushIsNoticed() throws {
    let folder = try TestFolder()
    let (disk, acknowledged) = try playDevice(in: folder) { $0.pretendToFlushLogs() }
    #expect(try lossesOfDevice(cuts: 40, on: disk, acknowledged, in: folder) > 10)
  }

  @Test func anOfficeWithoutPowerHasEveryEventThatItAcknowledged() throws {
    let folder = try TestFolder()
    let day = try AttackedDay.played.get()
    let office = folder.path + "/office"
    try FileManager.default.copyItem(atPath: day.morning, toPath: office)
    let disk = try FaultyDisk(watching: office)
    let anchor = office + "/ledger.anchor"
    let store = try Workspace.open(at: office).store
    var acknowledged = [(moment: 0, entries: try store.entryCount(), anchor: try bytes(anchor))]
    for (index, file) in day.files.enumerated() {
      let now = AttackedDay.clock(500 + Int64(index)).wall
      _ = try store.merge(fileBytes: file, now: now)
      acknowledged.append((disk.moment, try store.entryCount(), try bytes(anchor)))
      _ = try store.withdraw([day.cards[index].old], by: "Rina", now: now)
      acknowledged.append((disk.moment, try store.entryCount(), try bytes(anchor)))
    }

    var random = SplitMix64(seed: 2)
    for cut in 0..<40 {
      let moment = Int.random(in: 0...disk.moment, using: &random)
      let remains = folder.path + "/remains"
      try disk.cutPower(
        at: moment, loss: FaultyDisk.Loss.allCases[cut % 4], into: remains, using: &random)
      defer { try? FileManager.default.removeItem(atPath: remains) }
      let promised = try #require(acknowledged.last { $0.moment <= moment })
      try promised.anchor.write(to: URL(filePath: remains + "/ledger.anchor"))
      let found = try Workspace.open(at: remains).store
      #expect(try found.entryCount() >= promised.entries)
      #expect(try found.verify().findings == [])
    }
  }

  /// The disk fails at its first write, its second, and so on until nothing fails any more.
  @Test(arguments: [false, true])
  func aDeviceOnAFullOrFailingDiskSaysSoAndGoesOnAfterwards(isFull: Bool) throws {
    let folder = try TestFolder()
    let day = try AttackedDay.played.get()
    let place = folder.path + "/device"
    let path = try day.copyOfPocket(2, in: place)
    let disk = try FaultyDisk(watching: place)
    var failures = 0
    for attempt in 0..<40 {
      let pocket = try Pocket.open(
        at: path, pin: Self.pin, clock: AttackedDay.clock(300))
      let before = try pocket.events().count
      if isFull {
        disk.leaveRoom(forBytes: attempt * 1500)
      } else {
        disk.fail(afterOperations: attempt)
      }
      let result = Result { try record(attempt, in: pocket, day) }
      disk.leaveRoom(forBytes: nil)
      disk.fail(afterOperations: nil)
      guard case .failure(let error) = result else {
        #expect(try pocket.events().count == before + 1)
        return #expect(failures > 2)
      }
      #expect(error is StorageError)
      failures += 1
    }
    Issue.record("the disk never got well")
  }

  /// Whatever was recorded before, something new.
  private func record(_ attempt: Int, in pocket: Pocket, _ day: AttackedDay) throws {
    let clock = AttackedDay.clock(301 + Int64(attempt))
    try pocket.reportFee(rupiah: 10_000 + attempt, clock: clock)
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }
}
