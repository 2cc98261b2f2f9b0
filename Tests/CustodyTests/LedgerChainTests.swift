import Custody
import Domain
import Testing

@Suite struct LedgerChainTests {
  /// An entry as a store keeps it, open to any edit.
  struct Entry: Equatable {
    var index: Int
    var canonical: [UInt8]
    var hash: [UInt8]
    var seal: [UInt8]
  }

  private let keys: OfficeKeys
  private let events: [Event]
  private let entries: [Entry]
  private let anchor: [UInt8]

  init() throws {
    keys = try Samples.keys()
    events = try Samples.day()
    (entries, anchor) = Self.written(events, with: keys.ledgerKey, workspace: keys.workspaceID)
  }

  @Test func aSoundLedgerHasNoFindingsAndRebuildsItsStates() throws {
    let audit = audit(entries)
    #expect(audit.findings.isEmpty)
    #expect(audit.isSound)
    #expect(audit.head.count == 6)
    let delivered = try value(audit.states[try Samples.card(1)])
    #expect(delivered.holder == .resident)
    #expect(audit.differences(from: audit.states).isEmpty)
  }

  /// Hashes recomputed with an independent SHA-256 and HMAC (Python's hashlib and hmac).
  @Test func theChainIsTheOneTheDesignDescribes() throws {
    let key = try value(LedgerKey(bytes: Array(0..<32)))
    let genesis = ChainHead.genesis(workspaceID: "w")
    let link = genesis.link(Array("{}".utf8), sealedWith: key)
    #expect(
      genesis.hash.description
        == "873ca14d73d475879f08828bdfb9cefc6de3a9142049d0eaf907baf71647b9fe")
    #expect(
      link.hash.description
        == "45ec6b0308c6053131187390717eaf9e03c3cb20e89fff758577c26f9622ef47")
    #expect(
      link.seal.description
        == "40b4a5f2a79fa65f42df0fe51a28affca6fe31488ab4c6a6243cf49c477ec6ae")
    #expect(link.head == genesis.appending(Array("{}".utf8)))
  }

  @Test func everyChangedByteOfAnyStoredFieldIsFound() {
    let (entries, anchor) = Self.written(
      Array(events.prefix(4)), with: keys.ledgerKey, workspace: keys.workspaceID)
    #expect(audit(entries, anchor: anchor).isSound)
    for place in entries.indices {
      for (field, path) in Self.fields.enumerated() {
        for byte in entries[place][keyPath: path].indices {
          var edited = entries
          edited[place][keyPath: path][byte] ^= 1 << (byte % 8)
          let isSound = audit(edited, anchor: anchor).isSound
          #expect(!isSound, "entry \(place), field \(field), byte \(byte)")
        }
      }
    }
  }

  @Test func anEditIsNamedByTheFieldThatWasEdited() {
    var edited = entries
    edited[3].canonical.swapAt(20, 21)
    #expect(audit(edited).findings.first == .editedEntry(index: 4))
    edited = entries
    edited[3].hash[0] ^= 1
    #expect(audit(edited).findings == [.wrongHash(index: 4)])
    edited = entries
    edited[3].seal[0] ^= 1
    #expect(audit(edited).findings == [.wrongSeal(index: 4)])
    edited[3].seal = []
    #expect(audit(edited).findings == [.wrongSeal(index: 4)])
    edited = entries
    edited[3].hash = []
    #expect(audit(edited).findings == [.wrongHash(index: 4)])
  }

  @Test(arguments: [false, true])
  func everyMissingEntryIsFound(renumbered: Bool) {
    for place in entries.indices {
      var edited = entries
      edited.remove(at: place)
      if renumbered { Self.renumber(&edited) }
      #expect(!audit(edited).isSound, "entry \(place + 1) removed")
    }
  }

  @Test(arguments: [false, true])
  func everySwapOfTwoEntriesIsFound(renumbered: Bool) {
    for (first, second) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5), (2, 4)] {
      var edited = entries
      edited.swapAt(first, second)
      if renumbered { Self.renumber(&edited) }
      #expect(!audit(edited).isSound, "entries \(first + 1) and \(second + 1) swapped")
    }
  }

  @Test(arguments: [false, true])
  func everyInsertedEntryIsFound(renumbered: Bool) {
    for place in entries.indices {
      var edited = entries
      edited.insert(edited[place], at: place)
      if renumbered { Self.renumber(&edited) }
      #expect(!audit(edited).isSound, "entry \(place + 1) repeated")
    }
  }

  @Test func aLedgerCutOffAnywhereFallsBelowItsAnchor() {
    for count in entries.indices {
      #expect(
        audit(Array(entries.prefix(count))).findings == [
          .truncated(entries: count, anchored: 6)
        ])
    }
  }

  @Test func aLedgerMayBeAheadOfItsAnchor() {
    let (_, older) = Self.written(
      Array(events.prefix(4)), with: keys.ledgerKey, workspace: keys.workspaceID)
    #expect(audit(entries, anchor: older).isSound)
  }

  @Test func aChainRecomputedWithoutTheKeyIsFound() throws {
    var forged = events
    forged[3] = forged[3].with(recipient: .family)
    let thief = try Samples.keys(seed: 2)
    let (recomputed, theirAnchor) = Self.written(
      forged, with: thief.ledgerKey, workspace: keys.workspaceID)
    let audit = audit(recomputed, anchor: theirAnchor)
    #expect(audit.findings == (1...6).map { .wrongSeal(index: $0) } + [.anchorForged])
  }

  @Test func aHistoryRewrittenWithTheKeyStillDiffersFromItsAnchor() throws {
    var forged = events
    forged[3] = forged[3].with(recipient: .family)
    let (rewritten, _) = Self.written(forged, with: keys.ledgerKey, workspace: keys.workspaceID)
    #expect(audit(rewritten).findings == [.notTheAnchoredChain(anchored: 6)])
  }

  @Test func aLedgerOfAnotherWorkspaceIsFound() {
    let (others, _) = Self.written(events, with: keys.ledgerKey, workspace: "elsewhere")
    #expect(!audit(others).isSound)
  }

  @Test func everyChangedByteAndEveryCutOfTheAnchorIsFound() {
    for byte in anchor.indices {
      var edited = anchor
      edited[byte] ^= 1
      #expect(!audit(entries, anchor: edited).isSound, "byte \(byte)")
      #expect(!audit(entries, anchor: Array(anchor.prefix(byte))).isSound, "cut at \(byte)")
    }
  }

  @Test func aMissingAnchorIsFound() {
    #expect(audit(entries, anchor: nil).findings == [.anchorMissing])
  }

  @Test func anEventThatBreaksTheRulesIsFoundEvenIfSealed() throws {
    let stolen = try Samples.event(
      .delivered, [try Samples.card(2)], from: try Samples.courier(), to: .resident, minute: 7)
    let (broken, anchor) = Self.written(
      events + [stolen], with: keys.ledgerKey, workspace: keys.workspaceID)
    let refusal = CustodyRefusal.notHolder(
      try Samples.card(2), claimed: try Samples.courier(), actual: .office)
    #expect(audit(broken, anchor: anchor).findings == [.refusedByRules(index: 7, refusal)])
  }

  @Test func anEventEnteredTwiceAndBytesThatAreNoEventAreFoundEvenIfSealed() throws {
    let (twice, anchor) = Self.written(
      events + [events[5]], with: keys.ledgerKey, workspace: keys.workspaceID)
    #expect(
      audit(twice, anchor: anchor).findings == [.repeatedEvent(index: 7, events[5].id)])
    let noise = ChainHead.genesis(workspaceID: keys.workspaceID)
      .link(Array("[]".utf8), sealedWith: keys.ledgerKey)
    let noiseAnchor = LedgerAnchor(head: noise.head, sealedWith: keys.ledgerKey).fileBytes
    #expect(
      audit([Self.entry(noise)], anchor: noiseAnchor).findings == [
        .unreadableEntry(index: 1, .badField(""))
      ])
  }

  @Test func aStoredStateThatTheLedgerDoesNotGiveIsFound() throws {
    let (one, two, three) = (try Samples.card(1), try Samples.card(2), try Samples.card(3))
    let audit = audit(entries)
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

  @Test func everyFindingHasACodeAndSpeaksBothLanguages() throws {
    let card = try Samples.card(1)
    let state = CardCustody(
      card: card, holder: .office, status: .atOffice, attempts: 0, lastFailure: nil,
      since: Samples.time(0))
    let findings: [LedgerFinding] = [
      .gap(expected: 2, found: 3), .editedEntry(index: 1), .wrongHash(index: 1),
      .wrongSeal(index: 1), .unreadableEntry(index: 1, .missingField("kind")),
      .repeatedEvent(index: 1, events[0].id), .refusedByRules(index: 1, .noCards),
      .anchorMissing, .anchorUnreadable(.checksumMismatch), .anchorForged,
      .truncated(entries: 1, anchored: 2), .notTheAnchoredChain(anchored: 2), .stateMissing(card),
      .stateUnexplained(card), .stateDiffers(rebuilt: state, stored: state),
    ]
    #expect(Set(findings.map(\.code)).count == findings.count)
    #expect(findings.allSatisfy { $0.phrase.indonesian != $0.phrase.english })
  }

  private static var fields: [WritableKeyPath<Entry, [UInt8]>] {
    [\.canonical, \.hash, \.seal]
  }

  private func audit(_ entries: [Entry]) -> LedgerAudit { audit(entries, anchor: anchor) }

  private func audit(_ entries: [Entry], anchor: [UInt8]?) -> LedgerAudit {
    var verifier = ChainVerifier(
      workspaceID: keys.workspaceID, key: keys.ledgerKey, anchorFile: anchor,
      now: Samples.time(600))
    for entry in entries {
      verifier.check(
        index: entry.index, canonical: entry.canonical, hash: entry.hash, seal: entry.seal)
    }
    return verifier.finish()
  }

  private static func written(
    _ events: [Event], with key: LedgerKey, workspace: String
  ) -> (entries: [Entry], anchor: [UInt8]) {
    var head = ChainHead.genesis(workspaceID: workspace)
    var entries: [Entry] = []
    for event in events {
      let link = head.link(event.canonicalBytes(), sealedWith: key)
      head = link.head
      entries.append(entry(link))
    }
    return (entries, LedgerAnchor(head: head, sealedWith: key).fileBytes)
  }

  private static func entry(_ link: ChainLink) -> Entry {
    Entry(
      index: link.index, canonical: link.canonical, hash: link.hash.bytes, seal: link.seal.bytes)
  }

  private static func renumber(_ entries: inout [Entry]) {
    for place in entries.indices { entries[place].index = place + 1 }
  }
}
