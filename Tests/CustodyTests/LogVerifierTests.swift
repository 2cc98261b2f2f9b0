import Custody
import Domain
import TestSupport
import Testing

@Suite struct LogVerifierTests {
  private let log: SampleLog
  private let anchor: String
  /// An enrolment, a printing and a count by the device: short enough to try every byte.
  private let small: SampleLog

  init() throws {
    log = try SampleLog.day()
    anchor = try log.checkpoint().line
    var small = try SampleLog()
    let courier = try Samples.courier()
    let count = try Samples.event(.counted, [], from: courier, to: courier, minute: 2)
    try small.record(try Samples.event(.enrolled, [], from: .office, to: .office, minute: 0))
    try small.record(try Samples.day()[0])
    try small.record(count, by: try Samples.signingKey(), flags: [.clockDiffers])
    self.small = small
  }

  @Test func aSoundLogHasNoFindingsAndRebuildsStatesAndDevices() throws {
    let audit = log.audit(anchorLine: anchor, published: [try log.checkpoint(3)])
    #expect(audit.findings == [])
    #expect(audit.isSound)
    #expect(audit.size == 7 && audit.root == log.root)
    #expect(audit.states[try Samples.card(1)]?.holder == .resident)
    let registration = try Samples.registration()
    let standing = try value(audit.devices[registration.device])
    #expect(standing.registration == registration && !standing.isRevoked)
    #expect(standing.head.count == 3)
    #expect(audit.officeHead.count == 4)
    #expect(audit.differences(from: audit.states).isEmpty)
  }

  @Test func theFindingsDoNotDependOnHowManyThreadsLook() throws {
    var edited = log.entries
    for place in [0, 3, 5] { edited[place].leaf[30] ^= 1 }
    let audits = [1, 2, 7, 64].map { log.audit(entries: edited, anchorLine: anchor, threads: $0) }
    #expect(Set(audits).count == 1)
  }

  /// Every bit flipped in turn would be eight times as slow and find the same.
  @Test func everyChangedByteOfAnyStoredFieldIsFound() throws {
    let anchor = try small.checkpoint().line
    for place in small.entries.indices {
      for byte in small.entries[place].leaf.indices {
        var edited = small.entries
        edited[place].leaf[byte] ^= 1 << (byte % 8)
        let isSound = small.audit(entries: edited, anchorLine: anchor).isSound
        #expect(!isSound, "entry \(place + 1), byte \(byte)")
      }
      for byte in 0..<32 {
        var edited = small.entries
        edited[place].hash[byte] ^= 1
        let findings = small.audit(entries: edited, anchorLine: anchor).findings
        #expect(findings == [.editedEntry(place: place + 1)])
      }
    }
  }

  @Test func everyChangedOrMissingNodeIsFound() {
    for index in log.sortedNodes.indices {
      var nodes = log.sortedNodes
      let node = nodes[index]
      nodes[index] = MerkleNode(level: node.level, place: node.place, hash: MerkleTree.emptyRoot)
      let findings = log.audit(nodes: nodes, anchorLine: anchor).findings
      #expect(findings == [.nodeDiffers(level: node.level, place: node.place)])
      nodes.remove(at: index)
      let missing = log.audit(nodes: nodes, anchorLine: anchor).findings
      #expect(missing == [.nodeMissing(level: node.level, place: node.place)])
    }
  }

  /// The same with hashes and nodes that fit: then only the signatures can tell, and of what the
  /// office adds to an event the checkpoint.
  @Test func everyChangedByteIsFoundEvenIfTheTreeIsBuiltAnew() throws {
    let anchor = try small.checkpoint().line
    for place in small.entries.indices {
      for byte in small.entries[place].leaf.indices {
        var bytes = small.entries[place].leaf
        bytes[byte] ^= 1 << (byte % 8)
        guard let leaf = try? LedgerLeaf(bytes: bytes) else { continue }
        var leaves = small.leaves
        leaves[place] = leaf
        let forged = try small.rewritten(leaves)
        #expect(!forged.audit(anchorLine: anchor).isSound, "entry \(place + 1), byte \(byte)")
      }
    }
  }

