import Domain
import Geometry
import TestSupport
import Testing

@testable import Custody

@Suite struct RunBundleTests {
  private let samples: ExchangeSamples
  private let bundle: RunBundle
  private let file: [UInt8]

  init() throws {
    samples = try ExchangeSamples()
    bundle = try samples.runBundle()
    file = try bundle.fileBytes(
      signedWith: samples.keys.signing, to: samples.device.box.publicKey)
  }

  private func read(_ file: [UInt8], trusting: OfficeIdentity? = nil) throws -> RunBundle {
    let segment = try #require(Segment.segments(of: file).whole.first).segment
    return try RunBundle(segment, with: samples.device.box, trusting: trusting)
  }

  /// The file with its content edited and signed anew, as only the office could.
  private func edited(_ find: String, _ replacement: String) throws -> [UInt8] {
    let content = bundle.bytes.text.replacing(find, with: replacement)
    #expect(content != bundle.bytes.text, "nothing to replace: \(find)")
    return try Segment(
      .run, content: SignedLines.bytes(of: [Array(content.utf8)], signedWith: samples.keys.signing),
      to: samples.device.box.publicKey
    ).bytes
  }

  @Test func aBundleComesBackFromItsFileAsItWas() throws {
    #expect(try read(file) == bundle)
    #expect(try read(file, trusting: samples.office) == bundle)
    #expect(try RunBundle(bytes: bundle.bytes) == bundle)
  }

  @Test func aRunIsReadableUntilTheEndOfTheDayAfter() throws {
    let midnight = try #require(TimeOfDay("00:00"))
    let end = Instant(bundle.date.adding(days: 2), at: midnight, in: bundle.zone)
    #expect(bundle.expires == end)
  }

  @Test func aBundleCarriesNoWholeNIK() throws {
    #expect(!bundle.bytes.text.contains(try ExchangeSamples.nik().digits))
    #expect(bundle.bytes.text.contains(try ExchangeSamples.nik().masked))
  }

  @Test func nobodyButTheDeviceReadsIt() throws {
    for word in ["Kenanga", "Siti", "R-2017", "KTP-"] { #expect(!file.text.contains(word)) }
    let segment = try #require(Segment.segments(of: file).whole.first).segment
    #expect(throws: BundleError.sealedToAnother) {
      try RunBundle(segment, with: samples.keys.box, trusting: nil)
    }
  }

  @Test func everyCutAndEveryChangedByteIsRefused() {
    for place in file.indices {
      #expect(Segment.segments(of: Array(file.prefix(place))).whole.isEmpty, "cut at \(place)")
      #expect(Segment.segments(of: file.flipped(at: place)).whole.isEmpty, "byte \(place)")
    }
  }

  @Test func anOfficeThisDeviceDoesNotKnowIsRefused() throws {
    let other = try ExchangeSamples(seed: 2).office
    #expect(
      throws: BundleError.otherOffice(
        expected: other.signingKey, found: samples.office.signingKey)
    ) { try read(file, trusting: other) }
  }

  @Test func aBundleThatTheOfficeDidNotSignIsRefused() throws {
    let stranger = try ExchangeSamples(seed: 2).keys.signing
    let forged = try bundle.fileBytes(
      signedWith: stranger, to: samples.device.box.publicKey)
    #expect(throws: BundleError.wrongSignature) { try read(forged) }
  }

  @Test func whatNoRunCanSayIsRefusedByName() throws {
    let nik = try ExchangeSamples.nik()
    let edits: [(String, String, BundleError)] = [
      (
        "hantar-run-bundle", "hantar-other",
        .wrongFormat(expected: "hantar-run-bundle", found: "hantar-other")
      ),
      ("\"version\":2", "\"version\":3", .unsupportedVersion(found: 3)),
      (nik.masked, nik.digits, .damaged(.badField("cards.nik"))),
      (
        "\"arrivesSeconds\":32400", "\"arrivesSeconds\":-1",
        .damaged(.badField("stops.arrivesSeconds"))
      ),
      (
        "\"uncertaintyMetres\":15", "\"uncertaintyMetres\":-1",
        .damaged(.badField("stops.uncertaintyMetres"))
      ),
      (",\"uncertaintyMetres\":15", "", .damaged(.missingField("stops.uncertaintyMetres"))),
      ("\"desa\":\"18.71.01.1003\"", "\"desa\":\"18.71.01\"", .damaged(.badField("stops.desa"))),
      ("\"request\":\"damaged\"", "\"request\":\"stolen\"", .damaged(.badField("cards.request"))),
      ("\"zone\":\"WIB\"", "\"zone\":\"UTC\"", .damaged(.badField("zone"))),
      ("\"attempts\":2", "\"attempts\":0", .damaged(.badField("policy"))),
      ("\"oldCard\":1", "\"oldCard\":2", .damaged(.badField("policy"))),
    ]
    for (find, replacement, error) in edits {
      #expect(throws: error, "\(find) -> \(replacement)") {
        try read(try edited(find, replacement))
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func noContentMakesTheReaderTrap(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let hostile = try Segment(
      .run,
      content: SignedLines.bytes(
        of: [bundle.bytes.mutated(using: &random)], signedWith: samples.keys.signing),
      to: samples.device.box.publicKey)
    _ = try? read(hostile.bytes)
  }

  @Test func aPolicyComesBackAsItWas() throws {
    let policy = try CustodyPolicy(
      allowedRecipients: [.neighbourhoodHead, .own], requiresProof: false, maximumAttempts: 3,
      clockToleranceMinutes: 5, requiresOldCard: false, farMetres: 100,
      maximumKilometresPerHour: 90, version: 4)
    #expect(try CustodyPolicy(bytes: policy.bytes) == policy)
    #expect(policy.bytes.text.contains(#""recipients":["self","rt"]"#))
    #expect(throws: BundleError.damaged(.badField("policy"))) {
      try CustodyPolicy(bytes: Array("{}".utf8))
    }
  }

  @Test func aPlaceKeepsItsUncertaintyInWholeMetresRoundedUp() throws {
    let coordinate = try Coordinate(latitude: -5.4, longitude: 105.3)
    func place(_ metres: Double) -> RunBundle.Place {
      RunBundle.Place(
        Location(coordinate: coordinate, source: .house, uncertainty: Metres(metres)))
    }
    #expect(place(14.2).uncertaintyMetres == 15)
    #expect(place(-3).uncertaintyMetres == 0)
    #expect(place(.infinity).uncertaintyMetres == 1000)
    #expect(place(.nan).uncertainty == Metres(1000))
  }
}
