import Custody
import Domain
import Foundation
import Storage
import Testing

@Suite struct PocketTests {
  private let morning = DispatchedDay.morning

  @Test func thePocketHoldsTheRunAndNoWholeNumber() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    #expect(pocket.run == day.run)
    #expect(pocket.officeKey == day.store.officeKey)
    let stops = try pocket.stops()
    #expect(stops.map(\.stop.number) == [1, 2, 3])
    #expect(stops[0].stop.addressLine == "Jl. Kenanga No. 0, RT 005/RW 002, Sukamenanti, Kedaton")
    #expect(stops[0].stop.landmark == "dekat musala")
    #expect(stops.flatMap(\.cards).map(\.card.id) == day.bag)
    let path = day.office.root + "/pocket.sqlite"
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let bytes = try Data(contentsOf: URL(filePath: path))
    for number in 0..<6 {
      let digits = try TestOffice.nik(number).digits
      #expect(bytes.range(of: Data(digits.utf8)) == nil)
    }
  }

  @Test func theNextStopIsTheFirstWithACardNotTried() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    #expect(try pocket.nextStop()?.stop.number == 1)
    try pocket.deliver([day.bag[1]], to: .own, proofs: Proof.signed, now: morning)
    #expect(try pocket.nextStop()?.stop.number == 1)
    try pocket.fail([day.bag[0]], reason: .notHome, now: morning)
    #expect(try pocket.nextStop()?.stop.number == 2)
    let household = try #require(pocket.stops().first)
    #expect(household.cards.map(\.status) == [.attemptFailed, .delivered])
    #expect(household.cards.map(\.lastFailure) == [.notHome, nil])
    try pocket.deliver(
      Array(day.bag[2...]).reversed(), to: .family, proofs: Proof.signed, now: morning)
    #expect(try pocket.nextStop() == nil)
    let status = try pocket.status()
    #expect(status.cards == 6)
    #expect(status.delivered == 5)
    #expect(status.failed == 1)
    #expect(status.untouched == 0)
    #expect(status.returned == 0)
    #expect(status.events == 3)
  }

  @Test func aFailedCardCanStillBeDeliveredOnTheWayBack() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.fail([day.bag[0]], reason: .notHome, now: morning)
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: DispatchedDay.evening)
    _ = try day.store.merge(try pocket.bundle(), now: DispatchedDay.evening)
    #expect(try day.store.custody(of: day.bag[0]).status == .delivered)
    #expect(try day.store.custody(of: day.bag[0]).attempts == 1)
  }

  @Test func theRulesHoldWithoutTheOffice() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    #expect(throws: CustodyRefusal.proofMissing([day.bag[0]])) {
      try pocket.deliver([day.bag[0]], to: .own, proofs: [], now: morning)
    }
    #expect(throws: CustodyRefusal.unknownCard(day.cards[7])) {
      try pocket.deliver(
        [day.bag[0], day.cards[7]], to: .own, proofs: Proof.signed, now: morning)
    }
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    #expect(throws: CustodyRefusal.alreadyDelivered(day.bag[0], since: morning)) {
      try pocket.fail([day.bag[0]], reason: .notHome, now: morning)
    }
    #expect(try pocket.status().events == 1)
  }

  @Test func everythingLeftInTheBagGoesBackAtOnce() throws {
    let day = try DispatchedDay()
    let pocket = try day.pocket()
    try pocket.deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    try pocket.fail([day.bag[1]], reason: .notHome, now: morning)
    let returned = try pocket.returnAll(now: DispatchedDay.evening)
    let event = try #require(returned)
    #expect(event.cards == Array(day.bag[1...]))
    #expect(try pocket.returnAll(now: DispatchedDay.evening) == nil)
    #expect(try pocket.status().returned == 5)
    #expect(try pocket.nextStop() == nil)
  }

  @Test func aPocketOpensAgainWhereItWas() throws {
    let day = try DispatchedDay()
    try day.pocket().deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    let pocket = try Pocket.open(at: day.office.root + "/pocket.sqlite")
    #expect(try pocket.status().delivered == 1)
    #expect(try pocket.bundle().events.count == 1)
    #expect(pocket.runBundle == (try day.store.runBundle(day.run, now: DispatchedDay.signing)))
  }

  @Test func aPocketIsNeverWrittenOver() throws {
    let day = try DispatchedDay()
    let path = day.office.root + "/pocket.sqlite"
    try day.pocket().deliver([day.bag[0]], to: .own, proofs: Proof.signed, now: morning)
    #expect(throws: StorageError.alreadyExists(path: path)) { try day.pocket() }
    #expect(try Pocket.open(at: path).status().delivered == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: day.office.root)
    #expect(left.filter { $0.hasPrefix("pocket.sqlite.") } == [])
  }

  @Test func aBundleOfAnotherOfficeIsRefused() throws {
    let day = try DispatchedDay()
    let other = try DispatchedDay()
    let path = day.office.root + "/other.sqlite"
    let file = try other.store.runBundleFile(other.run, now: DispatchedDay.signing)
    #expect(
      throws: BundleError.otherOffice(expected: day.store.officeKey, found: other.store.officeKey)
    ) {
      try Pocket.create(at: path, from: file, trusting: day.store.officeKey)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aWorkspaceIsNoPocket() throws {
    let day = try DispatchedDay()
    #expect(throws: StorageError.notAPocket(path: day.office.database)) {
      try Pocket.open(at: day.office.database)
    }
    #expect(throws: StorageError.notAPocket(path: "/nowhere/pocket")) {
      try Pocket.open(at: "/nowhere/pocket")
    }
  }
}
