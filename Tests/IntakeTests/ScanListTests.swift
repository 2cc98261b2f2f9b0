import Domain
import Intake
import TestSupport
import Testing

@Suite struct ScanListTests {
  private static let card = "KTP-1871-17-00000001-7"

  private func list(_ text: String) -> ScanList { ScanList(of: Array(text.utf8)) }

  @Test(arguments: [
    card, "  \(card)\t", "KTP1871170000000 17", "ktp-1871-17-00000001-7", "187117000000017",
    "\u{FEFF}\(card)", "\"\(card)\",", "\n\n\(card)\n\n", "\(card)\r\n", "\(card)\r\r", "'\(card)'",
    "\u{A0}\(card)\u{A0};",
  ])
  func aCardIsReadHoweverItWasWritten(text: String) {
    let list = list(text)
    #expect(list.cards.map(\.description) == [Self.card])
    #expect(list.rejections.isEmpty && list.repetitions.isEmpty)
  }

  @Test func anOldCardIsACardOfItsOwn() {
    #expect(list("\(Self.card)\nOLD-1871-17-00000001-7").cards.map(\.isOld) == [false, true])
  }

  @Test func cardsStandInTheOrderOfTheFirstScanAndRepetitionsAreNamed() {
    let list = list("KTP-1871-17-00000002-5\n\(Self.card)\r\n\r\nktp1871170000000 25\n")
    #expect(list.cards.map(\.description) == ["KTP-1871-17-00000002-5", Self.card])
    #expect(
      list.repetitions == [ScanList.Repetition(card: list.cards[0], line: 4, firstLine: 1)])
    #expect(list.rejections.isEmpty)
  }

  struct Bad: CustomTestStringConvertible {
    let line: [UInt8]
    /// What the rejection quotes.
    let value: String
    let reason: RejectionReason
    var testDescription: String { reason.phrase.english }

    init(_ line: some Sequence<UInt8>, value: String, reason: RejectionReason) {
      self.line = Array(line)
      self.value = value
      self.reason = reason
    }
  }

  @Test(arguments: [
    Bad("KTP-1871-17-00000001-8".utf8, value: "KTP-1871-17-*****001-8", reason: .cardID),
    Bad(("1871" + "012707870001").utf8, value: "187101******0001", reason: .cardID),
    Bad("halo".utf8, value: "halo", reason: .cardID),
    Bad("HANTAR1 abcdef 7 e".utf8, value: "HANTAR1 abcdef 7 e", reason: .proofNotCard),
    Bad(String(repeating: "x", count: 201).utf8, value: "", reason: .tooLong(limit: 200)),
    Bad([0xFF, 0xFE, 0x41], value: "", reason: .notText),
  ])
  func aLineThatIsNoCardIsNamed(_ bad: Bad) throws {
    let list = ScanList(of: Array("\(Self.card)\n".utf8) + bad.line + Array("\n\(Self.card)".utf8))
    #expect(list.cards.count == 1)
    #expect(list.repetitions.map(\.line) == [3])
    try #require(list.rejections.count == 1)
    #expect(list.rejections[0].row == 2)
    #expect(list.rejections[0].reason == bad.reason)
    #expect(list.rejections[0].value == bad.value)
  }

  @Test func nothingIsAnEmptyList() {
    #expect(list("").cards.isEmpty && list("\n \r\n\t\n").rejections.isEmpty)
  }

  /// Whatever the bytes are, every line with content is a card, a repetition or a rejection.
  @Test(arguments: UInt64(0)..<50)
  func noLineIsLost(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      Array(Self.card.utf8), Array("KTP-1871-17-00000002-5".utf8), [0x0A], [0x0D], [0x0D, 0x0A],
      [0x20], [0xC3], [0xFF], Array("x".utf8), [0x00], [0x22],
    ]
    let bytes = (0..<60).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
    let list = ScanList(of: bytes)
    let blank: Set<UInt8> = [0x20, 0x22]
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.allSatisfy(blank.contains) }
    #expect(list.cards.count + list.repetitions.count + list.rejections.count == lines.count)
  }
}
