import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct SubjectTests {
  private let evening = DispatchedDay.evening

  /// A day on which person 0 took card 0 at the door and left a note.
  private func deliveredDay() throws -> DispatchedDay {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver(
      [day.bag[0]], run: day.run, at: DispatchedDay.morning, to: .family,
      detail: .plain("diterima kakak bernama Wulan"))
    _ = try day.store.merge(fileBytes: device.file(), now: evening)
    return day
  }

  @Test func aResidentIsToldEverythingThatIsKept() throws {
    let day = try deliveredDay()
    _ = try day.store.card(
      day.bag[0], Access(by: "loket 2", for: .service, note: "antre", at: evening))
    let record = try day.store.subjectExport(
      TestOffice.nik(0), Access(by: "loket 1", for: .subjectRequest, at: evening))
    #expect(record.resident.nik == (try TestOffice.nik(0)))
    let card = try #require(record.cards.first)
    #expect(record.cards.count == 1)
    #expect(card.record.card.id == day.bag[0])
    #expect(
      card.entries.map(\.event.kind) == [.printed, .handedOver, .handedOver, .delivered])
    #expect(card.details.map(\.content.note) == ["diterima kakak bernama Wulan"])
    #expect(card.runs == [day.run])
    #expect(record.accesses.map(\.by).contains("loket 2"))
    #expect(throws: StoreRefusal.noResident) {
      try day.store.subjectExport(TestOffice.nik(99), Store.clerk(.subjectRequest))
    }
  }

  @Test func everyLookIsWrittenDown() throws {
    let day = try DispatchedDay()
    let before = try day.store.accessLog().count
    _ = try day.store.card(day.bag[0])
    _ = try day.store.cards([day.bag[1], day.bag[2]])
    _ = try day.store.searchCards(nik: TestOffice.nik(3))
    _ = try day.store.deliverableCards(on: TestOffice.tomorrow)
    _ = try day.store.pin(for: day.bag[0], Store.clerk())
    _ = try day.store.runBundleFiles(day.run, Store.clerk(.delivery))
    let log = try day.store.accessLog().dropFirst(before)
    #expect(log.map(\.cardCount) == [1, 2, 1, 2, 1, 6])
    #expect(log.map(\.by).allSatisfy { $0 == "loket 1" })
    #expect(try day.store.accessLog(of: day.bag[2]).map(\.cardCount) == [1, 2, 6])
    #expect(try day.store.verify().findings == [])
  }

  @Test func aLookByNobodyIsRefusedAndNoNIKEntersTheLog() throws {
    #expect(throws: StoreRefusal.accessWithoutName) {
      try Access(by: "", for: .service, at: TestOffice.now)
    }
    let nik = try TestOffice.nik(5)
    let access = try Access(
      by: "loket 1", for: .service, note: "menanyakan \(nik.digits).", at: TestOffice.now)
    #expect(access.note == "menanyakan \(nik.masked).")
  }

  @Test func whatIsErasedIsGoneFromEveryFile() throws {
    let day = try deliveredDay()
    let store = day.store
    let traces = ["Sri Wahyuni 0", "sri wahyuni 0", "Wulan"]
    let other = "Sri Wahyuni 1"
    #expect(try files(of: day.office, holding: traces[0]) != [])
    let erasure = try store.subjectErase(
      TestOffice.nik(0), by: "Rina", basis: .request, now: evening)
    #expect(erasure.erased == [day.bag[0]])
    #expect(erasure.details == 1)
    #expect(erasure.kept.isEmpty)
    for trace in traces { #expect(try files(of: day.office, holding: trace) == []) }
    #expect(try files(of: day.office, holding: other) != [])

    #expect(throws: StoreRefusal.erased(day.bag[0])) { try store.card(day.bag[0]) }
    let access = try Access(by: "clerk", for: .service, at: evening)
    #expect(try store.cardsOnRecord(day.bag, access).map(\.id) == Array(day.bag.dropFirst()))
    #expect(try store.searchCards(nik: TestOffice.nik(0)).isEmpty)
    #expect(throws: StoreRefusal.noResident) {
      try store.subjectErase(TestOffice.nik(0), by: "Rina", basis: .request, now: evening)
    }
    #expect(try store.custody(of: day.bag[0]).status == .delivered)
    #expect(try store.events(of: day.bag[0]).map(\.event.kind).last == .erased)
    #expect(try store.coverage(.regency).map(\.delivered) == [1])
    // The door is shared with person 1, whose card is not erased.
    #expect(try store.run(day.run).stops[0] == day.plan.runs[0].stops[0])
    #expect(try store.verify().findings == [])
    _ = try store.proof(of: day.bag[0], now: evening)
  }

  @Test func aDoorOfNobodyElseIsForgottenToo() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[2], day.bag[3]], run: day.run, at: DispatchedDay.morning)
    _ = try day.store.merge(fileBytes: device.file(), now: evening)
    for person in [2, 3] {
      _ = try day.store.subjectErase(
        TestOffice.nik(person), by: "Rina", basis: .retentionEnded, now: evening)
    }
    let stops = try day.store.run(day.run).stops
    #expect(stops[1].location.source == .desa)
    #expect(stops[1].location.coordinate != day.plan.runs[0].stops[1].location.coordinate)
    #expect(stops[0] == day.plan.runs[0].stops[0])
    #expect(try day.store.verify().findings == [])
  }

  @Test func aCardStillOnItsWayIsNotErased() throws {
    let day = try DispatchedDay()
    let erasure = try day.store.subjectErase(
      TestOffice.nik(0), by: "Rina", basis: .order, now: evening)
    #expect(erasure.erased.isEmpty)
    #expect(erasure.kept.map(\.card) == [day.bag[0]])
    #expect(try day.store.card(day.bag[0]).card.resident.name == "Sri Wahyuni 0")
    #expect(try day.store.verify().findings == [])
  }

  /// The names of the files of the workspace that hold some text.
  private func files(of office: TestOffice, holding text: String) throws -> [String] {
    let folder = URL(filePath: office.path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.path)
    return try names.sorted().filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try Data(contentsOf: URL(filePath: path)).range(of: Data(text.utf8)) != nil
    }
  }
}
