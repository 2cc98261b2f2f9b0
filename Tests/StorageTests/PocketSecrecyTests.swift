import Custody
import Domain
import Foundation
import GRDB
import Storage
import Testing

/// What a thief, a clock and time itself can do to a pocket.
@Suite struct PocketSecrecyTests {
  private let office: PocketOffice
  private let pocket: Pocket
  private let run: RunID
  private let card: CardID
  private let morning = PocketOffice.clock(60)

  init() throws {
    office = try PocketOffice()
    office.grow(by: 7)
    pocket = try office.pocketWithRun()
    run = try PocketOffice.run()
    card = try PocketOffice.card(1)
  }

  @Test func nothingPersonalIsReadableWithoutThePIN() throws {
    let session = try pocket.beginSession(clock: morning)
    try pocket.deliver(
      [card], to: .family, proofs: Proof.signed,
      detail: DetailDraft(receiverName: "Ibu Sari", pin: "482913", note: "pagar biru"),
      clock: morning)
    let bytes = try office.bytesOnDisk()
    var secrets = [
      "Sri Wahyuni", "Kenanga", "musala", "Ibu Sari", "pagar biru", "482913",
      PocketOffice.pin, "187101******",
    ]
    secrets += try (1...6).map { try PocketOffice.nik($0).digits }
    for secret in secrets {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
    #expect(bytes.range(of: Data(session.bytes)) == nil)
    #expect(bytes.range(of: Data(card.description.utf8)) != nil)
  }

  @Test func onlyThePINOpensThePocket() throws {
    #expect(throws: VaultError.wrongPIN(wait: .seconds(1))) {
      try Pocket.open(at: office.path(), pin: "271805", clock: morning)
    }
    #expect(throws: VaultError.weakPIN) {
      try Pocket.create(
        at: office.path("weak.sqlite"), courier: office.courier, pin: "123456", clock: morning)
    }
    #expect(!FileManager.default.fileExists(atPath: office.path("weak.sqlite")))
  }

  @Test func wrongPINsAreCountedInTheFileAndSlowDown() throws {
    func open(_ pin: String, afterSeconds seconds: Int64) throws -> Pocket {
      try Pocket.open(
        at: office.path(), pin: pin,
        clock: ClockReading(
          wall: PocketOffice.time(0), boot: "first", uptime: 10_000_000 + seconds * 1000))
    }
    #expect(throws: VaultError.wrongPIN(wait: .seconds(1))) { try open("000001", afterSeconds: 0) }
    #expect(throws: VaultError.tooSoon(wait: .seconds(1))) {
      try open(PocketOffice.pin, afterSeconds: 0)
    }
    #expect(throws: VaultError.wrongPIN(wait: .seconds(2))) { try open("000002", afterSeconds: 1) }
    #expect(throws: VaultError.wrongPIN(wait: .seconds(4))) { try open("000003", afterSeconds: 3) }
    #expect(throws: VaultError.tooSoon(wait: .seconds(1))) {
      try open(PocketOffice.pin, afterSeconds: 6)
    }
    _ = try open(PocketOffice.pin, afterSeconds: 7)
    _ = try open(PocketOffice.pin, afterSeconds: 7)
    #expect(throws: VaultError.wrongPIN(wait: .seconds(1))) { try open("000004", afterSeconds: 8) }
  }

  @Test func aTryIsCountedBeforeItIsMade() throws {
    // What a program killed in the middle of a try leaves behind.
    let queue = try DatabaseQueue(path: office.path())
    try queue.write { database in
      try database.execute(
        sql: "CREATE TRIGGER no_reset BEFORE UPDATE ON pocket WHEN NEW.wrong_tries = 0"
          + " BEGIN SELECT raise(ABORT, 'killed'); END")
    }
    _ = try office.open(clock: morning)
    #expect(throws: VaultError.tooSoon(wait: .seconds(1))) { try office.open(clock: morning) }
  }

  @Test func aSessionOpensThePocketUntilTheShiftIsOver() throws {
    let session = try pocket.beginSession(lasting: .seconds(3600), clock: morning)
    func open(_ minute: Int, boot: String = "first", wall: Int? = nil) throws -> Pocket {
      try Pocket.open(
        at: office.path(), session: session,
        clock: ClockReading(
          wall: PocketOffice.time(wall ?? minute), boot: boot,
          uptime: PocketOffice.clock(minute).uptime))
    }
    #expect(try open(61).status().cards == 6)
    #expect(try open(119).status().cards == 6)
    #expect(throws: VaultError.sessionExpired) { try open(120) }
    // It is over for good: setting the clock back does not bring it back.
    #expect(throws: VaultError.sessionExpired) { try open(61) }
  }

  @Test(arguments: [(120, 60, "first"), (60, 120, "first"), (61, 61, "second")])
  func neitherTheClockNorARestartLengthensASession(uptime: Int, wall: Int, boot: String) throws {
    let session = try pocket.beginSession(lasting: .seconds(3600), clock: morning)
    #expect(throws: VaultError.sessionExpired) {
      try Pocket.open(
        at: office.path(), session: session,
        clock: ClockReading(
          wall: PocketOffice.time(wall), boot: boot, uptime: PocketOffice.clock(uptime).uptime))
    }
  }

  @Test func aSessionLastsTwelveHoursAtMost() throws {
    let session = try pocket.beginSession(lasting: .seconds(1_000_000), clock: morning)
    #expect(throws: VaultError.sessionExpired) {
      try Pocket.open(
        at: office.path(), session: session, clock: PocketOffice.clock(60 + 12 * 60))
    }
  }

  @Test func aLockedPocketAndAStrangersSessionNeedThePIN() throws {
    let other = try office.pocket("other.sqlite").beginSession(clock: morning)
    let session = try pocket.beginSession(clock: morning)
    #expect(throws: VaultError.sessionExpired) {
      try Pocket.open(at: office.path(), session: other, clock: morning)
    }
    let bytes = try #require(PocketSession(bytes: session.bytes))
    _ = try Pocket.open(at: office.path(), session: bytes, clock: morning)
    try Pocket.lock(at: office.path())
    #expect(throws: VaultError.sessionExpired) {
      try Pocket.open(at: office.path(), session: session, clock: morning)
    }
    _ = try office.open(clock: morning)
    #expect(PocketSession(bytes: [1, 2, 3]) == nil)
  }

  @Test func aNewPINReplacesTheOld() throws {
    try pocket.fail([card], reason: .notHome, clock: morning)
    let session = try pocket.beginSession(clock: morning)
    try pocket.changePIN(to: "905172", cost: .trifling)
    #expect(throws: VaultError.self) { try office.open(clock: morning) }
    #expect(throws: VaultError.sessionExpired) {
      try Pocket.open(at: office.path(), session: session, clock: morning)
    }
    let later = PocketOffice.clock(61)
    #expect(
      try Pocket.open(at: office.path(), pin: "905172", clock: later).unsentCount() == 1)
  }

  @Test func aRunIsNotShownAfterItsDay() throws {
    let bundle = try pocket.runBundle(run, clock: morning)
    let last = ClockReading(wall: bundle.expires.earlier(by: 1))
    let over = ClockReading(wall: bundle.expires)
    #expect(try pocket.stops(of: run, clock: last).count == 3)
    #expect(throws: PocketRefusal.runExpired(run, since: bundle.expires)) {
      try pocket.stops(of: run, clock: over)
    }
    #expect(try pocket.runs(clock: over).map(\.isReadable) == [false])
    // Setting the clock back after that does not help: the running of the machine is known.
    let uptime = (morning.uptime ?? 0) + 3 * 86_400_000
    let setBack = ClockReading(wall: morning.wall, boot: "first", uptime: uptime)
    #expect(throws: PocketRefusal.runExpired(run, since: bundle.expires)) {
      try pocket.stops(of: run, clock: setBack)
    }
    #expect(try pocket.returnAll(run, clock: over) != nil)
  }

  @Test func aRunIsForgottenOnceItIsOverAndTheOfficeHasItsEvents() throws {
    try pocket.fail([card], reason: .notHome, clock: morning)
    let later = PocketOffice.clock(3 * 24 * 60)
    #expect(try contentCount() == 1)
    _ = try office.open(clock: later)
    #expect(try contentCount() == 1, "an event is not with the office yet")
    let answer = try office.answer(to: pocket, minute: 120)
    try pocket.take(try office.file(answer, for: pocket), clock: PocketOffice.clock(120))
    #expect(try contentCount() == 1, "the run is not over yet")
    _ = try office.open(clock: later)
    #expect(try contentCount() == 0)
    #expect(try pocket.events().count == 1)
    #expect(try pocket.status(of: run).failed == 1)
    #expect(throws: PocketRefusal.self) { try pocket.stops(of: run, clock: morning) }
  }

  @Test func whatIsForgottenIsInNoFile() throws {
    let sealed = try #require(
      try DatabaseQueue(path: office.path()).read {
        try Data.fetchOne($0, sql: "SELECT content FROM run")
      })
    let part = sealed.subdata(in: 100..<164)
    #expect(try office.bytesOnDisk().range(of: part) != nil)
    _ = try office.open(clock: PocketOffice.clock(3 * 24 * 60))
    #expect(try office.bytesOnDisk().range(of: part) == nil)
  }

  @Test func whatIsCommittedIsOnTheDisk() throws {
    let path = office.path("lax.sqlite")
    try FileManager.default.copyItem(atPath: office.path(), toPath: path)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try queue.close()
    #expect(throws: StorageError.self) { try office.open("lax.sqlite", clock: morning) }
  }

  private func contentCount() throws -> Int {
    try DatabaseQueue(path: office.path()).read { database in
      try Int.fetchOne(database, sql: "SELECT count(content) FROM run") ?? -1
    }
  }
}

extension Instant {
  fileprivate func earlier(by milliseconds: Int64) -> Instant {
    Instant(milliseconds: self.milliseconds - milliseconds)
  }
}
