/// Turns frames into what a terminal has to be told, which is only what has changed.
struct ScreenPainter {
  private var shown: ScreenFrame?

  /// Forgets what is on the screen, so that the next frame is drawn whole.
  mutating func forget() { shown = nil }

  /// The bytes that turn the screen into `frame`.
  mutating func paint(_ frame: ScreenFrame) -> String {
    defer { shown = frame }
    var text = ""
    let isSameSize = shown.map { $0.columns == frame.columns && $0.rows == frame.rows } ?? false
    let before = isSameSize ? shown : nil
    if before == nil { text += "\u{1B}[0m\u{1B}[2J" }
    let blank = Array(repeating: ScreenFrame.Cell.blank, count: frame.columns)
    for row in 0..<frame.rows {
      text += Self.changes(row, from: before?.row(row) ?? blank[...], to: frame.row(row))
    }
    if let cursor = frame.cursor {
      text += Self.move(cursor.row, cursor.column) + "\u{1B}[?25h"
    } else if before == nil || before?.cursor != nil {
      text += "\u{1B}[?25l"
    }
    return text
  }

  /// Writes the cells between the first and the last that differ; blanks at the end of the row are
  /// one command.
  private static func changes(
    _ row: Int, from old: ArraySlice<ScreenFrame.Cell>, to new: ArraySlice<ScreenFrame.Cell>
  ) -> String {
    let pairs = Array(zip(old, new))
    guard let first = pairs.firstIndex(where: { $0 != $1 }),
      let last = pairs.lastIndex(where: { $0 != $1 })
    else { return "" }
    let cells = Array(new)
    let end = cells.lastIndex { $0 != .blank } ?? -1
    var text = move(row, first)
    var style = ScreenFrame.Style.plain
    for cell in cells[first..<max(first, min(last, end) + 1)] {
      if cell.style != style { text += sequence(of: cell.style) }
      style = cell.style
      text.append(cell.character)
    }
    if style != .plain { text += sequence(of: .plain) }
    return last > end ? text + "\u{1B}[K" : text
  }

  private static func move(_ row: Int, _ column: Int) -> String {
    "\u{1B}[\(row + 1);\(column + 1)H"
  }

  /// Weight and reversal only, which every terminal and every eye can tell apart.
  private static func sequence(of style: ScreenFrame.Style) -> String {
    switch style {
    case .plain: "\u{1B}[0m"
    case .strong: "\u{1B}[0;1m"
    case .faint: "\u{1B}[0;2m"
    case .reversed: "\u{1B}[0;7m"
    case .warning: "\u{1B}[0;1;7m"
    }
  }
}
