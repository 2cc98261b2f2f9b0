extension TextTable {
  /// The same table as markup.
  public var html: HTMLText {
    """
    <table>
    <thead><tr>\(.each(columns) { "<th class=\"\(Self.name(of: $0))\">\($0.title)</th>" })</tr></thead>
    <tbody>
    \(.each(rows, separator: "\n") { "<tr>\(fields($0))</tr>" })
    </tbody>
    \(.optional(totals) { "<tfoot><tr>\(fields($0))</tr></tfoot>" })
    </table>
    """
  }

  private func fields(_ cells: [Cell]) -> HTMLText {
    .each(Array(columns.enumerated())) { index, column in
      let cell = index < cells.count ? cells[index] : ""
      return "<td class=\"\(Self.name(of: column)) \(Self.name(of: cell.tone))\">\(cell.text)</td>"
    }
  }

  private static func name(of column: Column) -> String {
    switch column.alignment {
    case .leading: "text"
    case .trailing: "number"
    case .fixed: "identifier"
    }
  }

  private static func name(of tone: Cell.Tone) -> String {
    switch tone {
    case .plain: "plain"
    case .faint: "faint"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    }
  }

  /// The style of a page of tables; tones are told by weight and mark too, for print in black.
  public static let pageStyle: HTMLText = """
    @page { size: A4 portrait; margin: 15mm; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #fff; color: #15181c; -webkit-text-size-adjust: 100%; }
    body { font: 11pt/1.4 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 240mm; margin: 0 auto; padding: 24px 16px; }
    h1 { font-size: 20pt; line-height: 1.2; }
    .rate { margin-top: 8px; font-weight: bold; }
    table + p { margin-top: 16px; }
    table { margin-top: 24px; width: 100%; border-collapse: collapse; font-size: 10pt; }
    th, td { padding: 4px 8px 4px 0; text-align: left; border-bottom: 1px solid #d5dae0; }
    th { vertical-align: bottom; border-bottom: 1.5px solid #15181c; font-size: 9pt; }
    tfoot td { font-weight: bold; border-top: 1.5px solid #15181c; border-bottom: 0; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0;
      padding-left: 8px; }
    .identifier { white-space: nowrap; font-size: 9pt; }
    .faint { color: #8a949f; } .good { color: #00694c; }
    .warning { color: #8a5a00; font-weight: bold; } .bad { color: #b3261e; font-weight: bold; }
    tr { break-inside: avoid; } thead { display: table-header-group; }
    tfoot { display: table-row-group; }
    @media print { main { padding: 0; max-width: none; } body { font-size: 10pt; }
      table { font-size: 9pt; } }
    @media screen and (max-width: 720px) { table { display: block; overflow-x: auto; } }
    """
}
