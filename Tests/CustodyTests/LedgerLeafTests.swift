import Custody
import Domain
import Geometry
import TestSupport
import Testing

@Suite struct LedgerLeafTests {
  private let leaves: [LedgerLeaf]

  init() throws {
    var log = try SampleLog.day()
    let count = try Samples.event(.counted, [], from: .office, to: .office, minute: 8)
    try log.record(count, flags: [.wrongPIN, .farFromDoor, .wrongPIN])
    try log.record(count, verdict: .refused("NOT_HOLDER"), flags: [.wrongPIN])
    leaves = log.leaves
  }

  @Test func anEntryComesBackFromItsBytesAsItWas() throws {
    for leaf in leaves { #expect(try LedgerLeaf(bytes: leaf.bytes) == leaf) }
  }

  @Test func anEntryBeginsWithTheBytesThatTheDeviceSigned() throws {
    for leaf in leaves {
      #expect(leaf.bytes.starts(with: Array(#"{"event":"#.utf8) + leaf.event.canonicalBytes()))
      #expect(leaf.signed.canonical == leaf.event.canonicalBytes())
    }
  }

  @Test func flagsStandInTheirOrderEachOnceAndNotOnARefusedEvent() {
    #expect(leaves[7].flags == [.farFromDoor, .wrongPIN])
    #expect(leaves[8].flags == [] && leaves[8].refusal == "NOT_HOLDER")
  }

  struct Edit: CustomTestStringConvertible {
    let find: String
    let replace: String
    let error: EventFormatError

    var testDescription: String { "\(find) -> \(replace)" }
  }

  @Test(arguments: [
    Edit(find: #""FAR_FROM_DOOR","WRONG_PIN""#, replace: "", error: .badField("flags")),
    Edit(
      find: #""FAR_FROM_DOOR","WRONG_PIN""#, replace: #""WRONG_PIN","FAR_FROM_DOOR""#,
      error: .badField("flags")),
    Edit(find: #""WRONG_PIN""#, replace: #""WRONG""#, error: .badField("flags")),
    Edit(
      find: #","signature""#, replace: #","refusal":"FORK","signature""#,
      error: .badField("flags")),
    Edit(find: #","receivedAt""#, replace: #","received""#, error: .missingField("receivedAt")),
    Edit(find: #","previous""#, replace: #","prior""#, error: .missingField("previous")),
    Edit(find: #"{"event":"#, replace: #"{"even":"#, error: .missingField("event")),
    Edit(find: #""signature":""#, replace: #""signature":"00"#, error: .badField("signature")),
    Edit(find: #"},"flags""#, replace: #"},"extra":1,"flags""#, error: .unknownField("extra")),
  ])
  func anEntryWithAWrongFieldIsRefusedByName(_ edit: Edit) {
    let text = leaves[7].bytes.text
    let edited = text.split(separator: edit.find, omittingEmptySubsequences: false)
      .joined(separator: edit.replace)
    #expect(edited != text)
    #expect(throws: edit.error) { try LedgerLeaf(bytes: Array(edited.utf8)) }
  }

  @Test(arguments: ["", "fork", "FORK ", "FORK1", "F-K"])
  func aRefusalIsACode(code: String) {
    let leaf = LedgerLeaf(
      signed: leaves[0].signed, receivedAt: Samples.time(1), verdict: .refused(code))
    #expect(throws: EventFormatError.badField("refusal")) { try LedgerLeaf(bytes: leaf.bytes) }
  }

  @Test(arguments: UInt64(0)..<20)
  func whateverIsReadWasSpeltTheOneWay(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for leaf in leaves {
      for _ in 0..<20 {
        let mangled = leaf.bytes.mutated(using: &random)
        guard let read = try? LedgerLeaf(bytes: mangled) else { continue }
        #expect(read.bytes == mangled)
      }
    }
  }
}

@Suite struct EventDetailTests {
  private let detail: EventDetail

  init() throws {
    var random = SplitMix64(seed: 3)
    detail = EventDetail(
      position: EventDetail.Position(
        coordinate: try Coordinate(latitude: -5.38, longitude: 105.25), accuracyMetres: 12),
      receiverName: "Siti Contoh", sealedPIN: [1, 2, 255], note: "di \"warung\"", using: &random)
  }

  @Test func aDetailComesBackFromItsBytesAsItWas() throws {
    let bare = EventDetail(salt: detail.salt)
    #expect(bare.isEmpty && !detail.isEmpty)
    for detail in [detail, bare] { #expect(try EventDetail(bytes: detail.bytes) == detail) }
  }

  @Test func theCommitmentStandsForEveryPartOfIt() throws {
    let salt = Fingerprint(sha256Of: [9])
    let others = [
      EventDetail(
        salt: salt, position: detail.position, receiverName: detail.receiverName,
        sealedPIN: detail.sealedPIN, note: detail.note),
      EventDetail(
        salt: detail.salt, receiverName: detail.receiverName,
        sealedPIN: detail.sealedPIN, note: detail.note),
      EventDetail(
        salt: detail.salt, position: detail.position, sealedPIN: detail.sealedPIN,
        note: detail.note),
      EventDetail(
        salt: detail.salt, position: detail.position, receiverName: detail.receiverName,
        note: detail.note),
      EventDetail(
        salt: detail.salt, position: detail.position, receiverName: detail.receiverName,
        sealedPIN: detail.sealedPIN),
    ]
    #expect(Set((others + [detail]).map(\.commitment)).count == 6)
    let content = String(decoding: detail.bytes, as: UTF8.self)
    #expect(content.contains("Siti Contoh"))
  }

  @Test func anAccuracyWithoutAPositionIsRefused() {
    let text = #"{"accuracyMetres":1,"salt":"\#(detail.salt)"}"#
    #expect(throws: EventFormatError.missingField("position")) {
      try EventDetail(bytes: Array(text.utf8))
    }
  }

  @Test func everyChangedByteIsRefusedOrChangesTheCommitment() throws {
    for byte in detail.bytes.indices {
      var edited = detail.bytes
      edited[byte] ^= 1 << (byte % 8)
      guard let read = try? EventDetail(bytes: edited) else { continue }
      #expect(read.commitment != detail.commitment)
    }
  }
}
