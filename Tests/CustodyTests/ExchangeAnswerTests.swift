import Domain
import TestSupport
import Testing

@testable import Custody

/// What the office answers, and what a device makes of the office's word on its log.
@Suite struct ExchangeAnswerTests {
  private let samples: ExchangeSamples
  private let file: [UInt8]

  init() throws {
    samples = try ExchangeSamples()
    file = try samples.acknowledgement().fileBytes(
      signedWith: samples.keys.signing, to: samples.device.box.publicKey)
  }

  private func read(_ file: [UInt8], trusting: OfficeIdentity? = nil) throws -> Acknowledgement {
    let segment = try #require(Segment.segments(of: file).whole.first).segment
    return try Acknowledgement(segment, with: samples.device.box, trusting: trusting)
  }

  @Test func anAnswerComesBackFromItsFileAsItWas() throws {
    #expect(try read(file) == samples.acknowledgement())
    #expect(try read(file, trusting: samples.office) == samples.acknowledgement())
  }

  @Test func aChangedOrCutAnswerIsRefused() throws {
    for place in file.indices {
      #expect(Segment.segments(of: file.flipped(at: place)).whole.isEmpty, "byte \(place)")
      #expect(Segment.segments(of: Array(file.prefix(place))).whole.isEmpty, "cut at \(place)")
    }
  }

