/// What a terminal shows: rows of single-width characters, each with its style.
struct ScreenFrame: Hashable {
  enum Style: Hashable {
    case plain, strong, faint, reversed, warning
  }

  struct Cell: Hashable {
    var character: Character
    var style: Style

    static let blank = Cell(character: " ", style: .plain)
  }

  let columns: Int
  let rows: Int
  /// Row-major, `rows × columns`.
  private var cells: [Cell]
  /// Where the cursor stands, if anything is being typed.
  var cursor: (row: Int, column: Int)?

  init(columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0)
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: .blank, count: columns * rows)
  }

  /// Writes `text` from a place on; what does not fit into the row is left out, with a mark.
  ///
  /// - Returns: The column after the text.
  @discardableResult
  mutating func write(
    _ text: some StringProtocol, row: Int, column: Int = 0, style: Style = .plain
  ) -> Int {
    guard (0..<rows).contains(row), column < columns else { return column }
    let characters = text.map(Self.shown)
    let room = columns - column
    for (offset, character) in characters.prefix(room).enumerated() {
      let isCut = offset == room - 1 && characters.count > room
      cells[row * columns + column + offset] = Cell(
        character: isCut ? "…" : character, style: style)
    }
    return min(columns, column + characters.count)
  }

  func row(_ row: Int) -> ArraySlice<Cell> { cells[row * columns..<(row + 1) * columns] }

  /// The rows as text, without blanks at their ends.
  var lines: [String] {
    (0..<rows).map { index in
      let text = String(row(index).map(\.character))
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The character as it may be shown: one column wide and no command to the terminal.
  private static func shown(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return " " }
    let isCommand = scalar.properties.generalCategory == .control
    let isWide = (0x1100...0x115F).contains(scalar.value) || scalar.value >= 0x2E80
    return isCommand || isWide || scalar.properties.generalCategory == .format ? "?" : character
  }

  static func == (left: ScreenFrame, right: ScreenFrame) -> Bool {
    left.columns == right.columns && left.cells == right.cells
      && left.cursor?.row == right.cursor?.row && left.cursor?.column == right.cursor?.column
  }

  func hash(into hasher: inout Hasher) { hasher.combine(cells) }
}
