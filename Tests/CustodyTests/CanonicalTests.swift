import Domain
import Geometry
import TestSupport
import Testing

@testable import Custody

@Suite struct CanonicalTests {
  /// An event with every field there is, which no one event may have.
  private static func full() throws -> Event {
    let card = try Samples.card(2)
    return try Samples.day()[2].with(
      stop: 4, document: "BAST/1",
      clock: ClockEvidence(
        earliest: Samples.time(1), latest: Samples.time(3), elapsed: 120_000,
        satellite: Samples.time(2)), recipient: .own, action: .retry,
      proofs: [Samples.signature, Proof(kind: .pin)], exchanged: [card.old],
      item: try value(PostItem("RR473124829ID")), fee: 50_000,
      correction: Correction(event: Fingerprint(sha256Of: []), decision: .upheld),
      registration: try Samples.registration(), detail: Fingerprint(sha256Of: []))
  }

  @Test func anEventHasOneSpelling() throws {
    let event = try Samples.day()[2].with(
      stop: 4,
      clock: ClockEvidence(earliest: Samples.time(1), latest: Samples.time(3), elapsed: 120_000),
      action: .retry)
    #expect(
      String(decoding: event.canonicalBytes(), as: UTF8.self)
        == #"{"action":"RETRY","actor":"SP-017","cards":["KTP-1871-17-00000002-5"],"#
        + #""clock":{"earliest":1501120860000,"elapsed":120000,"latest":1501120980000},"#
        + #""device":"office","giver":"courier:SP-017","kind":"failed","policy":1,"#
        + #""provenance":"scan","reason":"MOVED","run":"R-20170727-1-042","sequence":3,"stop":4,"#
        + #""taker":"courier:SP-017","time":1501120980000}"#)
  }

  @Test func anEventWithEveryFieldComesBackAsItWas() throws {
    let event = try Self.full()
    #expect(try Event(canonicalBytes: event.canonicalBytes()) == event)
    guard case .object(let fields) = try CanonicalValue(bytes: event.canonicalBytes()) else {
      throw MissingSample()
    }
    #expect(fields.count == 24)
  }

  /// Strings from RFC 8785, section 3.2.2.2 and its examples.
  @Test(arguments: [
    ("\u{20AC}$\u{0F}\nA'B\"\\\\\"/", #""€$\u000f\nA'B\"\\\\\"/""#),
    ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#),
    ("\u{00}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("ö 😀 é", "\"ö 😀 é\""),
  ])
  func stringsAreEscapedAsTheStandardSays(text: String, spelling: String) throws {
    let bytes = CanonicalValue.string(text).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == spelling)
    #expect(try CanonicalParser.value(of: bytes) == .string(text))
  }

