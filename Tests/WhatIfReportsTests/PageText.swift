import Foundation
import FoundationXML

/// What stands between the tags of a page's body, its scripts left out.
func body(of page: String) -> String {
  guard let start = page.range(of: "<body>"), let end = page.range(of: "</body>") else { return "" }
  return String(page[start.upperBound..<end.lowerBound])
    .replacing(#/<script[^>]*>[\s\S]*?<\/script>/#, with: "")
}

func isWellFormed(_ markup: some StringProtocol) -> Bool {
  XMLParser(data: Data("<x>\(markup)</x>".utf8)).parse()
}

/// The data block that the page's program reads.
func data(of page: String) throws -> [String: Any] {
  let pattern = #/<script type="application/json" id="study">([\s\S]*?)<\/script>/#
  guard let match = page.firstMatch(of: pattern),
    let object = try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any]
  else { return [:] }
  return object
}
