import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct KeyTests {
  private let evening = DispatchedDay.evening

  private func dayWithDetails() throws -> DispatchedDay {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver(
      [day.bag[0]], run: day.run, at: DispatchedDay.morning, detail: .plain("pagar hijau"))
    try device.fail([day.bag[1]], run: day.run, at: DispatchedDay.morning, reason: .notHome)
    try device.deliver(
      [day.bag[2]], run: day.run, at: DispatchedDay.morning, detail: .plain("pagar biru"))
    _ = try day.store.merge(
      fileBytes: device.file(0..<1) + device.file(2..<3), now: evening)
    return day
  }

  private func keys(of office: TestOffice) throws -> OfficeKeys {
    try OfficeKeys(
      fileBytes: Array(Data(contentsOf: URL(filePath: office.path + "/keys/office.key"))))
  }

  @Test func everythingIsSealedAnewAndTheOldKeyIsForgotten() throws {
    let day = try dayWithDetails()
    let old = try keys(of: day.office)
    // Eight cards, the signers of two documents, one detail in the log and one that waits.
    #expect(try day.store.rotateKeys(now: evening) == 12)
    let new = try keys(of: day.office)
    #expect(new.personalDataKeyNumber == old.personalDataKeyNumber + 1)
    #expect(new.forgettingOldPersonalDataKeys == new)
    #expect(try day.store.card(day.bag[0]).card.resident.nik == TestOffice.nik(0))
    #expect(try day.store.verify().findings == [])
    let again = try Workspace.open(at: day.office.path).store
    #expect(try again.card(day.bag[0]).card.resident.nik == TestOffice.nik(0))
    #expect(try again.searchCards(nik: TestOffice.nik(0)).count == 1)
    #expect(try again.rotateKeys(now: evening) == 12)
  }

  /// The power fails after the key file has both keys and before anything is sealed anew.
  @Test func aRotationCutShortIsCompletedByTheNext() throws {
    let day = try dayWithDetails()
    var random = SystemRandomNumberGenerator()
    let both = try keys(of: day.office).rotatingPersonalDataKey(using: &random)
    let path = day.office.path + "/keys/office.key"
    try Data(both.fileBytes).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let store = try Workspace.open(at: day.office.path).store
    try day.office.importCards(20..<21)
    #expect(try store.card(day.bag[0]).card.resident.nik == TestOffice.nik(0))
    #expect(try store.verify().findings == [])
    #expect(try store.rotateKeys(now: evening) == 13)
    let finished = try keys(of: day.office)
    #expect(finished.personalDataKeyNumber == both.personalDataKeyNumber)
    #expect(finished == both.forgettingOldPersonalDataKeys)
    #expect(try store.verify().findings == [])
  }

  @Test func aProcessThatWasThereBeforeSealsWithTheNewKey() throws {
    let day = try dayWithDetails()
    let before = try Workspace.open(at: day.office.path).store
    try day.store.rotateKeys(now: evening)
    let source = try #require(TestOffice.source)
    _ = try before.importCards(
      [TestOffice.newCard(40)], sourceDigest: source, now: TestOffice.now)
    #expect(try day.store.searchCards(nik: TestOffice.nik(40)).count == 1)
    #expect(try day.store.verify().findings == [])
  }

  @Test func anOlderKeyFileIsNamed() throws {
    let day = try dayWithDetails()
    let path = day.office.path + "/keys/office.key"
    let old = try Data(contentsOf: URL(filePath: path))
    try day.store.rotateKeys(now: evening)
    try old.write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let store = try Workspace.open(at: day.office.path).store
    #expect(throws: StorageError.oldKeys(path: path)) { try store.card(day.bag[0]) }
  }

  @Test func aPINBelongsToItsCard() throws {
    let day = try DispatchedDay()
    let pins = try day.bag.map { try day.store.pin(for: $0, Store.clerk()) }
    #expect(pins.allSatisfy(ResidentPIN.isWellFormed))
    #expect(Set(pins).count > 1)
    #expect(try day.store.pin(for: day.bag[0], Store.clerk()) == pins[0])
  }
}
