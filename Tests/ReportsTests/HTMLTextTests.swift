import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLTextTests {
  struct Name: CustomTestStringConvertible {
    var data: String
    var written: String
    var testDescription: String { data.debugDescription }
  }

  static let names = [
    Name(data: "Siti Aminah", written: "Siti Aminah"),
    Name(
      data: "<script>alert(1)</script>", written: "&lt;script&gt;alert(1)&lt;/script&gt;"),
    Name(data: "\" onclick='x' &amp;", written: "&quot; onclick=&#39;x&#39; &amp;amp;"),
    Name(data: "Budi\u{202E}idub", written: "Budi\u{FFFD}idub"),
    Name(data: "a\u{0}b\u{1B}[2J\nc", written: "a\u{FFFD}b\u{FFFD}[2J\u{FFFD}c"),
    Name(data: "Ma\u{200D}ya é 雅", written: "Ma\u{200D}ya é 雅"),
  ]

  @Test(arguments: names)
  func aHostileNameIsShownAndNotObeyed(_ name: Name) {
    let html: HTMLText = "<td title=\"\(name.data)\">\(name.data)</td>"
    #expect(html.text == "<td title=\"\(name.written)\">\(name.written)</td>")
  }

  @Test func onlyMarkupEntersMarkupUnchanged() {
    let inner: HTMLText = "<b>\(3)</b>"
    #expect(("<p>\(inner)\("<i>"[...])</p>" as HTMLText).text == "<p><b>3</b>&lt;i&gt;</p>")
    #expect(HTMLText.each([1, 2], separator: ", ") { "<i>\($0)</i>" }.text == "<i>1</i>, <i>2</i>")
    #expect(HTMLText.optional(String?.none) { "<i>\($0)</i>" } == .empty)
  }

  @Test(arguments: UInt64(0)..<50)
  func anyDataMakesWellFormedMarkup(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let data = random.hostileText(length: 60)
    let html: HTMLText = "<a title=\"\(data)\">\(data)</a>"
    #expect(XMLParser(data: Data(html.text.utf8)).parse())
  }

  @Test(arguments: ["x</script>", "x</SCRIPT >", "<</sCript"])
  func aProgramThatWouldEndItsElementIsRefused(program: String) {
    #expect(throws: EmbeddingError.closesItself("script")) { try HTMLText.script(program) }
    #expect(throws: EmbeddingError.closesItself("style")) { try HTMLText.style("</style") }
  }

  @Test func dataCannotEndTheScriptElementAroundIt() {
    let data = HTMLText.data(["name": "</script><script>alert(1)//"], id: "day")
    #expect(
      data.text == #"<script type="application/json" id="day">"#
        + #"{"name":"\u003c/script>\u003cscript>alert(1)//"}</script>"#)
  }
}
