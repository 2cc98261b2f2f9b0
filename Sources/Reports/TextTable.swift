/// A table for a terminal: aligned columns, a header, and a totals row where sums make sense.
public struct TextTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Alignment: Sendable {
      /// For names and other text; gives way first when the terminal is narrow.
      case leading
      /// For numbers, so that their digits stand under each other; never cut.
      case trailing
      /// For identifiers: like `leading`, but never cut.
      case fixed
    }

    public let title: String
    public let alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }

    public static func number(_ title: String) -> Column { Column(title, .trailing) }
    public static func identifier(_ title: String) -> Column { Column(title, .fixed) }
  }

  /// One field, with the tone it has where colour is wanted.
  public struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    public enum Tone: Sendable {
      case plain, faint, good, warning, bad
    }

    public let text: String
    public let tone: Tone

    public init(_ text: String, tone: Tone = .plain) {
      self.text = text.visible
      self.tone = tone
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  public let columns: [Column]
  public let rows: [[Cell]]
  public let totals: [Cell]?

  /// Rows with fewer fields than columns are filled with empty ones; what is beyond is not shown.
  public init(columns: [Column], rows: [[Cell]], totals: [Cell]? = nil) {
    self.columns = columns
    self.rows = rows
    self.totals = totals
  }

  public init(columns: [Column], rows: [[String]], totals: [String]? = nil) {
    self.init(
      columns: columns, rows: rows.map { $0.map { Cell($0) } },
      totals: totals.map { $0.map { Cell($0) } })
  }

  /// The table's lines, each ended by a line feed and without trailing spaces.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal, to which text columns are cut; nothing for no limit,
  ///     as when the output goes to a file.
  ///   - colour: Whether to write ANSI escapes.
  public func text(width: Int? = nil, colour: Bool = false) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columnWidths(within: width)
    let paint = Paint(enabled: colour)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")

    var text = line(columns.map { Cell($0.title) }, widths, paint, style: .bold)
    text += paint.faint(rule) + "\n"
    for row in rows { text += line(row, widths, paint, style: nil) }
    if let totals {
      text += paint.faint(rule) + "\n"
      text += line(totals, widths, paint, style: .bold)
    }
    return text
  }

  private func line(
    _ cells: [Cell], _ widths: [Int], _ paint: Paint, style: Paint.Style?
  ) -> String {
    var text = ""
    var owedSpaces = 0
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : ""
      let shown = cell.text.truncated(to: widths[index])
      let slack = widths[index] - shown.displayWidth
      let before = column.alignment == .trailing ? slack : 0
      // Spaces are written only once something follows them, so that no line ends in spaces.
      if !shown.isEmpty {
        text += String(repeating: " ", count: owedSpaces + before)
        text += paint.painted(shown, tone: cell.tone, style: style)
        owedSpaces = slack - before
      } else {
        owedSpaces += slack
      }
      owedSpaces += 2
    }
    return text + "\n"
  }

  /// The natural widths, with the widest text columns cut until the line fits.
  private func columnWidths(within limit: Int?) -> [Int] {
    var widths = columns.map { $0.title.displayWidth }
    for row in rows + (totals.map { [$0] } ?? []) {
      for (index, cell) in row.prefix(columns.count).enumerated() {
        widths[index] = max(widths[index], cell.text.displayWidth)
      }
    }
    guard let limit else { return widths }
    let narrowest = 6
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - limit
    while excess > 0 {
      let cuttable = columns.indices.filter {
        columns[$0].alignment == .leading && widths[$0] > narrowest
      }
      guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
