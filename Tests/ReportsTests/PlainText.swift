import Foundation
import FoundationXML

/// What a reader sees of a page's body: one line for every piece of text between two tags.
func plainText(of page: String) -> String {
  body(of: page).replacing(#/<[^>]*>/#, with: "\n").split(separator: "\n")
    .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    .joined(separator: "\n")
}

/// The markup between a page's body tags.
func body(of page: String) -> Substring {
  guard let start = page.range(of: "<body>"), let end = page.range(of: "</body>") else {
    return ""
  }
  return page[start.upperBound..<end.lowerBound]
}

func isWellFormed(_ markup: some StringProtocol) -> Bool {
  XMLParser(data: Data("<x>\(markup)</x>".utf8)).parse()
}

/// Whether somewhere 16 digits follow each other, as in a NIK.
func showsIdentityNumber(_ text: String) -> Bool { text.contains(#/[0-9]{16}/#) }
