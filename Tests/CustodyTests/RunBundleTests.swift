import Custody
import Domain
import Geometry
import Testing

@Suite struct RunBundleTests {
  private let keys: OfficeKeys
  private let bundle: RunBundle
  private let file: [UInt8]

  init() throws {
    keys = try Samples.keys()
    bundle = try Self.sample(workspaceID: keys.workspaceID)
    file = try bundle.fileBytes(signedWith: keys.signing)
  }

  @Test func aBundleComesBackFromItsFileAsItWas() throws {
    let first = try RunBundle.read(file, trusting: nil)
    #expect(first.bundle == bundle)
    #expect(first.officeKey == keys.signing.publicKey)
    let second = try RunBundle.read(file, trusting: first.officeKey)
    #expect(second.bundle == bundle)
  }

  @Test func aBundleCarriesNoWholeNIK() throws {
    #expect(!file.text.contains(try Self.nik().digits))
    #expect(file.text.contains(try Self.nik().masked))
  }

  @Test func theFileIsOneLineThatSaysWhatItIs() {
    #expect(file.last == UInt8(ascii: "\n"))
    #expect(file.dropLast().allSatisfy { $0 != UInt8(ascii: "\n") })
    #expect(file.text.contains(#""format":"hantar-run-bundle""#))
    #expect(file.text.hasSuffix("\"zone\":\"WIB\"}\n"))
  }

  @Test func everyCutAndEveryChangedByteIsRefused() throws {
    for place in file.indices {
      #expect(throws: BundleError.self, "cut at \(place)") {
        try RunBundle.read(Array(file.prefix(place)), trusting: nil)
      }
      var edited = file
      edited[place] ^= 1 << (place % 8)
      #expect(throws: BundleError.self, "byte \(place)") {
        try RunBundle.read(edited, trusting: nil)
      }
    }
  }

  @Test func anOfficeThisDeviceDoesNotKnowIsRefused() throws {
    let other = try Samples.keys(seed: 2).signing.publicKey
    #expect(
      throws: BundleError.otherOffice(expected: other, found: keys.signing.publicKey)
    ) { try RunBundle.read(file, trusting: other) }
  }

  @Test func aFileThatIsSomethingElseIsRefusedByName() throws {
    let cut = Array(file.dropLast(10))
    let later = try file.text.replacing(#""version":1"#, with: #""version":2"#)
      .withNewChecksum()
    let device = try CourierBundle(
      after: DeviceChain(
        workspaceID: "w", device: "tablet-1", publicKey: try Samples.deviceKey().publicKey),
      events: [], signedWith: try Samples.deviceKey().signing)
    let rows: [([UInt8], BundleError)] = [
      ([], .notABundle),
      (Array("name,nik\n".utf8), .notABundle),
      (Array("{\"a\":1}\n".utf8), .notABundle),
      (Array("{\"format\":\"hantar-run-bundle\"}\n".utf8), .notABundle),
      (cut, .truncated(byteCount: cut.count)),
      (later, .unsupportedVersion(found: 2)),
      (
        device.fileBytes,
        .wrongFormat(expected: "hantar-run-bundle", found: "hantar-courier-bundle")
      ),
      (Array(file.text.replacing("Kenanga", with: "Melati").utf8), .checksumMismatch),
      (
        Array(file.text.replacing("\"stops\":", with: "\"stops\": ").utf8),
        .damaged(.notCanonical(.unexpectedByte(at: try place(of: "\"stops\":", in: file) + 8)))
      ),
    ]
    for (bytes, error) in rows {
      #expect(throws: error, "\(error.phrase.english)") {
        try RunBundle.read(bytes, trusting: nil)
      }
      #expect(error.phrase.indonesian != error.phrase.english)
    }
  }

  @Test func aBundleRewrittenWithANewChecksumIsStillRefused() throws {
    let nik = try Self.nik()
    let signature = file.text.components(between: #""signature":""#, and: "\"")
    let officeKey = keys.signing.publicKey.description
    let otherKey = try Samples.keys(seed: 2).signing.publicKey.description
    let edits: [(String, String, BundleError)] = [
      ("Kenanga", "Melati", .wrongSignature),
      (signature, signature.flippingFirstDigit, .wrongSignature),
      (officeKey, otherKey, .wrongSignature),
      ("2017-07-27", "27-07-2017", .wrongSignature),
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
      ("\"request\":\"damaged\"", "\"request\":\"stolen\"", .damaged(.badField("cards.request"))),
      ("\"zone\":\"WIB\"", "\"zone\":\"UTC\"", .damaged(.badField("zone"))),
    ]
    for (find, replacement, error) in edits {
      let edited = try file.text.replacing(find, with: replacement).withNewChecksum()
      #expect(throws: error, "\(find) -> \(replacement)") {
        try RunBundle.read(edited, trusting: nil)
      }
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

  private func place(of text: String, in file: [UInt8]) throws -> Int {
    let whole = file.text
    let range = try value(whole.firstRange(of: text))
    return whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
  }

  /// Built here so that no whole NIK stands in the repository.
  private static func nik() throws -> NIK { try NIK("187101" + "410290" + "0001") }

  private static func sample(workspaceID: String) throws -> RunBundle {
    let nik = try nik()
    let house = Location(
      coordinate: try Coordinate(latitude: -5.381591, longitude: 105.258621), source: .house)
    let run = try Samples.run()
    func card(_ serial: Int, _ name: String, _ request: RequestKind) throws -> RunBundle.Card {
      RunBundle.Card(id: try Samples.card(serial), residentName: name, nik: nik, request: request)
    }
    let stops = [
      RunBundle.Stop(
        number: 1, addressLine: "Jl. Kenanga No. 12, RT 005/RW 002", landmark: "depan \"warung\"",
        arrives: try value(TimeOfDay("09:00")), place: RunBundle.Place(house),
        cards: [try card(1, "Siti Contoh", .first), try card(2, "Budi Contoh", .damaged)]),
      RunBundle.Stop(
        number: 2, addressLine: "RT 001/RW -", landmark: nil,
        arrives: try value(TimeOfDay("25:10")), place: nil, cards: [try card(3, "Ayu", .lost)]),
    ]
    let bundle = RunBundle(
      workspaceID: workspaceID, run: run, date: run.plan.date, zone: .western,
      courier: try value(CourierID("SP-017")), device: "tablet-1", issued: Samples.time(0),
      document: try value(HandoverDocumentNumber("BAST/1871/20170727/001")), stops: stops)
    #expect(bundle.cards.map(\.surrendersOldCard) == [false, true, false])
    return bundle
  }
}
