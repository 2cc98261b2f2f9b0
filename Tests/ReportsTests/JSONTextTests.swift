import Foundation
import Reports
import TestSupport
import Testing

@Suite struct JSONTextTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONText = ["run": "R-1", "cards": 3, "zone": nil, "open": true, "list": [1, "b"]]
    #expect(value.text() == #"{"run":"R-1","cards":3,"zone":null,"open":true,"list":[1,"b"]}"#)
    #expect(
      value.text(indented: true) == """
        {
          "run": "R-1",
          "cards": 3,
          "zone": null,
          "open": true,
          "list": [
            1,
            "b"
          ]
        }
        """)
  }

  @Test(arguments: [
    (JSONText.decimal(1_052_586_210, places: 7), "105.258621"),
    (.decimal(-53_815_910, places: 7), "-5.381591"), (.decimal(-5, places: 2), "-0.05"),
    (.decimal(100, places: 1), "10"), (.decimal(7, places: 0), "7"), (.decimal(0, places: 3), "0"),
    (.decimal(.min, places: 1), "-922337203685477580.8"), (.array([]), "[]"), (.object([]), "{}"),
    (.string("<\u{202E}\u{2028}\u{0}\n"), #""\u003c\u202e\u2028\u0000\n""#),
    (.string("é \u{1F600} \u{E0001}"), #""é 😀 \udb40\udc01""#),
  ])
  func aValueIsWrittenExactly(_ value: JSONText, _ text: String) {
    #expect(value.text() == text)
  }

  /// What is written must be what a reader that knows nothing of the writer finds.
  @Test(arguments: UInt64(0)..<50)
  func anyTextComesBackFromAnotherParser(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = random.hostileText(length: 60)
    let data = Data(JSONText.object([.init(text, .string(text))]).text(indented: true).utf8)
    let parsed = try #require(try JSONSerialization.jsonObject(with: data) as? [String: String])
    #expect(parsed.values.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(parsed.count == 1)
  }
}
