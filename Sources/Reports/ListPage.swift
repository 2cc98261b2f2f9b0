internal import Domain

/// A printed list with its heading, its tables and room to sign: the frame of the office's lists.
struct ListPage {
  enum Section {
    case table(heading: String?, TextTable)
    case cards(heading: String, [CardID])
    case text(String)
    /// One line that a reader copies letter by letter.
    case line(String)
  }

  let title: String
  let office: String
  /// What stands under the title, a line each.
  var lines: [String] = []
  var sections: [Section]
  /// What to know or do, under the tables, and what stands above it.
  var notes: [String] = []
  var notesHeading: String?
  /// Whose signatures are needed, left to right.
  var signatures: [String] = []
  var proof: ProofReference?
  /// Whether the paper lies on its side, for tables of many columns.
  var isWide = false

  func text(in language: Language) -> String {
    HTMLPage.text(
      title: title, language: language, style: isWide ? Self.style + Self.wideStyle : Self.style,
      body: body(language))
  }

  private func body(_ language: Language) -> HTMLText {
    """
    <main class="list">
    <header><div><h1>\(title)</h1><p>\(office)</p>\(.each(lines) { "<p>\($0)</p>" })</div>\
    \(.optional(proof) { ProofMark.html($0, in: language) })</header>
    \(.each(sections, separator: "\n", Self.html))
    \(.optional(notesHeading) { "<h2>\($0)</h2>" })\
    \(notes.isEmpty ? .empty : "<ul class=\"notes\">\(.each(notes) { "<li>\($0)</li>" })</ul>")
    \(signatures.isEmpty ? .empty : Self.signatureLines(signatures))
    </main>
    """
  }

  private static func html(of section: Section) -> HTMLText {
    switch section {
    case .table(let heading, let table):
      return "\(.optional(heading) { "<h2>\($0)</h2>" })\(table.html)"
    case .cards(let heading, let cards):
      return """
        <h2>\(heading)</h2><ol class="cards">\(.each(cards) { "<li>\($0)</li>" })</ol>
        """
    case .text(let text): return "<p class=\"text\">\(text)</p>"
    case .line(let line): return "<p class=\"text line\">\(line)</p>"
    }
  }

  private static func signatureLines(_ roles: [String]) -> HTMLText {
    """
    <div class="signatures">\(.each(roles) { "<div><span>\($0)</span><b></b></div>" })</div>
    """
  }

  static let style: HTMLText =
    TextTable.pageStyle + """

      .list { font-size: 10pt; }
      .list header { display: flex; justify-content: space-between; gap: 8mm; }
      .list header p { margin-top: 1mm; }
      .list h2 { margin-top: 6mm; font-size: 12pt; break-after: avoid; }
      .list h2 + table { margin-top: 2mm; }
      .list .text { margin-top: 5mm; }
      .list .line { font: 8pt/1.4 "Liberation Mono", "DejaVu Sans Mono", monospace;
        overflow-wrap: anywhere; }
      .list .number + .text, .list .number + .identifier { padding-left: 5mm; margin: 0; }
      .list .notes { margin-top: 5mm; padding-left: 5mm; } .notes li { margin-top: 1mm; }
      .cards { columns: 3; column-gap: 8mm; margin-top: 2mm; padding-left: 8mm;
        font: 9pt/1.5 "Liberation Mono", "DejaVu Sans Mono", monospace; }
      .signatures { display: flex; gap: 14mm; margin-top: 10mm; break-inside: avoid; }
      .signatures div { flex: 1; } .signatures span { display: block; min-height: 1.4em; }
      .signatures b { display: block; height: 20mm; border-bottom: .3mm solid #15181c; }
      @media screen and (max-width: 720px) { .cards { columns: 1; } .signatures { gap: 16px; } }

      """ + ProofMark.style

  private static let wideStyle: HTMLText =
    "\n@page { size: A4 landscape; margin: 12mm; } .list { max-width: 273mm; }"
}
