/// A terminal that knows the few commands the program sends, and shows what a person would see.
struct PlainTerminal {
  private let columns: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  /// A command that has begun and not ended.
  private var command = ""

  init(columns: Int, rows: Int) {
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without blanks at their ends.
  var lines: [String] {
    cells.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  mutating func take(_ text: String) {
    for scalar in text.unicodeScalars { take(Character(scalar)) }
  }

  private mutating func take(_ character: Character) {
    if !command.isEmpty || character == "\u{1B}" {
      command.append(character)
      if character.isLetter { obey() }
      return
    }
    switch character {
    case "\r": column = 0
    case "\n": lineFeed()
    default:
      cells[row][column] = character
      column = min(columns - 1, column + 1)
    }
  }

  private mutating func lineFeed() {
    guard row == cells.count - 1 else {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func obey() {
    let parameters = command.dropFirst(2).dropLast()
    switch command.last {
    case "H":
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case "J":
      for index in cells.indices { cells[index] = Array(repeating: " ", count: columns) }
    case "K":
      for index in column..<columns { cells[row][index] = " " }
    default: break
    }
    command = ""
  }
}
