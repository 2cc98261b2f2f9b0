import Domain
import Testing

@testable import Simulation

@Suite struct VariantTests {
  @Test func entriesOfOneSectionStandTogetherUnderNamesOnce() {
    func sourced(_ text: String) -> VariantEntry.Content { .sourced(text, source: "books") }
    let entries = [
      VariantEntry(path: ["demand", "arrivals", "lost", "kind"], content: .plain("lost")),
      VariantEntry(path: ["printing", "rate"], content: sourced("88 cards/day")),
      VariantEntry(
        path: ["demand", "arrivals", "lost", "rate"], content: sourced("4.5 requests/day")),
      VariantEntry(
        path: ["channels", "pos", "failures", "NO", "title"],
        content: .phrase(Phrase(id: "a \"b\"", en: "c"))),
    ]
    #expect(
      VariantText(entries, below: ["calibrated"]).text == """
          calibrated:
            demand:
              arrivals:
                lost:
                  kind: "lost"
                  rate: {value: "4.5 requests/day", source: "books"}
            printing:
              rate: {value: "88 cards/day", source: "books"}
            channels:
              pos:
                failures:
                  "NO":
                    title: {id: "a \\"b\\"", en: "c"}

        """)
  }

  @Test(arguments: [
    ("satpol-pp", "satpol-pp"), ("NOT_HOME", "NOT_HOME"), ("8-9", "\"8-9\""),
    ("yes", "\"yes\""), ("Off", "\"Off\""), ("a b", "\"a b\""), ("a:b", "\"a:b\""),
    ("#x", "\"#x\""), ("", "\"\""), ("kantor-desa", "kantor-desa"), ("désa", "\"désa\""),
  ])
  func namesThatYAMLWouldMisreadAreQuoted(_ name: String, _ key: String) {
    #expect(VariantText.key(name) == key)
  }

  @Test func quotedTextCannotEndEarlyOrBreakALine() {
    #expect(VariantText.quoted("a\"b\\c\nd\te\u{1}\u{2028}") == #""a\"b\\c\nd\te\u0001\u2028""#)
  }

  @Test(arguments: [
    (0.2243, 1, "0.2"), (22.43, 1, "22.4"), (5, 2, "5"), (-0.05, 2, "-0.05"), (0.004, 2, "0"),
    (1.10, 2, "1.1"), (99.96, 1, "100"), (1234.5, 0, "1235"),
  ])
  func numbersAreRoundedOnceAndWithoutNeedlessZeros(
    _ number: Double, _ decimals: Int, _ text: String
  ) {
    let written = WrittenNumber(number, decimals: decimals)
    #expect(written.text == text)
    #expect(Double(written.text) == written.value)
  }

  @Test func theHoursOfAScenarioThatWouldOverlapAreTakenAway() throws {
    var books = SimulatedBooks()
    books.cards = 300
    var scenario = try Books.scenario()
    for path in [
      "door.attempts.hour-factors.8-12", "door.attempts.hour-factors.9-10",
      "channels.satpol-pp.attempts.hour-factors.13-16", "channels.pos.attempts.hour-factors.1-2",
    ] {
      scenario.assumptions.append(
        Assumption(path: path, value: "1 times", basis: .assumed("test")))
    }
    let text = Calibration(try books.history(seed: 1), for: scenario).variant()
    #expect(text.contains("\"8-12\": \"none\""))
    #expect(text.contains("\"13-16\": \"none\""))
    #expect(text.contains("\"9-10\": {value: "))
    #expect(!text.contains("\"9-10\": \"none\""))
    #expect(!text.contains("\"1-2\""))
  }

  @Test func aVariantSaysWhereEachValueComesFrom() throws {
    var books = SimulatedBooks()
    books.cards = 400
    let text = Calibration(try books.history(seed: 2), for: try Books.scenario()).variant()
    #expect(
      text.hasPrefix(
        "variants:\n  calibrated:\n    title: {id: \"nilai dari catatan kantor, 400 kartu, "))
    for line in text.split(separator: "\n") where line.contains("{value:") {
      #expect(line.contains(", source: \"calibrated from "), "\(line)")
      #expect(line.contains("2017-07-03 to 2017-08-11\"}"), "\(line)")
    }
    #expect(text.contains("      satpol-pp:\n        couriers: {value: \"1 couriers\""))
    #expect(text.contains("          failures:\n            NOT_HOME:\n"))
    // Each reason brings its words.
    #expect(
      text.contains(
        "            REFUSED:\n              title: {id: \"menolak\", en: \"refused\"}\n"
          + "              retry: \"no\"\n"))
  }
}