  @Test func aNodeThatStandsForNothingIsFound() {
    let extra = MerkleNode(level: 2, place: 1, hash: MerkleTree.emptyRoot)
    let nodes = log.sortedNodes + [extra]
    #expect(
      log.audit(nodes: nodes, anchorLine: anchor).findings == [.nodeUnexplained(level: 2, place: 1)]
    )
  }

  @Test func everyRemovedRepeatedOrSwappedEntryIsFound() throws {
    for place in log.entries.indices {
      for renumbered in [false, true] {
        var removed = log.entries
        removed.remove(at: place)
        var repeated = log.entries
        repeated.insert(repeated[place], at: place)
        var swapped = log.entries
        swapped.swapAt(place, (place + 1) % swapped.count)
        for var edited in [removed, repeated, swapped] {
          if renumbered {
            for index in edited.indices { edited[index].place = index + 1 }
          }
          #expect(!log.audit(entries: edited, anchorLine: anchor).isSound)
        }
      }
    }
  }

  @Test func aLogCutOffAnywhereFallsBelowItsCheckpoint() throws {
    for count in 0..<7 {
      let cut = try log.rewritten(Array(log.leaves.prefix(count)))
      #expect(
        cut.audit(anchorLine: anchor).findings == [.truncated(entries: count, checkpoint: 7)])
      let published = try log.checkpoint(count + 1)
      let own = try cut.checkpoint().line
      #expect(
        cut.audit(anchorLine: own, published: [published]).findings == [
          .truncated(entries: count, checkpoint: count + 1)
        ])
    }
  }

  @Test func aLogMayBeAheadOfItsAnchor() throws {
    #expect(log.audit(anchorLine: try log.checkpoint(0).line).isSound)
    #expect(log.audit(anchorLine: try log.checkpoint(5).line).isSound)
  }

  @Test func anAnchorThatIsGoneDamagedOrForgedIsFound() throws {
    #expect(log.audit(anchorLine: nil).findings == [.anchorMissing])
    for byte in anchor.utf8.indices {
      var edited = Array(anchor.utf8)
      edited[anchor.utf8.distance(from: anchor.startIndex, to: byte)] ^= 1
      let text = String(decoding: edited, as: UTF8.self)
      #expect(!log.audit(anchorLine: text).isSound, "\(text)")
    }
    let thief = try Samples.keys(seed: 2)
    let forged = try Checkpoint(
      workspaceID: log.keys.workspaceID, size: 7, root: log.root, time: Samples.time(700),
      signedWith: thief.signing)
    #expect(log.audit(anchorLine: forged.line).findings == [.anchorForged])
    #expect(
      log.audit(anchorLine: anchor, published: [forged]).findings == [.foreignCheckpoint(size: 7)])
  }

  /// The office itself, or whoever has its key, is bound by the checkpoints that others kept.
  @Test func aHistoryRewrittenWithTheOfficesKeyDiffersFromAPublishedCheckpoint() throws {
    var forged = try SampleLog()
    for leaf in log.leaves {
      let isOffices = leaf.event.id.device == "office"
      let event = leaf.event.with(actor: leaf.event.kind == .handedOver ? "SP-099" : nil)
      try forged.record(event, by: isOffices ? nil : try Samples.signingKey())
    }
    let own = try forged.checkpoint().line
    #expect(forged.audit(anchorLine: own).isSound)
    #expect(
      forged.audit(anchorLine: own, published: [try log.checkpoint(4)]).findings == [
        .otherHistory(size: 4)
      ])
  }

  @Test func anEventThatBreaksTheRulesIsFoundEvenIfEverythingFits() throws {
    var broken = log
    try broken.record(
      try Samples.event(
        .delivered, [try Samples.card(2)], from: try Samples.courier(), to: .resident, minute: 7),
      by: try Samples.signingKey())
    let refusal = CustodyRefusal.notHolder(
      try Samples.card(2), claimed: try Samples.courier(), actual: .office)
    #expect(findings(of: broken) == [.refusedByRules(place: 8, refusal)])
  }

  @Test func aCourierCannotGiveAwayWhatAnotherHas() throws {
    var broken = log
    let stranger = try Samples.registration(seed: 9, courier: "SP-018")
    try broken.record(
      try Samples.event(.enrolled, [], from: .office, to: .office).with(registration: stranger))
    let courier = try Samples.courier()
    try broken.record(
      try Samples.event(.handedOver, [try Samples.card(2)], from: .office, to: courier, minute: 8))
    let theft = try Samples.event(
      .delivered, [try Samples.card(2)], from: courier, to: .resident, minute: 9)
    try broken.record(theft, by: try Samples.signingKey(seed: 9))
    #expect(
      findings(of: broken) == [
        .refusedByRules(place: 10, .notForThisDevice(.delivered, courier, .resident))
      ])
  }

  @Test func eventsOfStrangeAndRevokedDevicesDoNotCount() throws {
    let courier = try Samples.courier()
    let call = try Samples.event(.counted, [], from: courier, to: courier, minute: 8)
    var strange = log
    let event = try strange.record(call, by: try Samples.signingKey(seed: 9))
    #expect(findings(of: strange) == [.strangeDevice(place: 8, event.event.id)])

    var revoked = log
    try revoked.record(try Samples.event(.revoked, [], from: .office, to: .office, minute: 8))
    let late = try revoked.record(call, by: try Samples.signingKey())
    #expect(findings(of: revoked) == [.revokedDevice(place: 9, late.event.id)])
    let standing = revoked.audit(anchorLine: anchor).devices[try Samples.registration().device]
    #expect(standing?.isRevoked == true && standing?.head.count == 3)
  }

  @Test func aDeviceIsEnrolledOnceAndRevokedOnce() throws {
    let enrolment = try Samples.event(.enrolled, [], from: .office, to: .office, minute: 8)
    let revocation = try Samples.event(.revoked, [], from: .office, to: .office, minute: 8)
    let device = try Samples.registration().device
    for (first, second) in [(enrolment, nil), (revocation, revocation), (revocation, enrolment)] {
      var broken = log
      try broken.record(first)
      if let second { try broken.record(second) }
      #expect(findings(of: broken) == [.wrongEnrolment(place: broken.entries.count, device)])
    }
  }

  @Test func aBrokenChainIsNamedOnceAndTheRestIsExamined() throws {
    var signer = log
    let courier = try Samples.courier()
    let count = try Samples.event(.counted, [], from: courier, to: courier, minute: 8)
    let key = try Samples.signingKey()
    let first = try signer.sign(count, by: key)
    let second = try signer.sign(count, by: key)
    let third = try signer.sign(count, by: key)
    let name = first.event.id.device

    var gap = log
    for event in [second, third] { gap.append(event) }
    #expect(
      findings(of: gap) == [
        .brokenChain(place: 8, .gap(device: name, expected: 4, found: 5))
      ])
    var forked = log
    for event in [first, second, first] { forked.append(event) }
    #expect(findings(of: forked) == [.brokenChain(place: 10, .fork(device: name, sequence: 4))])
    var edited = log
    edited.append(
      SignedEvent(
        event: first.event.with(actor: "SP-099"), previous: first.previous,
        signature: first.signature))
    edited.append(second)
    #expect(
      findings(of: edited) == [
        .wrongSignature(place: 8, first.event.id),
        .brokenChain(place: 9, .fork(device: name, sequence: 5)),
      ])
  }

  /// Each refusal with a reason in the log, and each without one.
  @Test func aRefusedEventMustHaveBeenRefusedForItsReason() throws {
    let courier = try Samples.courier()
    let count = try Samples.event(.counted, [], from: courier, to: courier, minute: 8)
    let theft = try Samples.event(
      .delivered, [try Samples.card(2)], from: courier, to: .resident, minute: 7)
    let key = try Samples.signingKey()
    var base = log
    let fork = try base.sign(count, by: key)
    base = log
    let genuine = try base.record(count.with(actor: "A"), by: key)
    var other = base
    let next = try other.sign(count, by: key)
    let unsigned = SignedEvent(
      event: next.event, previous: next.previous, signature: fork.signature)
    let refused = try other.sign(theft, by: key)
    _ = genuine
    let strange = try other.sign(count, by: try Samples.signingKey(seed: 9))
    var revoked = base
    try revoked.record(try Samples.event(.revoked, [], from: .office, to: .office, minute: 8))

    let cases: [(SampleLog, SignedEvent, String)] = [
      (base, strange, "UNKNOWN_DEVICE"), (revoked, next, "DEVICE_REVOKED"),
      (base, unsigned, "BAD_SIGNATURE"), (base, fork, "FORK"),
    ]
    for (log, event, code) in cases {
      var refusing = log
      refusing.append(event, verdict: .refused(code))
      #expect(findings(of: refusing) == [], "\(code)")
      let place = refusing.entries.count
      refusing.append(event, verdict: .refused(code))
      #expect(findings(of: refusing) == [.repeatedEvent(place: place + 1, event.event.id)])
      for other in ArrivalRefusal.allCases where other.code != code {
        var wrong = log
        wrong.append(event, verdict: .refused(other.code))
        #expect(
          findings(of: wrong) == [.refusedWithoutReason(place: place, code: other.code)],
          "\(code) as \(other.code)")
      }
    }
    var byRules = base
    byRules.append(next)
    byRules.append(refused, verdict: .refused("NOT_HOLDER"))
    #expect(findings(of: byRules) == [])
    var wrongly = base
    wrongly.append(next)
    wrongly.append(refused, verdict: .refused("PROOF_MISSING"))
    #expect(findings(of: wrongly) == [.refusedWithoutReason(place: 10, code: "PROOF_MISSING")])
    var suppressed = base
    suppressed.append(next, verdict: .refused("NOT_HOLDER"))
    #expect(findings(of: suppressed) == [.refusedWithoutReason(place: 9, code: "NOT_HOLDER")])
    #expect(suppressed.audit(anchorLine: anchor).states == base.audit(anchorLine: anchor).states)
  }

  @Test func bytesThatAreNoEntryAreFound() throws {
    let noise = SampleLog.Entry(
      place: 8, leaf: Array("[]".utf8), hash: MerkleTree.leafHash(Array("[]".utf8)).bytes)
    let findings = log.audit(entries: log.entries + [noise], anchorLine: anchor).findings
    #expect(findings.first == .unreadableEntry(place: 8, .notCanonical(.unexpectedByte(at: 0))))
  }

  @Test func aStoredStateThatTheLogDoesNotGiveIsFound() throws {
    let (one, two, three) = (try Samples.card(1), try Samples.card(2), try Samples.card(3))
    let audit = log.audit(anchorLine: anchor)
    var stored = audit.states
    let truth = try value(stored.removeValue(forKey: one))
    let lie = CardCustody(
      card: two, holder: .resident, status: .delivered, attempts: 0, lastFailure: nil,
      since: truth.since)
    let rebuilt = try value(stored.updateValue(lie, forKey: two))
    stored[three] = lie
    #expect(
      audit.differences(from: stored) == [
        .stateMissing(one), .stateDiffers(rebuilt: rebuilt, stored: lie), .stateUnexplained(three),
      ])
  }

  /// The personal content stands beside the log: without it every proof is as valid as before.
  @Test func erasingDetailsLeavesTheLogAndEveryProofValid() throws {
    var random = SplitMix64(seed: 1)
    let detail = EventDetail(receiverName: "Siti Contoh", note: "di warung", using: &random)
    var detailed = log
    let delivery = try Samples.event(
      .handedOver, [try Samples.card(2)], from: .office, to: try Samples.courier(), minute: 8
    ).with(detail: detail.commitment)
    try detailed.record(delivery)
    #expect(findings(of: detailed) == [])
    #expect(!detailed.entries[7].leaf.text.contains("Siti"))
    let proof = try detailed.proof(of: 8)
    #expect(
      MerkleTree.verifiesInclusion(
        of: MerkleTree.leafHash(proof.leaf), at: 7, size: 8, path: proof.path, root: detailed.root))
  }

  @Test(arguments: UInt64(0)..<10)
  func mangledEntriesAreFoundAndNeverACrash(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      var edited = log.entries
      let place = Int.random(in: edited.indices, using: &random)
      edited[place].leaf = edited[place].leaf.mutated(using: &random)
      guard edited[place].leaf != log.entries[place].leaf else { continue }
      #expect(!log.audit(entries: edited, anchorLine: anchor).isSound)
    }
  }

  @Test func everyFindingHasACodeAndSpeaksBothLanguages() throws {
    let card = try Samples.card(1)
    let id = log.leaves[0].event.id
    let state = CardCustody(
      card: card, holder: .office, status: .atOffice, attempts: 0, lastFailure: nil,
      since: Samples.time(0))
    let findings: [LedgerFinding] = [
      .gap(expected: 2, found: 3), .editedEntry(place: 1),
      .unreadableEntry(place: 1, .missingField("kind")), .wrongSignature(place: 1, id),
      .brokenChain(place: 1, .badSignature(id)), .strangeDevice(place: 1, id),
      .revokedDevice(place: 1, id), .wrongEnrolment(place: 1, .office),
      .repeatedEvent(place: 1, id), .refusedByRules(place: 1, .noCards),
      .refusedWithoutReason(place: 1, code: "FORK"), .nodeDiffers(level: 1, place: 0),
      .nodeMissing(level: 1, place: 0), .nodeUnexplained(level: 1, place: 0), .anchorMissing,
      .anchorUnreadable(.badField("size")), .anchorForged, .foreignCheckpoint(size: 1),
      .truncated(entries: 1, checkpoint: 2), .otherHistory(size: 1), .stateMissing(card),
      .stateUnexplained(card), .stateDiffers(rebuilt: state, stored: state),
    ]
    #expect(Set(findings.map(\.code)).count == findings.count)
    for finding in findings {
      #expect(finding.phrase.indonesian != finding.phrase.english)
      #expect(finding.phrase.english != finding.code)
    }
  }

  private func findings(of log: SampleLog) -> [LedgerFinding] {
    log.audit(anchorLine: anchor).findings
  }
}
