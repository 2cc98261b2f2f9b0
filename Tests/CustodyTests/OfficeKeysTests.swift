import Custody
import Domain
import TestSupport
import Testing

@Suite struct OfficeKeysTests {
  private let keys: OfficeKeys
  /// Built here so that no whole NIK stands in the repository.
  private let nik: NIK

  init() throws {
    keys = try Samples.keys()
    nik = try NIK("187101" + "410290" + "0001")
  }

  @Test func keysComeBackFromTheirFileAsTheyWere() throws {
    #expect(try OfficeKeys(fileBytes: keys.fileBytes) == keys)
    var random = SplitMix64(seed: 5)
    let rotated = keys.rotatingPersonalDataKey(using: &random)
    #expect(try OfficeKeys(fileBytes: rotated.fileBytes) == rotated)
  }

  @Test func everyCutAndEveryChangedByteOfAKeyFileIsRefused() throws {
    let file = keys.fileBytes
    for place in file.indices {
      var edited = file
      edited[place] ^= 1 << (place % 8)
      for bytes in [edited, Array(file.prefix(place))] {
        #expect(throws: KeyError.self) { try OfficeKeys(fileBytes: bytes) }
      }
    }
  }

  @Test(arguments: [
    (#""number":1"#, #""number":0"#), (#""number":1"#, #""number":-1"#),
    (#""number":1"#, #""number":4294967296"#), (#""number":1"#, #""numb":1"#),
  ])
  func aFileWithWrongNumbersOfKeysIsRefused(find: String, replace: String) throws {
    let edited = try keys.fileBytes.text.replacing(find, with: replace).withNewChecksum()
    #expect(throws: KeyError.self) { try OfficeKeys(fileBytes: edited) }
  }

  @Test func theSameRandomnessGivesTheSameKeysAndOtherRandomnessOthers() throws {
    #expect(try Samples.keys(seed: 1) == keys)
    let other = try Samples.keys(seed: 2)
    #expect(other.workspaceID != keys.workspaceID)
    #expect(other.ledgerKey != keys.ledgerKey)
    #expect(other.nikLookup(nik) != keys.nikLookup(nik))
  }

  @Test func aNIKIsFoundByAKeyedHashThatDoesNotShowIt() throws {
    let lookup = keys.nikLookup(nik)
    #expect(lookup == keys.nikLookup(try NIK("187101 410290 0001")))
    #expect(lookup != keys.nikLookup(try NIK("187101" + "410290" + "0002")))
    #expect(!String(decoding: lookup.bytes, as: UTF8.self).contains("187101"))
  }

  @Test func aSealedValueOpensOnlyInItsOwnPlaceAndWithItsOwnKey() throws {
    let secret = Array(nik.digits.utf8)
    let sealed = try keys.seal(secret, context: "KTP-1/nik")
    #expect(try keys.open(sealed, context: "KTP-1/nik") == secret)
    #expect(throws: KeyError.cannotOpen(context: "KTP-2/nik")) {
      try keys.open(sealed, context: "KTP-2/nik")
    }
    let other = try Samples.keys(seed: 2)
    #expect(throws: KeyError.cannotOpen(context: "KTP-1/nik")) {
      try other.open(sealed, context: "KTP-1/nik")
    }
  }