  /// The example of RFC 8785, section 3.2.3: keys in order of UTF-16 code units, not of scalars.
  @Test func keysAreSortedByTheirUTF16CodeUnits() throws {
    let keys = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
    let sorted = keys.sorted(by: CanonicalValue.Field.areInOrder)
    #expect(
      sorted == ["\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"])
    let value = CanonicalValue.object(
      sorted.map { CanonicalValue.Field(key: $0, value: .integer(1)) })
    #expect(try CanonicalParser.value(of: value.bytes) == value)
  }

  @Test(arguments: [
    ("", CanonicalJSONError.endsEarly),
    ("{", .endsEarly),
    (#"{"a":1"#, .endsEarly),
    ("-", .endsEarly),
    ("\"a", .endsEarly),
    ("1 ", .unexpectedByte(at: 1)),
    (" 1", .unexpectedByte(at: 0)),
    ("01", .unexpectedByte(at: 0)),
    ("-0", .unexpectedByte(at: 1)),
    ("-01", .unexpectedByte(at: 1)),
    ("1.0", .unexpectedByte(at: 1)),
    ("1e2", .unexpectedByte(at: 1)),
    ("+1", .unexpectedByte(at: 0)),
    ("true", .unexpectedByte(at: 0)),
    ("null", .unexpectedByte(at: 0)),
    ("[1,]", .unexpectedByte(at: 3)),
    ("[1 ,2]", .unexpectedByte(at: 2)),
    ("{,}", .unexpectedByte(at: 1)),
    ("{1:1}", .unexpectedByte(at: 1)),
    (#"{"a" :1}"#, .unexpectedByte(at: 4)),
    ("\"\n\"", .unexpectedByte(at: 1)),
    (#""\/""#, .badEscape(at: 1)),
    (#""\u000A""#, .badEscape(at: 1)),
    (#""\u000a""#, .badEscape(at: 1)),
    (#""\u0041""#, .badEscape(at: 1)),
    (#""\u001F""#, .badEscape(at: 1)),
    (#""\ud83d\ude00""#, .badEscape(at: 1)),
    ("9007199254740992", .integerOutOfRange(at: 0)),
    ("-9007199254740992", .integerOutOfRange(at: 0)),
    ("99999999999999999999999999", .integerOutOfRange(at: 0)),
    (#"{"b":1,"a":1}"#, .keyOutOfOrder("a", at: 7)),
    (#"{"a":1,"a":2}"#, .duplicateKey("a", at: 7)),
  ])
  func anyOtherSpellingIsRefused(text: String, error: CanonicalJSONError) {
    #expect(throws: error) { try CanonicalParser.value(of: Array(text.utf8)) }
    #expect(error.phrase.indonesian != error.phrase.english)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
      #expect(throws: CanonicalJSONError.badUTF8(at: 0)) {
        try CanonicalParser.value(of: [0x22] + bytes + [0x22])
      }
    }
  }

  @Test func deepNestingIsRefusedBeforeItCanHarm() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: CanonicalJSONError.tooDeep(at: 16)) { try CanonicalParser.value(of: bytes) }
  }

  @Test func numbersAtTheLimitAreKept() throws {
    for number in [0, 1, -1, 9_007_199_254_740_991, -9_007_199_254_740_991] as [Int64] {
      #expect(try CanonicalParser.value(of: Array(String(number).utf8)) == .integer(number))
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func everyEventCanBeReadBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let event = try Self.randomEvent(using: &random)
      #expect(try Event(canonicalBytes: event.canonicalBytes()) == event)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func whateverIsReadWasSpeltTheOneWay(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let event = try seed.isMultiple(of: 2) ? Self.full() : Self.randomEvent(using: &random)
    let bytes = event.canonicalBytes()
    for _ in 0..<100 {
      var mangled = bytes
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: mangled.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: mangled[place] = UInt8.random(in: 0...255, using: &random)
        case 1 where mangled.count > 1: mangled.remove(at: place)
        case 2: mangled.insert(mangled[Int.random(in: mangled.indices, using: &random)], at: place)
        default: mangled.removeLast(min(mangled.count - 1, place))
        }
      }
      guard let event = try? Event(canonicalBytes: mangled) else { continue }
      #expect(event.canonicalBytes() == mangled)
    }
  }

  struct Edit: CustomTestStringConvertible {
    let find: String
    let replace: String
    let error: EventFormatError

    var testDescription: String { "\(find) -> \(replace)" }
  }

  @Test(arguments: [
    Edit(find: #""actor":"SP-017","#, replace: "", error: .missingField("actor")),
    Edit(find: #""actor":"SP-017","#, replace: #""actor":7,"#, error: .badField("actor")),
    Edit(find: #""kind":"failed""#, replace: #""kind":"lost""#, error: .badField("kind")),
    Edit(
      find: #""kind":"failed""#, replace: #""kind":"failed","mood":"bad""#,
      error: .unknownField("mood")),
    Edit(
      find: "KTP-1871-17-00000002-5", replace: "187117000000025", error: .badField("cards")),
    Edit(
      find: "KTP-1871-17-00000002-5", replace: "KTP-1871-17-00000002-8",
      error: .badField("cards")),
    Edit(find: "R-20170727-1-042", replace: "r-20170727-1-042", error: .badField("run")),
    Edit(find: "R-20170727-1-042", replace: "R-20170727-1-42", error: .badField("run")),
    Edit(
      find: #""giver":"courier:SP-017""#, replace: #""giver":"courier:sp-017""#,
      error: .badField("giver")),
    Edit(
      find: #""giver":"courier:SP-017""#, replace: #""giver":"thief:SP-017""#,
      error: .badField("giver")),
    Edit(find: #""stop":4"#, replace: #""stop":"4""#, error: .badField("stop")),
    Edit(find: #""latest""#, replace: #""later""#, error: .badField("clock")),
    Edit(
      find: #""earliest":1501120860000"#, replace: #""earliest":1501120980001"#,
      error: .badField("clock")),
    Edit(find: #""elapsed":120000"#, replace: #""elapsed":-1"#, error: .badField("clock")),
    Edit(
      find: #""decision":"upheld""#, replace: #""decision":"so""#, error: .badField("correction")),
    Edit(
      find: #""courier":"SP-017""#, replace: #""courier":"sp-017""#,
      error: .badField("registration")),
    Edit(find: "RR473124829ID", replace: "RR473124828ID", error: .badField("item")),
    Edit(find: "RR473124829ID", replace: "rr473124829id", error: .badField("item")),
    Edit(find: #""fee":50000"#, replace: #""fee":"50000""#, error: .badField("fee")),
    Edit(find: #""policy":1,"#, replace: "", error: .missingField("policy")),
    Edit(find: #""action":"RETRY""#, replace: #""action":"PRAY""#, error: .badField("action")),
    Edit(find: "OLD-1871", replace: "old-1871", error: .badField("exchanged")),
    Edit(find: #"{"kind":"pin"}"#, replace: #"{"kind":"dna"}"#, error: .badField("proofs.kind")),
    Edit(
      find: #"{"kind":"pin"}"#, replace: #"{"digest":"00"}"#, error: .missingField("proofs.kind")),
    Edit(find: #"{"kind":"pin"}"#, replace: "7", error: .badField("proofs")),
  ])
  func anEventWithAWrongFieldIsRefusedByName(_ edit: Edit) throws {
    let text = String(decoding: try Self.full().canonicalBytes(), as: UTF8.self)
    let parts = text.split(separator: edit.find, omittingEmptySubsequences: false)
    let edited = parts.prefix(2).joined(separator: edit.replace)
    #expect(parts.count >= 2)
    #expect(throws: edit.error) { try Event(canonicalBytes: Array(edited.utf8)) }
  }

  @Test func aForeignKeyInAMessageCannotActOnATerminal() {
    let error = EventFormatError.unknownField(
      "\u{1B}[2J\u{202E}" + String(repeating: "x", count: 99))
    #expect(error.phrase.english.hasPrefix("field \u{FFFD}[2J\u{FFFD}xxx"))
    #expect(error.phrase.english.count < 120)
  }

  @Test func anEmptyListIsWrittenByLeavingItOut() throws {
    let text = String(decoding: try Samples.day()[0].canonicalBytes(), as: UTF8.self)
    for (field, after) in [("proofs", "provenance"), ("exchanged", "giver")] {
      let edited = text.replacing(#","\#(after)""#, with: #","\#(field)":[],"\#(after)""#)
      #expect(edited != text)
      #expect(throws: EventFormatError.badField(field)) {
        try Event(canonicalBytes: Array(edited.utf8))
      }
    }
  }

  static func randomEvent(using random: inout SplitMix64) throws -> Event {
    let texts = ["", "a", "SP-017", "\"\\\n\u{1}", "Ä ö 😀 e\u{301}", "BAST/1871/20170727/001"]
    let holders: [Holder] = [
      .printer, .office, .resident, .destruction, Samples.satpol, .organisation("a:b"),
      try Samples.courier(), try Samples.village(),
    ]
    let proofs = [Samples.signature, Proof(kind: .oldCard), Proof(kind: .photo, digest: "x")]
    func pick<Element>(_ elements: [Element], _ random: inout SplitMix64) -> Element {
      elements[Int.random(in: elements.indices, using: &random)]
    }
    func cards(_ random: inout SplitMix64) throws -> [CardID] {
      try (0..<Int.random(in: 0..<4, using: &random)).map { _ in
        let card = try Samples.card(Int.random(in: 0...99_999_999, using: &random))
        return Bool.random(using: &random) ? card : card.old
      }
    }
    func number(_ random: inout SplitMix64) -> Int64 {
      Int64.random(in: CanonicalValue.exactIntegers, using: &random)
    }
    return Event(
      id: Event.ID(device: pick(texts, &random), sequence: Int(number(&random))),
      kind: pick(Event.Kind.allCases, &random), cards: try cards(&random),
      giver: pick(holders, &random), taker: pick(holders, &random), actor: pick(texts, &random),
      run: pick([nil, try Samples.run()], &random),
      stop: pick([nil, Int(number(&random))], &random), document: pick([nil] + texts, &random),
      time: Instant(milliseconds: number(&random)),
      clock: pick(
        [nil, ClockEvidence(earliest: Samples.time(0), latest: Samples.time(0))], &random),
      recipient: pick([nil] + Recipient.allCases, &random),
      reason: pick([nil] + FailureReason.allCases, &random),
      action: pick([nil] + ActionCode.allCases, &random),
      proofs: Array(proofs.prefix(Int.random(in: 0...3, using: &random))),
      exchanged: try cards(&random), item: pick([nil, PostItem("RR473124829ID")], &random),
      fee: pick([nil, Int(number(&random))], &random),
      correction: pick(
        [nil, Correction(event: Fingerprint(sha256Of: [1]), decision: .rejected)], &random),
      registration: pick([nil, try Samples.registration()], &random),
      detail: pick([nil, Fingerprint(sha256Of: [2])], &random),
      policy: Int(number(&random)), provenance: pick(Event.Provenance.allCases, &random))
  }
}
