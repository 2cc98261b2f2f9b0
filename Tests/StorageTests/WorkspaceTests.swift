import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct WorkspaceTests {
  @Test func aNewWorkspaceOpensAgainWithItsRegionsAndRules() throws {
    let office = try TestOffice()
    let again = try Workspace.open(at: office.path)
    #expect(again.store.regency == (try TestOffice.code("18.71")))
    #expect(again.store.zone == .western)
    #expect(again.store.policy == .standard)
    let gazetteer = try again.store.gazetteer()
    let expected = try TestOffice.gazetteer()
    #expect(gazetteer.regency == expected.regency)
    #expect(gazetteer.kecamatan == expected.kecamatan)
    #expect(gazetteer.desa == expected.desa)
  }

  @Test func everyCommitReachesTheDisk() throws {
    let office = try TestOffice()
    let pragmas = try office.store.durability()
    #expect(pragmas.journalMode == "wal")
    #expect(pragmas.synchronous == 2)
    #expect(pragmas.foreignKeys)
  }

  /// Four connections write at once; each must wait for the others and none may fail.
  @Test func writersWaitForEachOther() async throws {
    let office = try TestOffice()
    let path = office.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try Workspace.open(at: path).store
          let source = try #require(TestOffice.source)
          for number in 0..<10 {
            let card = try TestOffice.newCard(writer * 10 + number)
            _ = try store.importCards([card], sourceDigest: source, now: TestOffice.now)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try office.store.openCardCount() == 40)
    #expect(try office.store.ledgerHead().count == 40)
    #expect(try office.store.verify().isSound)
  }

  @Test func onlyItsOwnerMayReadTheKeysAndTheDatabase() throws {
    let office = try TestOffice()
    func rights(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: office.path + name)[.posixPermissions]
        as? Int
    }
    #expect(try rights("") == 0o700)
    #expect(try rights("/keys") == 0o700)
    #expect(try rights("/keys/office.key") == 0o600)
    #expect(try rights("/hantar.sqlite") == 0o600)
    #expect(try rights("/ledger.anchor") == 0o600)
  }

  @Test func aFolderWithSomethingInItIsRefusedAndLeftAlone() throws {
    let office = try TestOffice()
    let folder = office.root + "/other"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "keep me".write(toFile: folder + "/note.txt", atomically: true, encoding: .utf8)
    #expect(throws: StorageError.folderNotEmpty(path: folder)) {
      try Workspace.create(
        at: folder, region: try TestOffice.code("18.71"), gazetteer: try TestOffice.gazetteer(),
        zone: .western, now: TestOffice.now)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["note.txt"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: office.root).sorted()
        == ["office", "other"])
  }

  @Test func anEmptyFolderIsTaken() throws {
    let office = try TestOffice()
    let folder = office.root + "/empty"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let workspace = try Workspace.create(
      at: folder + "/", region: try TestOffice.code("18.71"),
      gazetteer: try TestOffice.gazetteer(), zone: .western, now: TestOffice.now)
    #expect(workspace.path == folder)
    #expect(FileManager.default.fileExists(atPath: workspace.outputs))
  }

  @Test func theGazetteerOfAnotherRegencyIsRefused() throws {
    let office = try TestOffice()
    let other = try TestOffice.code("18.09")
    let own = try TestOffice.code("18.71")
    #expect(throws: StoreRefusal.otherRegency(own, expected: other)) {
      try Workspace.create(
        at: office.root + "/new", region: other, gazetteer: try TestOffice.gazetteer(),
        zone: .western, now: TestOffice.now)
    }
  }

  @Test func aFolderWithoutADatabaseIsNoWorkspace() throws {
    let office = try TestOffice()
    #expect(throws: StorageError.notAWorkspace(path: office.root + "/hantar.sqlite")) {
      try Workspace.open(at: office.root)
    }
  }

  @Test func aDatabaseOfSomethingElseIsNoWorkspace() throws {
    let office = try TestOffice()
    try office.tamper("PRAGMA application_id = 1")
    #expect(throws: StorageError.notAWorkspace(path: office.database)) {
      try Workspace.open(at: office.path)
    }
  }

  @Test func aDatabaseOverwrittenWithOtherBytesIsDamaged() throws {
    let office = try TestOffice()
    let folder = office.root + "/damaged"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(repeating: 42, count: 8192).write(to: URL(filePath: folder + "/hantar.sqlite"))
    #expect {
      try Workspace.open(at: folder)
    } throws: { error in
      guard case StorageError.damaged(folder + "/hantar.sqlite", _) = error else { return false }
      return true
    }
  }

  @Test func aNewerSchemaIsRefused() throws {
    let office = try TestOffice()
    try office.tamper("INSERT INTO grdb_migrations VALUES ('9 from the future')")
    let refusal = StorageError.newerSchema(path: office.database, migration: "9 from the future")
    #expect(throws: refusal) { try Workspace.open(at: office.path) }
  }

  @Test func aMissingKeyIsNamed() throws {
    let office = try TestOffice()
    let key = office.path + "/keys/office.key"
    try FileManager.default.removeItem(atPath: key)
    #expect(throws: StorageError.missingKey(path: key)) { try Workspace.open(at: office.path) }
  }

  @Test func aKeyThatOthersCanReadIsRefused() throws {
    let office = try TestOffice()
    let key = office.path + "/keys/office.key"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
    #expect(throws: StorageError.keyReadableByOthers(path: key)) {
      try Workspace.open(at: office.path)
    }
  }

  @Test func aDamagedKeyIsNamed() throws {
    let office = try TestOffice()
    let key = office.path + "/keys/office.key"
    try Data("not a key".utf8).write(to: URL(filePath: key))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    #expect(throws: StorageError.badKey(path: key, .damagedFile(.notABundle))) {
      try Workspace.open(at: office.path)
    }
  }
}
