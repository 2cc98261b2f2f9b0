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
    let layout = layout(within: width)
    let paint = Paint(enabled: colour)
    let rule = layout.widths.map { String(repeating: "─", count: $0) }
      .joined(separator: String(repeating: " ", count: layout.gap))

    var text = title(layout, paint)
    text += paint.faint(rule) + "\n"
    for row in rows { text += lines(row, layout, paint, style: nil) }
    if let totals {
      text += paint.faint(rule) + "\n"
      text += lines(totals, layout, paint, style: .bold)
    }
    return text
  }

  /// The titles, standing on the rule.
  private func title(_ layout: Layout, _ paint: Paint) -> String {
    let wrapped = zip(columns, layout.widths).map { column, width in column.title.wrapped(to: width)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      line(
        wrapped.map { lines in
          let above = height - lines.count
          return index < above ? "" : Cell(lines[index - above])
        }, layout, paint, style: .bold)
    }.joined()
  }

  /// A row, as many lines high as its longest text needs.
  private func lines(
    _ cells: [Cell], _ layout: Layout, _ paint: Paint, style: Paint.Style?
  ) -> String {
    let wrapped = zip(cells, layout.widths).map { cell, width in cell.text.wrapped(to: width) }
    let height = max(1, wrapped.map(\.count).max() ?? 0)
    return (0..<height).map { index in
      line(
        zip(cells, wrapped).map { cell, lines in
          index < lines.count ? Cell(lines[index], tone: cell.tone) : ""
        }, layout, paint, style: style)
    }.joined()
  }

  private func line(
    _ cells: [Cell], _ layout: Layout, _ paint: Paint, style: Paint.Style?
  ) -> String {
    var text = ""
    var owedSpaces = 0
    for (index, column) in columns.enumerated() {
      let cell = index < cells.count ? cells[index] : ""
      let slack = layout.widths[index] - cell.text.displayWidth
      let before = column.alignment == .trailing ? slack : 0
      // Spaces are written only once something follows them, so that no line ends in spaces.
      if !cell.text.isEmpty {
        text += String(repeating: " ", count: owedSpaces + before)
        text += paint.painted(cell.text, tone: cell.tone, style: style)
        owedSpaces = slack - before
      } else {
        owedSpaces += slack
      }
      owedSpaces += layout.gap
    }
    return text + "\n"
  }

  /// Columns in terminal columns, and the spaces between two of them.
  fileprivate struct Layout {
    var widths: [Int]
    var gap = 2

    var total: Int { widths.reduce(gap * (widths.count - 1), +) }
  }

  /// The natural widths, and for a narrow terminal as little less as fits: titles of numbers and
  /// identifiers break, then text does, then columns move together, then words are cut.
  private func layout(within limit: Int?) -> Layout {
    var layout = Layout(
      widths: columns.indices.map { index in
        max(columns[index].title.displayWidth, cells(of: index).map(\.displayWidth).max() ?? 0)
      })
    guard let limit, layout.total > limit else { return layout }
    let whole = columns.indices.map(unbrokenWidth)
    for (index, column) in columns.enumerated() where column.alignment != .leading {
      layout.widths[index] = whole[index]
    }
    layout.narrow(columns: textColumns, to: whole, limit: limit)
    if layout.total > limit { layout.gap = 1 }
    layout.narrow(columns: textColumns, to: columns.map { _ in 6 }, limit: limit)
    return layout
  }

  private var textColumns: [Int] {
    columns.indices.filter { columns[$0].alignment == .leading }
  }

  /// What a column needs so that no word and no number is cut.
  private func unbrokenWidth(of index: Int) -> Int {
    let words = cells(of: index).map { text in
      columns[index].alignment == .leading ? text.longestWordWidth : text.displayWidth
    }
    return max(columns[index].title.longestWordWidth, words.max() ?? 0)
  }

  private func cells(of index: Int) -> [String] {
    (rows + (totals.map { [$0] } ?? [])).compactMap { row in
      index < row.count ? row[index].text : nil
    }
  }
}

extension TextTable.Layout {
  /// Takes from the widest of `columns` until the line fits or each is down to its floor.
  fileprivate mutating func narrow(columns: [Int], to floors: [Int], limit: Int) {
    while total > limit {
      let yielding = columns.filter { widths[$0] > floors[$0] }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }
}
