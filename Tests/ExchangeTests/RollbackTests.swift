import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage
import Testing

/// Sets an office back to a state that was once whole and true, and sees who notices.
@Suite struct RollbackTests {
  /// As they stand in `docs/THREATS.md`.
  static let titles = [
    "Put an old backup of the database in its place",
    "Put an old backup of the database and of `ledger.anchor` in place",
    "Go back and let the log grow again past the old end",
    "Show the auditor one log and the couriers another",
  ]

  /// Puts the morning's database, with or without the anchor, in the place of the evening's.
  private func setBack(_ day: AttackedDay, withAnchor: Bool) throws -> Store {
    let files = FileManager.default
    for name in ["hantar.sqlite", "hantar.sqlite-wal"] + (withAnchor ? ["ledger.anchor"] : []) {
      try? files.removeItem(atPath: "\(day.path)/\(name)")
      if files.fileExists(atPath: "\(day.morning)/\(name)") {
        try files.copyItem(atPath: "\(day.morning)/\(name)", toPath: "\(day.path)/\(name)")
      }
    }
    try? files.removeItem(atPath: day.path + "/hantar.sqlite-shm")
    return try Workspace.open(at: day.path).store
  }

  @Test func anOldDatabaseIsFoundAndNotWrittenTo() throws {
    let day = try AttackedDay()
    let store = try setBack(day, withAnchor: false)
    #expect(try store.verify().findings.map(\.code).contains("TRUNCATED"))
    #expect(throws: StorageError.logIsCut(entries: 8, anchored: 12)) {
      try store.saveCouriers([SampleOffice.courier("SP-09")], now: AttackedDay.evening)
    }
  }

  @Test func anOldDatabaseWithItsAnchorIsFoundByThePublishedCheckpoint() throws {
    let day = try AttackedDay()
    let store = try setBack(day, withAnchor: true)
    #expect(try store.verify().findings == [], "the folder was whole and true once")
    #expect(try store.verify(against: [day.published]).findings.map(\.code) == ["TRUNCATED"])
  }

  @Test func anOldDatabaseWithItsAnchorIsRefusedByTheDevices() throws {
    let day = try AttackedDay()
    let store = try setBack(day, withAnchor: true)
    let pocket = day.pockets[2]
    let now = AttackedDay.clock(400)
    let answer = try store.acknowledgement(for: pocket.device, now: now.wall)
    #expect(throws: (any Error).self) { try pocket.take(answer, clock: now) }
    #expect(try pocket.evidence().count == 1)
  }

  @Test func theOfficeItselfStopsWhenADeviceRemembersMore() throws {
    let day = try AttackedDay()
    let store = try setBack(day, withAnchor: true)
    let bundle = try day.pockets[2].bundle(clock: AttackedDay.clock(400))
    #expect(
      throws: StorageError.olderThanDevice(day.pockets[2].device, remembered: 12, entries: 8)
    ) {
      try store.merge(fileBytes: bundle, now: AttackedDay.clock(401).wall)
    }
  }

  @Test func aLogThatGrewAnewIsFoundByDevicesAndPublishedCheckpoints() throws {
    let day = try AttackedDay()
    let store = try setBack(day, withAnchor: true)
    let now = AttackedDay.clock(400)
    for card in day.cards.prefix(6) {
      _ = try store.withdraw([card.old], by: "Rina", now: now.wall)
    }
    #expect(try store.verify().findings == [])
    let found = try store.verify(against: [day.published]).findings.map(\.code)
    #expect(found == ["OTHER_HISTORY"])

    let pocket = day.pockets[2]
    let answer = try store.acknowledgement(for: pocket.device, now: now.wall)
    #expect(throws: (any Error).self) { try pocket.take(answer, clock: now) }
    let bundle = try pocket.bundle(clock: now)
    #expect(throws: StorageError.differsFromDevice(pocket.device, remembered: 12)) {
      try store.merge(fileBytes: bundle, now: now.wall)
    }
  }

  @Test func twoLogsAreFoundAsSoonAsOneReaderSeesBoth() throws {
    let day = try AttackedDay()
    let other = try Workspace.open(at: day.morning).store
    for card in day.cards[8..<12] {
      _ = try other.withdraw([card.old], by: "Rina", now: AttackedDay.evening)
    }
    let shown = try other.checkpoint(now: AttackedDay.evening)
    #expect(try day.store.verify(against: [shown]).findings.map(\.code) == ["OTHER_HISTORY"])
    #expect(try other.verify(against: [day.published]).findings.map(\.code) == ["OTHER_HISTORY"])
  }
}