  @Test func everyChangedByteAndEveryCutOfASealedValueIsRefused() throws {
    let sealed = try keys.seal(Array("Siti Contoh".utf8), context: "c")
    for place in sealed.indices {
      var edited = sealed
      edited[place] ^= 1
      #expect(throws: KeyError.cannotOpen(context: "c")) { try keys.open(edited, context: "c") }
      #expect(throws: KeyError.cannotOpen(context: "c")) {
        try keys.open(Array(sealed.prefix(place)), context: "c")
      }
    }
  }

  @Test func equalValuesDoNotLookEqualWhenSealedAndNothingIsAValueToo() throws {
    #expect(try keys.seal([1], context: "c") != keys.seal([1], context: "c"))
    #expect(try keys.open(keys.seal([], context: ""), context: "").isEmpty)
  }

  @Test func aNewKeySealsAndTheOldOneStillOpensUntilItIsForgotten() throws {
    var random = SplitMix64(seed: 5)
    let secret = Array("Siti Contoh".utf8)
    let sealed = try keys.seal(secret, context: "c")
    let rotated = keys.rotatingPersonalDataKey(using: &random)
    #expect(rotated.personalDataKeyNumber == 2 && keys.personalDataKeyNumber == 1)
    #expect(try rotated.open(sealed, context: "c") == secret)
    #expect(keys.isSealedWithNewestKey(sealed) && !rotated.isSealedWithNewestKey(sealed))
    let anew = try rotated.seal(secret, context: "c")
    #expect(rotated.isSealedWithNewestKey(anew))
    let forgotten = rotated.forgettingOldPersonalDataKeys
    #expect(try forgotten.open(anew, context: "c") == secret)
    #expect(throws: KeyError.cannotOpen(context: "c")) { try forgotten.open(sealed, context: "c") }
    #expect(throws: KeyError.cannotOpen(context: "c")) { try keys.open(anew, context: "c") }
    #expect(!keys.isSealedWithNewestKey([]))
    #expect(rotated.nikLookup(nik) == keys.nikLookup(nik))
    #expect(
      rotated.pin(for: try Samples.card(1), issue: 1)
        == keys.pin(for: try Samples.card(1), issue: 1))
  }

  @Test func aPINFollowsFromTheCardTheIssueAndTheKeyOnly() throws {
    let cards = try (1...2000).map(Samples.card)
    let pins = cards.map { keys.pin(for: $0, issue: 1) }
    #expect(pins.allSatisfy { $0.utf8.count == 6 && $0.allSatisfy(\.isNumber) })
    #expect(pins == cards.map { keys.pin(for: $0, issue: 1) })
    #expect(Set(pins).count > 1950)
    #expect(zip(cards, pins).count { keys.pin(for: $0, issue: 2) == $1 } < 5)
    let other = try Samples.keys(seed: 2)
    #expect(zip(cards, pins).count { other.pin(for: $0, issue: 1) == $1 } < 5)
  }

  @Test func whatEveryoneMayKnowOfAnOfficeHoldsNoSecret() throws {
    let identity = keys.identity(named: "Disdukcapil Contoh")
    #expect(identity.workspaceID == keys.workspaceID)
    #expect(identity.signingKey == keys.signing.publicKey)
    #expect(identity.boxKey == keys.box.publicKey)
  }

  @Test func aSecretDoesNotPrint() throws {
    let texts = [
      "\(keys)", "\(keys.ledgerKey)", "\(keys.signing)", "\(keys.box)", String(reflecting: keys),
    ]
    for name in ["boxKey", "ledgerKey", "signingKey", "pinKey", "nikLookupKey"] {
      let secret = keys.fileBytes.text.components(between: #""\#(name)":""#, and: "\"")
      #expect(secret.utf8.count == 64)
      for text in texts { #expect(!text.contains(secret.prefix(8))) }
    }
  }

  /// Computed with the ladder of RFC 7748, section 5, in plain Python.
  @Test func boxKeysAreThoseOfTheStandard() throws {
    let key = try BoxKey(seedBytes: Array(0..<32))
    #expect(
      key.publicKey.description
        == "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f")
    #expect(try BoxKey(seedBytes: key.seedBytes) == key)
    #expect(throws: KeyError.wrongLength(expected: 32, found: 0)) { try BoxKey(seedBytes: []) }
  }

  /// Test 2 of RFC 8032, section 7.1.
  @Test func signaturesAreThoseOfTheStandard() throws {
    let seed = try value(
      Fingerprint("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let key = try SigningKey(seedBytes: seed.bytes)
    #expect(
      key.publicKey.description
        == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let signature = try value(
      [
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ].reduce([UInt8]()) { bytes, half in bytes + (Fingerprint(half)?.bytes ?? []) })
    #expect(key.publicKey.verifies(signature, of: [0x72]))
    #expect(!key.publicKey.verifies(signature, of: [0x73]))
    #expect(key.publicKey.verifies(try key.signature(of: [0x72]), of: [0x72]))
  }

  @Test func keysOfTheWrongLengthAreRefused() {
    #expect(throws: KeyError.wrongLength(expected: 32, found: 31)) {
      try SigningKey(seedBytes: Array(repeating: 1, count: 31))
    }
    #expect(LedgerKey(bytes: []) == nil)
    #expect(PublicKey("00") == nil)
    #expect(Fingerprint(String(repeating: "AB", count: 32)) == nil)
  }
}
