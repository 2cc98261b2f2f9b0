import Custody
import Domain
import Testing

@Suite struct DeviceChainTests {
  private let key: DeviceKey
  private let start: DeviceChain
  private let events: [Event]

  init() throws {
    key = try Samples.deviceKey()
    start = DeviceChain(workspaceID: "office", device: "tablet-1", publicKey: key.publicKey)
    events = try Samples.day()
  }

  @Test func aDeviceChainGrowsByItsOwnNextEventOnly() throws {
    var chain = start
    try chain.append(events[0])
    let before = chain
    #expect(throws: DeviceChainError.gap(device: "tablet-1", expected: 2, found: 3)) {
      try chain.append(events[2])
    }
    #expect(throws: DeviceChainError.gap(device: "tablet-1", expected: 2, found: 1)) {
      try chain.append(events[0])
    }
    #expect(throws: DeviceChainError.wrongDevice(expected: "tablet-1", found: "tablet-2")) {
      try chain.append(events[1].with(id: Event.ID(device: "tablet-2", sequence: 2)))
    }
    #expect(chain == before)
    #expect(chain.head.count == 1)
  }

  @Test func chainsOfOtherDevicesKeysAndOfficesBeginElsewhere() throws {
    let otherKey = try Samples.deviceKey(seed: 8).publicKey
    let heads = [
      start.head,
      DeviceChain(workspaceID: "else", device: "tablet-1", publicKey: key.publicKey).head,
      DeviceChain(workspaceID: "office", device: "tablet-2", publicKey: key.publicKey).head,
      DeviceChain(workspaceID: "office", device: "tablet-1", publicKey: otherKey).head,
      ChainHead.genesis(workspaceID: "office"),
    ]
    #expect(Set(heads).count == heads.count)
  }

  @Test func aSignatureIsOfOneHeadOnly() throws {
    var chain = start
    let signature = try chain.signature(with: key.signing)
    #expect(chain.isSigned(by: signature))
    try chain.append(events[0])
    #expect(!chain.isSigned(by: signature))
    #expect(!chain.isSigned(by: []))
  }

  @Test func aBundleOfAnotherKeyCannotBeMade() throws {
    let stranger = try Samples.deviceKey(seed: 8)
    #expect(throws: BundleError.wrongSignature) {
      try CourierBundle(after: start, events: events, signedWith: stranger.signing)
    }
    #expect(throws: BundleError.brokenChain(.gap(device: "tablet-1", expected: 1, found: 2))) {
      try CourierBundle(
        after: start, events: Array(events.dropFirst()), signedWith: key.signing)
    }
  }

  @Test func aBundleComesBackFromItsFileAsItWas() throws {
    for count in [0, 1, 6] {
      let bundle = try bundle(events.prefix(count), after: start)
      #expect(try CourierBundle(fileBytes: bundle.fileBytes) == bundle)
      #expect(try bundle.newEvents(for: start) == Array(events.prefix(count)))
    }
  }

  @Test func aBundleBroughtInTwiceOrOverlappingGivesOnlyWhatIsNew() throws {
    let all = try bundle(events[...], after: start)
    let firstFour = try bundle(events.prefix(4), after: start)
    let lastTwo = try bundle(events.suffix(2), after: firstFour.after)
    #expect(try all.newEvents(for: firstFour.after) == Array(events.suffix(2)))
    #expect(try lastTwo.newEvents(for: firstFour.after) == Array(events.suffix(2)))
    #expect(try all.newEvents(for: all.after).isEmpty)
    #expect(try lastTwo.newEvents(for: all.after).isEmpty)
    #expect(try firstFour.newEvents(for: all.after).isEmpty)
  }

  @Test func aBundleThatDoesNotContinueWhatTheOfficeKnowsIsRefused() throws {
    let firstFour = try bundle(events.prefix(4), after: start)
    let lastTwo = try bundle(events.suffix(2), after: firstFour.after)
    let otherKey = try Samples.deviceKey(seed: 8).publicKey
    var rewritten = events
    rewritten[1] = rewritten[1].with(actor: "SP-018")
    let otherStory = try bundle(rewritten[...], after: start)
    func known(
      _ workspace: String = "office", _ device: String = "tablet-1", _ key: PublicKey? = nil
    ) -> DeviceChain {
      DeviceChain(workspaceID: workspace, device: device, publicKey: key ?? self.key.publicKey)
    }

    #expect(throws: DeviceChainError.otherWorkspace(expected: "else", found: "office")) {
      try lastTwo.newEvents(for: known("else"))
    }
    #expect(throws: DeviceChainError.wrongDevice(expected: "tablet-2", found: "tablet-1")) {
      try lastTwo.newEvents(for: known("office", "tablet-2"))
    }
    #expect(
      throws: DeviceChainError.wrongKey(
        device: "tablet-1", expected: otherKey, found: key.publicKey)
    ) { try lastTwo.newEvents(for: known("office", "tablet-1", otherKey)) }
    #expect(throws: DeviceChainError.gap(device: "tablet-1", expected: 1, found: 5)) {
      try lastTwo.newEvents(for: start)
    }
    #expect(throws: DeviceChainError.fork(device: "tablet-1", sequence: 4)) {
      try otherStory.newEvents(for: firstFour.after)
    }
  }

  @Test func everyCutAndEveryChangedByteOfABundleIsRefused() throws {
    let file = try bundle(events.prefix(2), after: start).fileBytes
    for place in file.indices {
      #expect(throws: BundleError.self, "cut at \(place)") {
        try CourierBundle(fileBytes: Array(file.prefix(place)))
      }
      var edited = file
      edited[place] ^= 1 << (place % 8)
      #expect(throws: BundleError.self, "byte \(place)") { try CourierBundle(fileBytes: edited) }
    }
  }

  @Test func aBundleRewrittenWithANewChecksumIsStillRefused() throws {
    let bundle = try bundle(events.prefix(2), after: start)
    let hash = bundle.after.head.hash.description
    let signature = bundle.fileBytes.text.components(between: #""signature":""#, and: "\"")
    let edits: [(String, String, BundleError)] = [
      ("SP-017\",\"cards", "SP-018\",\"cards", .brokenChain(.wrongHead(device: "tablet-1"))),
      (hash, hash.flippingFirstDigit, .brokenChain(.wrongHead(device: "tablet-1"))),
      (signature, signature.flippingFirstDigit, .wrongSignature),
      (signature, "", .wrongSignature),
      (#""firstSequence":1"#, #""firstSequence":0"#, .damaged(.badField("firstSequence"))),
      (
        #""firstSequence":1"#, #""firstSequence":2"#,
        .brokenChain(.gap(device: "tablet-1", expected: 2, found: 1))
      ),
      (#""events":["#, #""eventz":["#, .damaged(.unknownField("eventz"))),
    ]
    for (find, replacement, error) in edits {
      let file = try bundle.fileBytes.text.replacing(find, with: replacement).withNewChecksum()
      #expect(throws: error, "\(find) -> \(replacement)") {
        try CourierBundle(fileBytes: file)
      }
    }
  }

  @Test func everyBrokenChainSpeaksBothLanguagesWithoutTerminalCodes() {
    let nasty = "tab\u{1B}[2Jlet"
    let errors: [DeviceChainError] = [
      .otherWorkspace(expected: "a", found: nasty), .wrongDevice(expected: "a", found: nasty),
      .wrongKey(device: nasty, expected: key.publicKey, found: key.publicKey),
      .gap(device: nasty, expected: 1, found: 2), .fork(device: nasty, sequence: 1),
      .wrongHead(device: nasty),
    ]
    for error in errors {
      #expect(error.phrase.indonesian != error.phrase.english)
      #expect(!(error.phrase.indonesian + error.phrase.english).contains("\u{1B}"))
    }
  }

  private func bundle(
    _ events: ArraySlice<Event>, after chain: DeviceChain
  ) throws -> CourierBundle {
    try CourierBundle(after: chain, events: Array(events), signedWith: key.signing)
  }
}
