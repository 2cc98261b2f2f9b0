import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct ReportTests {
  @Test func coverageCountsEveryCardOnceAtEachLevel() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning)
    try device.fail([day.bag[2]], run: day.run, at: DispatchedDay.morning, reason: .moved)
    _ = try day.store.merge(fileBytes: device.file(), now: DispatchedDay.evening)

    let regency = try #require(day.store.coverage(.regency).first)
    #expect(regency.cards == 8)
    #expect(regency.toDoor == 8)
    #expect(regency.delivered == 1)
    #expect(regency.attemptFailed == 1)
    #expect(regency.outForDelivery == 4)
    #expect(regency.atOffice == 2)
    #expect(regency.population == 1000)
    let kecamatan = try day.store.coverage(.kecamatan)
    #expect(kecamatan.map(\.region.name) == ["Kedaton", "Sukarame"])
    #expect(kecamatan.map(\.cards) == [6, 2])
    let desa = try day.store.coverage(.desa)
    #expect(desa.map(\.cards) == [4, 2, 2])
    let today = try day.store.coverage(.kecamatan, date: TestOffice.today)
    #expect(today.map(\.cards) == [4, 2])
    #expect(try day.store.coverage(.regency, date: TestOffice.tomorrow).map(\.cards) == [0])
  }

  @Test func theDayRecordAddsUp() throws {
    let day = try DispatchedDay()
    let waiting = try day.office.plan([("SP-02", [[day.cards[6]]])])
    try day.store.savePlan(waiting, now: TestOffice.now)
    var device = day.device
    try device.deliver(
      [day.bag[0], day.bag[1]], run: day.run, at: DispatchedDay.morning, to: .family)
    try device.fail([day.bag[2]], run: day.run, at: DispatchedDay.morning, reason: .notHome)

    let before = try day.store.dayRecord(TestOffice.today)
    #expect(before.lateSyncs == [day.run])
    #expect(before.runs.map(\.handedOut) == [6, 0])

    _ = try day.store.merge(fileBytes: device.file(), now: DispatchedDay.evening)
    let report = try day.store.dayRecord(TestOffice.today)
    #expect(report.planned == 7)
    #expect(report.handedOut == 6)
    #expect(report.delivered == 2)
    #expect(report.failed == 1)
    #expect(report.returned == 0)
    #expect(report.stillOut == 4)
    #expect(report.deliveredByRecipient.map(\.recipient) == [.family])
    #expect(report.deliveredByRecipient.map(\.cards) == [2])
    #expect(report.failedByReason.map(\.reason) == [.notHome])
    #expect(report.failedByReason.map(\.cards) == [1])
    #expect(report.lateSyncs.isEmpty)
    #expect(report.runs[0].lastSync == DispatchedDay.evening)

    try device.record(
      .returned, Array(day.bag[2...]), to: .office, run: day.run, at: DispatchedDay.evening)
    let late = Instant(milliseconds: DispatchedDay.evening.milliseconds + 86_400_000)
    _ = try day.store.merge(fileBytes: device.file(), now: late)
    let after = try day.store.dayRecord(TestOffice.today)
    #expect(after.returned == 4)
    #expect(after.stillOut == 0)
    #expect(after.lateSyncs == [day.run])
  }

  @Test func aBackupIsAWorkspaceOnceItsKeyIsBack() throws {
    let day = try DispatchedDay()
    let folder = day.office.root + "/backup"
    try day.office.workspace.backup(to: folder)
    #expect(throws: StorageError.missingKey(path: folder + "/keys/office.key")) {
      try Workspace.open(at: folder)
    }
    try FileManager.default.copyItem(
      atPath: day.office.path + "/keys/office.key", toPath: folder + "/keys/office.key")
    let store = try Workspace.open(at: folder).store
    #expect(try store.verify().isSound)
    #expect(try store.ledgerHead() == day.store.ledgerHead())
    #expect(try store.plan(day.plan.id) == day.plan)
    #expect(throws: StorageError.alreadyExists(path: folder)) {
      try day.office.workspace.backup(to: folder)
    }
  }
}
