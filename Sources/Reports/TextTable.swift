/// A table for a terminal: aligned columns, a header, and a totals row where sums make sense.
public struct TextTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Alignment: Sendable {
      /// For names and other text; goes over several lines when the terminal is narrow.
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
  ///   - width: The columns of the terminal, for which titles and text are broken at spaces;
  ///     nothing for no limit, as when the output goes to a file.
  ///   - colour: Whether to write ANSI escapes.
  public func text(width: Int? = nil, colour: Bool = false) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columnWidths(within: width)
    let paint = Paint(enabled: colour)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")

    var text = title(widths, paint)
    text += paint.faint(rule) + "\n"
    for row in rows { text += lines(row, widths, paint, style: nil) }
    if let totals {
      text += paint.faint(rule) + "\n"
      text += lines(totals, widths, paint, style: .bold)
    }
    return text
  }

  /// The titles, standing on the rule.
  private func title(_ widths: [Int], _ paint: Paint) -> String {
    let wrapped = zip(columns, widths).map { column, width in column.title.wrapped(to: width) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      line(
        wrapped.map { lines in
          let above = height - lines.count
          return index < above ? "" : Cell(lines[index - above])
        }, widths, paint, style: .bold)
    }.joined()
  }

  /// A row, as many lines high as its longest text needs.
  private func lines(
    _ cells: [Cell], _ widths: [Int], _ paint: Paint, style: Paint.Style?
  ) -> String {
    let wrapped = zip(cells, widths).map { cell, width in cell.text.wrapped(to: width) }
    let height = max(1, wrapped.map(\.count).max() ?? 0)
    return (0..<height).map { index in
      line(
        zip(cells, wrapped).map { cell, lines in
          index < lines.count ? Cell(lines[index], tone: cell.tone) : ""
        }, widths, paint, style: style)
    }.joined()
  }

  private func line(
    _ cells: [Cell], _ widths: [Int], _ paint: Paint, style: Paint.Style?
  ) -> String {
    var text = ""
    var owedSpaces = 0
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : ""
      let slack = widths[index] - cell.text.displayWidth
      let before = column.alignment == .trailing ? slack : 0
      // Spaces are written only once something follows them, so that no line ends in spaces.
      if !cell.text.isEmpty {
        text += String(repeating: " ", count: owedSpaces + before)
        text += paint.painted(cell.text, tone: cell.tone, style: style)
        owedSpaces = slack - before
      } else {
        owedSpaces += slack
      }
      owedSpaces += 2
    }
    return text + "\n"
  }

  /// The natural widths; for a narrow terminal the titles of numbers and identifiers break, and the
  /// widest text columns shrink until the line fits.
  private func columnWidths(within limit: Int?) -> [Int] {
    var cells = columns.map { _ in 0 }
    for row in rows + (totals.map { [$0] } ?? []) {
      for (index, cell) in row.prefix(columns.count).enumerated() {
        cells[index] = max(cells[index], cell.text.displayWidth)
      }
    }
    var widths = zip(columns, cells).map { max($0.title.displayWidth, $1) }
    let gaps = 2 * (columns.count - 1)
    guard let limit, widths.reduce(gaps, +) > limit else { return widths }
    for (index, column) in columns.enumerated() where column.alignment != .leading {
      widths[index] = max(column.title.longestWordWidth, cells[index])
    }
    let narrowest = 6
    while widths.reduce(gaps, +) > limit {
      let yielding = columns.indices.filter {
        columns[$0].alignment == .leading && widths[$0] > narrowest
      }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
