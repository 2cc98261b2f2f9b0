public import Domain

/// Labels for cards' envelopes, three by eight on a sheet of A4: a QR code and the card's number,
/// the run and the stop, and nothing about the resident.
public struct CardLabelSheet: Hashable, Sendable {
  public struct Label: Hashable, Sendable {
    public let card: CardID
    public let run: RunID?
    /// The stop of the run, from 1.
    public let stop: Int?

    public init(card: CardID, run: RunID? = nil, stop: Int? = nil) {
      self.card = card
      self.run = run
      self.stop = stop
    }
  }

  public static let labelsPerSheet = 24

  public let labels: [Label]
  /// Labels of the first sheet that are used up already; 0 to 23.
  public let skipping: Int

  /// - Parameter skipping: What is beyond a sheet counts from the next.
  public init(_ labels: [Label], skipping: Int = 0) {
    self.labels = labels
    self.skipping = max(0, skipping) % Self.labelsPerSheet
  }

  /// The sheets to print, without margins and at full size.
  public func html(in language: Language) -> String {
    let title = Phrase(id: "Label kartu", en: "Card labels").text(in: language)
    let cells = Array(repeating: Label?.none, count: skipping) + labels.map { Optional($0) }
    let sheets = stride(from: 0, to: cells.count, by: Self.labelsPerSheet).map {
      cells[$0..<min($0 + Self.labelsPerSheet, cells.count)]
    }
    let body: HTMLText = .each(sheets, separator: "\n") { sheet in
      "<section class=\"sheet\">\(.each(sheet) { Self.html(of: $0, in: language) })</section>"
    }
    return HTMLPage.text(title: title, language: language, style: Self.style, body: body)
  }

  private static func html(of label: Label?, in language: Language) -> HTMLText {
    guard let label else { return "<div></div>" }
    let stop = label.stop.map {
      Phrase(id: "alamat \($0)", en: "stop \($0)").text(in: language)
    }
    let digits = label.card.description.split(separator: "-")
    return """
      <div>\(ProofMark.code(label.card.description, correction: .quartile))\
      <p><b>\(digits.prefix(3).joined(separator: "-"))-</b>\
      <b>\(digits.dropFirst(3).joined(separator: "-"))</b>\
      \(.optional(label.run) { "<span>\($0)</span>" })\
      \(.optional(stop) { "<span class=\"stop\">\($0)</span>" })</p></div>
      """
  }

  private static let style: HTMLText = """
    @page { size: A4 portrait; margin: 0; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #d9dbde; }
    body { font: 9pt/1.35 "Liberation Mono", "DejaVu Sans Mono", monospace; color: #000; }
    .sheet { display: grid; grid-template-columns: repeat(3, 70mm);
      grid-template-rows: repeat(8, 37.125mm); width: 210mm; height: 297mm; margin: 6mm auto;
      background: #fff; overflow: hidden; }
    .sheet div { display: flex; align-items: center; gap: 3mm; padding: 3mm 3mm 3mm 5mm; }
    .qr { width: 29mm; height: 29mm; flex: none; }
    .sheet p { min-width: 0; }
    .sheet b, .sheet span { display: block; white-space: nowrap; }
    .sheet b { font-size: 10pt; }
    .sheet span { margin-top: 1mm; font-size: 7.5pt; }
    .sheet .stop { margin-top: 0; font-family: "Liberation Sans", "DejaVu Sans", sans-serif;
      font-size: 10pt; }
    @media screen { .sheet div { outline: 1px dotted #bbb; } }
    @media print { html { background: none; } .sheet { margin: 0; break-after: page; }
      .sheet:last-child { break-after: auto; } }
    """
}
