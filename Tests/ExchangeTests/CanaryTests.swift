import Custody
import Domain
import ExchangeSimulation
import Foundation
import Storage
import Testing

/// Plants names, addresses, numbers and PINs, plays a day with them, and looks for them in every file
/// and every message where they must not be.
@Suite struct CanaryTests {
  /// What is looked for, and where it may stand in plain letters.
  private struct Canary {
    let text: String
    let mayStandInOffice: Bool
  }

  /// Of the person whose card goes to the door, and of whoever takes it.
  private static func canaries(pin: String) throws -> [Canary] {
    [
      Canary(text: try SampleOffice.nik(0).digits, mayStandInOffice: false),
      Canary(text: try SampleOffice.nik(6).digits, mayStandInOffice: false),
      Canary(text: "1000000000", mayStandInOffice: false),  // of the family card
      Canary(text: "Sri Wahyuni", mayStandInOffice: true),
      Canary(text: "Kenanga", mayStandInOffice: true),
      Canary(text: "musala", mayStandInOffice: true),
      Canary(text: "Tante Melati", mayStandInOffice: false),
      Canary(text: "titip lewat jendela", mayStandInOffice: false),
      Canary(text: "\"\(pin)\"", mayStandInOffice: false),
    ]
  }

  private static func hits(
    of canaries: [Canary], inOffice: Bool, in bytes: [UInt8]
  ) -> [String] {
    canaries.filter { !(inOffice && $0.mayStandInOffice) }
      .filter { !bytes.ranges(of: Array($0.text.utf8)).isEmpty }.map(\.text)
  }

  @Test func nothingPersonalStandsWhereItMustNot() throws {
    let day = try AttackedDay()
    let store = day.store
    let access = try Access(by: "Rina", for: .service, at: AttackedDay.evening)
    let pin = try store.pin(for: day.cards[2], access)
    let canaries = try Self.canaries(pin: pin)
    let pocket = day.pockets[0]
    try pocket.deliver(
      [day.cards[2]], to: .family, proofs: [Proof(kind: .signature)],
      detail: DetailDraft(receiverName: "Tante Melati", pin: pin, note: "titip lewat jendela"),
      clock: AttackedDay.clock(300))
    let file = try pocket.bundle(clock: AttackedDay.clock(301))
    let run = try store.runBundleFiles(
      RunID(plan: PlanID(date: SampleOffice.today, version: 1), number: 1), access)
    let answer = try store.acknowledgement(for: pocket.device, now: AttackedDay.evening)
    for bytes in [file, answer] + run.map(\.bytes) {
      #expect(Self.hits(of: canaries, inOffice: false, in: bytes) == [])
    }
    _ = try store.merge(fileBytes: file, now: AttackedDay.clock(302).wall)
    try Workspace.open(at: day.path).backup(to: day.folder.path + "/backup")

    for name in try FileManager.default.subpathsOfDirectory(atPath: day.folder.path) {
      let path = "\(day.folder.path)/\(name)"
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      let isOffice = !name.contains(".pocket")
      #expect(Self.hits(of: canaries, inOffice: isOffice, in: [UInt8](bytes)) == [], "\(name)")
    }
  }

  @Test func nothingPersonalStandsInARefusal() throws {
    let day = try AttackedDay()
    let canaries = try Self.canaries(pin: "000000")
    let clock = AttackedDay.clock(300)
    let access = try Access(by: "Rina", for: .service, at: AttackedDay.evening)
    let trials: [() throws -> Any] = [
      {
        try day.pockets[0].deliver([day.cards[0]], to: .neighbourhoodHead, proofs: [], clock: clock)
      },
      { try day.pockets[0].deliver([day.cards[2]], to: .own, proofs: [], clock: clock) },
      { try day.pockets[0].fail([day.cards[7]], reason: .notHome, clock: clock) },
      { try day.store.merge(fileBytes: Array("Sri Wahyuni".utf8), now: clock.wall) },
      { try day.store.resolve(9, .rejected, by: "Rina", now: clock.wall) },
      { try day.store.subjectExport(try SampleOffice.nik(500), access) },
      { try day.pockets[0].take(day.files[0], clock: clock) },
      { try Pocket.open(at: day.folder.path + "/0.pocket", pin: "999999", clock: clock) },
    ]
    for trial in trials {
      let text: String
      do { text = "\(try trial())" } catch let error as any Described {
        text = "\(error) \(error.phrase)"
      } catch { text = "\(error)" }
      #expect(Self.hits(of: canaries, inOffice: false, in: Array(text.utf8)) == [])
    }
  }

  @Test func whatIsErasedIsGoneFromEveryFile() throws {
    let day = try AttackedDay()
    let name = "Sri Wahyuni 6"
    _ = try day.store.subjectErase(
      try SampleOffice.nik(6), by: "Rina", basis: .request, now: AttackedDay.evening)
    try Workspace.open(at: day.path).backup(to: day.folder.path + "/backup")
    for folder in ["office", "backup"] {
      for file in ["hantar.sqlite", "hantar.sqlite-wal"] {
        let path = "\(day.folder.path)/\(folder)/\(file)"
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        #expect(bytes.range(of: Data(name.utf8)) == nil, "\(folder)/\(file)")
      }
    }
    #expect(try day.store.verify(against: [day.published]).findings == [])
  }
}