  @Test func onlyTheOfficeThatTheDeviceKnowsMayAnswer() throws {
    let other = try ExchangeSamples(seed: 2)
    #expect(
      throws: BundleError.otherOffice(
        expected: other.office.signingKey, found: samples.office.signingKey)
    ) { try read(file, trusting: other.office) }
    let forged = try samples.acknowledgement().fileBytes(
      signedWith: other.keys.signing, to: samples.device.box.publicKey)
    #expect(throws: BundleError.wrongSignature) { try read(forged) }
    let moved = OfficeIdentity(
      workspaceID: samples.office.workspaceID, signingKey: samples.office.signingKey,
      boxKey: other.office.boxKey, name: samples.office.name)
    #expect(throws: BundleError.wrongSignature) { try read(file, trusting: moved) }
  }

  @Test func aCheckpointOfAnotherOfficeDoesNotPass() throws {
    let other = try ExchangeSamples(seed: 2)
    let note = OfficeNote(
      office: samples.office, checkpoint: try other.checkpoint(4), proofs: [])
    let forged = try Acknowledgement(
      note: note, device: samples.device.device, head: samples.acknowledgement().head,
      refusals: [], isRevoked: false
    ).fileBytes(signedWith: samples.keys.signing, to: samples.device.box.publicKey)
    #expect(throws: BundleError.wrongSignature) { try read(forged) }
  }

  @Test func aRunIsNoAnswer() throws {
    let run = try samples.runBundle().fileBytes(
      signedWith: samples.keys.signing, to: samples.device.box.publicKey)
    #expect(
      throws: BundleError.wrongFormat(
        expected: "hantar-acknowledgement", found: "hantar-run-bundle")
    ) { try read(run) }
  }

  @Test(arguments: UInt64(0)..<100)
  func noContentMakesTheReaderTrap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let segment = try #require(Segment.segments(of: file).whole.first).segment
    let content = try segment.content(with: samples.device.box).mutated(using: &random)
    let hostile = try Segment(
      .acknowledgement, content: content, to: samples.device.box.publicKey)
    if let answer = try? read(hostile.bytes) {
      #expect(try answer == samples.acknowledgement())
    }
  }

  @Test func aRequestComesBackFromItsFileAsItWas() throws {
    let request = try DeviceRequest(of: samples.device, for: samples.courier)
    let read = try DeviceRequest(fileBytes: request.fileBytes)
    #expect(read == request)
    #expect(read.registration == samples.device.registration(for: samples.courier))
    #expect(read.device == samples.device.device)
    #expect(request.fileBytes.last == UInt8(ascii: "\n"))
  }

  @Test func aChangedOrCutRequestIsRefused() throws {
    let file = try DeviceRequest(of: samples.device, for: samples.courier).fileBytes
    for place in file.indices {
      #expect(throws: BundleError.self, "byte \(place)") {
        try DeviceRequest(fileBytes: file.flipped(at: place))
      }
      #expect(throws: BundleError.self, "cut at \(place)") {
        try DeviceRequest(fileBytes: Array(file.prefix(place)))
      }
    }
    let forged = try file.text.replacing("SP-017", with: "SP-018").withNewChecksum()
    #expect(throws: BundleError.wrongSignature) { try DeviceRequest(fileBytes: forged) }
  }

  struct Word: CustomTestStringConvertible {
    let held: (size: Int, minute: Int)?
    let offered: (size: Int, minute: Int)
    var provedFrom: [Int] = []
    var isFork = false
    /// The size kept, or the refusal.
    let outcome: Result<Int, BundleError>
    var testDescription: String { "\(String(describing: held)) -> \(offered): \(outcome)" }
  }

  @Test(arguments: [
    Word(held: nil, offered: (5, 5), outcome: .success(5)),
    Word(held: (3, 3), offered: (9, 9), provedFrom: [3], outcome: .success(9)),
    Word(held: (3, 3), offered: (9, 9), provedFrom: [1, 3, 7], outcome: .success(9)),
    Word(held: (8, 3), offered: (9, 9), provedFrom: [8], outcome: .success(9)),
    Word(held: (0, 3), offered: (9, 9), outcome: .success(9)),
    Word(held: (9, 3), offered: (9, 9), outcome: .success(9)),
    Word(held: (9, 9), offered: (5, 5), outcome: .success(9)),
    Word(
      held: (9, 9), offered: (5, 12), outcome: .failure(.logShrunk(held: 9, offered: 5))),
    Word(
      held: (3, 3), offered: (9, 9), outcome: .failure(.logNotProved(held: 3, offered: 9))),
    Word(
      held: (3, 3), offered: (9, 9), provedFrom: [4],
      outcome: .failure(.logNotProved(held: 3, offered: 9))),
    Word(
      held: (3, 3), offered: (9, 9), provedFrom: [3], isFork: true,
      outcome: .failure(.logForked(held: 3, offered: 9))),
    Word(
      held: (9, 3), offered: (9, 9), isFork: true,
      outcome: .failure(.logForked(held: 9, offered: 9))),
  ])
  func aDeviceKeepsToALogThatOnlyGrows(_ word: Word) throws {
    // The same office under whose key another history was written.
    let source = word.isFork ? try ExchangeSamples(seed: 2) : samples
    let held = try word.held.map { try samples.checkpoint($0.size, minute: $0.minute) }
    let offered = try source.checkpoint(word.offered.size, minute: word.offered.minute)
    let proofs = word.provedFrom.map { source.proof(from: $0, to: word.offered.size) }
    switch word.outcome {
    case .success(let size):
      #expect(try LogMemory.kept(held, offered: offered, proofs: proofs).size == size)
    case .failure(let error):
      #expect(throws: error) { try LogMemory.kept(held, offered: offered, proofs: proofs) }
    }
  }

  @Test(arguments: [
    BundleError.notABundle, .wrongFormat(expected: "a", found: "b\u{1B}[2J"),
    .unsupportedVersion(found: 9), .truncated(byteCount: 3), .checksumMismatch,
    .damaged(.missingField("x\u{1B}")), .wrongSignature, .tooManyEvents(300, limit: 256),
    .tooLarge(byteCount: 9, limit: 8), .badPacking, .sealedToAnother, .cannotOpen, .cannotSeal,
    .otherDevice(expected: "D-1", found: "D-2\u{1B}"), .noOfficeYet,
    .acknowledgesOthers(sequence: 4), .logShrunk(held: 9, offered: 3),
    .logForked(held: 3, offered: 9), .logNotProved(held: 3, offered: 9),
    .brokenChain(.wrongDevice(expected: "D-1", found: "D-2\u{1B}")),
  ])
  func everyFaultSpeaksBothLanguagesWithoutTerminalCodes(error: BundleError) {
    #expect(error.phrase.indonesian != error.phrase.english)
    #expect(!(error.phrase.indonesian + error.phrase.english).contains("\u{1B}"))
    #expect(error.phrase.english.contains("; ") || error.phrase.english.contains(": "))
  }

  @Test func aCountNamesWhatIsMissingAndWhatIsExtra() throws {
    let cards = try (1...4).map { try ExchangeSamples.card($0) }
    let count = Reconciliation(
      expected: [cards[2], cards[0], cards[1]], counted: [cards[3], cards[1], cards[1], cards[0]])
    #expect(count.expected == Array(cards.prefix(3)))
    #expect(count.counted == [cards[0], cards[1], cards[3]])
    #expect(count.present == Array(cards.prefix(2)))
    #expect(count.missing == [cards[2]])
    #expect(count.extra == [cards[3]])
    #expect(!count.isComplete)
    #expect(Reconciliation(expected: cards, counted: cards.reversed()).isComplete)
  }
}
