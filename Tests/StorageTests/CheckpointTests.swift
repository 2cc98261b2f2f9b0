import Custody
import Domain
import Storage
import Testing

@Suite struct CheckpointTests {
  private let evening = DispatchedDay.evening

  @Test func aStrangerCanVerifyEveryEventOfACard() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning)
    _ = try day.store.merge(fileBytes: device.file(), now: evening)
    let proof = try day.store.proof(of: day.bag[0], now: evening)
    let read = try CardProof(fileBytes: proof.fileBytes)
    #expect(read == proof)
    #expect(read.entries.map(\.place) == [1, 3, 4, 5])
    #expect(read.enrolments.map(\.place) == [2])
    #expect(read.officeKey == day.store.officeKey)
    #expect(try day.store.checkpointLines() == [read.checkpoint.line])
    #expect(throws: StoreRefusal.unknownCard(day.bag[0].old)) {
      try day.store.proof(of: day.bag[0].old, now: evening)
    }
  }

  @Test func theLogProvesThatItOnlyGrew() throws {
    let day = try DispatchedDay()
    let older = try day.store.checkpoint(now: TestOffice.now)
    for number in 20..<27 { try day.office.importCards(number..<number + 1) }
    let newer = try day.store.checkpoint(now: evening)
    let proof = try day.store.consistencyProof(from: older.size)
    #expect(
      MerkleTree.verifiesConsistency(
        from: older.size, older.root, to: newer.size, newer.root, path: proof.path))
    #expect(throws: StoreRefusal.noSuchCheckpoint(size: 99, entries: newer.size)) {
      try day.store.consistencyProof(from: 99)
    }
    #expect(try day.store.checkpointLines() == [older.line, newer.line])
  }

  @Test func aStrangerGetsAProofBetweenAnyTwoSizes() throws {
    let day = try DispatchedDay()
    let older = try day.store.checkpoint(now: TestOffice.now)
    for number in 20..<23 { try day.office.importCards(number..<number + 1) }
    let count = try day.store.entryCount()
    let proof = try day.store.consistencyProof(from: older.size, to: count, now: evening)
    #expect(proof.older == older)
    #expect(proof.newer.size == count)
    // On a size that nobody was given the office's word of, it gives it now, and keeps it.
    let between = try day.store.consistencyProof(from: 2, to: older.size, now: evening)
    #expect(between.newer == older)
    #expect(try day.store.checkpointLines().contains(between.older.line))
    for (from, to) in [(0, 99), (99, 99), (older.size, 2), (-1, 2)] {
      #expect(throws: StoreRefusal.self) {
        try day.store.consistencyProof(from: from, to: to, now: evening)
      }
    }
    #expect(try day.store.verify().findings == [])
  }

  @Test func aRunGoesToEveryDeviceOfItsCourierAndToNobodyElse() throws {
    let day = try DispatchedDay()
    let second = try TestDevice(2, of: day.store)
    let stranger = try TestDevice(3, courier: "SP-02", of: day.store)
    for device in [second, stranger] {
      _ = try day.store.enrol(device.request, by: "Rina", now: TestOffice.now)
    }
    let files = try day.store.runBundleFiles(day.run, Store.clerk(.delivery))
    #expect(files.map(\.device) == [day.device.id, second.id].sorted())
    let file = try #require(files.first { $0.device == day.device.id })
    let segment = try #require(Segment.segments(of: file.bytes).whole.first).segment
    let bundle = try RunBundle(segment, with: day.device.key.box, trusting: day.store.identity)
    #expect(bundle.run == day.run)
    #expect(bundle.cards.map(\.id).sorted() == day.bag)
    #expect(bundle.policy == day.store.policy)
    #expect(bundle.note.checkpoint.isSigned(by: day.store.officeKey))
    #expect(throws: BundleError.self) {
      try RunBundle(segment, with: stranger.key.box, trusting: day.store.identity)
    }
  }

  @Test func anAnswerSaysWhatTheOfficeHasAndProvesItsLog() throws {
    let day = try DispatchedDay()
    var device = day.device
    try device.deliver([day.bag[0]], run: day.run, at: DispatchedDay.morning)
    try device.deliver([day.cards[7]], run: day.run, at: DispatchedDay.morning)
    try device.deliver([day.bag[1]], run: day.run, at: DispatchedDay.morning)
    let held = try answer(to: device, of: day).note.checkpoint
    _ = try day.store.merge(
      fileBytes: device.file(0..<2, checkpoint: held), now: evening)
    let first = try answer(to: device, of: day)
    #expect(first.head.count == 2)
    #expect(first.head.hash == device.entries[1].signed.hash)
    #expect(first.refusals == [.init(sequence: 2, code: "NOT_HOLDER")])
    #expect(!first.isRevoked)
    let kept = try LogMemory.kept(
      held, offered: first.note.checkpoint, proofs: first.note.proofs)
    #expect(kept == first.note.checkpoint)

    // The device never got that answer; the next must still lead on from what it keeps.
    _ = try day.store.merge(fileBytes: device.file(checkpoint: held), now: evening)
    _ = try day.store.revoke(device.id, by: "Rina", reason: "", now: evening)
    let second = try answer(to: device, of: day)
    #expect(second.head.count == 3)
    #expect(second.isRevoked)
    _ = try LogMemory.kept(held, offered: second.note.checkpoint, proofs: second.note.proofs)
    _ = try LogMemory.kept(
      first.note.checkpoint, offered: second.note.checkpoint, proofs: second.note.proofs)
    let stranger = try TestDevice(9, of: day.store)
    #expect(throws: StoreRefusal.unknownDevice(stranger.id)) {
      try day.store.acknowledgement(for: stranger.id, now: evening)
    }
    #expect(try day.store.verify().findings == [])
  }

  private func answer(to device: TestDevice, of day: DispatchedDay) throws -> Acknowledgement {
    let bytes = try day.store.acknowledgement(for: device.id, now: evening)
    let segment = try #require(Segment.segments(of: bytes).whole.first).segment
    return try Acknowledgement(segment, with: device.key.box, trusting: day.store.identity)
  }
}
