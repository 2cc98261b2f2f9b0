import Custody
import ExchangeSimulation
import Foundation
import Storage
import Testing

/// One byte of a file changes, by accident or on purpose: it is found, or it has no effect.
@Suite struct FlippedByteTests {
  /// A few hundred bytes spread over the file; `make soak` flips every one.
  @Test func aByteOfTheStoreThatChangesIsFoundOrHarmless() throws {
    let folder = try TestFolder()
    let office = try AttackedDay.played.get().copyOfOffice(in: folder)
    let outcome = try FlippedBytes.ofStore(at: office, every: 6007)
    #expect(outcome.unnoticed == [])
    #expect(outcome.found > 0)
  }

  /// A byte of the schema that changes can give a column another name.
  @Test(arguments: [
    "device RENAME COLUMN last_sequence TO last_sequenge",
    "device RENAME COLUMN revocation TO revocatio_", "entry RENAME COLUMN body TO bodi",
    "card_custody RENAME COLUMN since TO sinze", "card RENAME COLUMN phone TO fone",
    "journal RENAME COLUMN seal TO zeal",
  ])
  func aColumnOfAnotherNameIsFound(_ change: String) throws {
    let folder = try TestFolder()
    let office = try AttackedDay.played.get().copyOfOffice(in: folder)
    try Administrator(of: office).execute("ALTER TABLE \(change)")
    let report = Result { try Workspace.open(at: office).store.verify() }
    if case .success(let report) = report { #expect(!report.isSound) }
  }

  /// No event can be made of a damaged segment, and the office says which part it could not read.
  @Test func aByteOfABundleThatChangesIsNamed() throws {
    let day = try AttackedDay.played.get()
    let folder = try TestFolder()
    let store = try Workspace.open(at: day.copyOfOffice(in: folder)).store
    let count = try store.entryCount()
    let file = day.files[2]
    for place in file.indices {
      var flipped = file
      flipped[place] ^= 1 << UInt8(place % 8)
      let outcome = try store.merge(fileBytes: flipped, now: AttackedDay.evening)
      #expect(!outcome.unreadable.isEmpty && outcome.accepted == 0, "byte \(place)")
    }
    #expect(try store.entryCount() == count)
  }

  @Test func aByteOfAnAnswerThatChangesIsRefused() throws {
    let day = try AttackedDay()
    let pocket = day.pockets[1]
    let answer = try day.store.acknowledgement(for: pocket.device, now: AttackedDay.evening)
    let before = try pocket.checkpoint()
    for place in answer.indices {
      var flipped = answer
      flipped[place] ^= 1 << UInt8(place % 8)
      #expect(throws: BundleError.self, "byte \(place)") {
        try pocket.take(flipped, clock: AttackedDay.clock(600))
      }
    }
    #expect(try pocket.checkpoint() == before)
  }

  @Test func aBundleThatIsCutAnywhereLosesOnlyTheSegmentsThatWereHit() throws {
    let day = try AttackedDay.played.get()
    let file = day.files[0] + day.files[2]
    for end in stride(from: 0, through: file.count, by: 7) {
      let (whole, _) = Segment.segments(of: Array(file[..<end]))
      #expect(whole.count == (end < day.files[0].count ? 0 : end < file.count ? 1 : 2))
    }
  }
}
