/// A terminal that knows the few commands the program sends, and shows what a person would see.
struct PlainTerminal {
  private let columns: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0

  init(columns: Int, rows: Int) {
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without blanks at their ends.
  var lines: [String] {
    cells.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  mutating func take(_ text: String) {
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        cells[row][column] = character
        column = min(columns - 1, column + 1)
        continue
      }
      guard let end = rest.firstIndex(where: { $0.isLetter }) else { return }
      obey(rest[end], String(rest[rest.startIndex..<end].dropFirst()))
      rest = rest[(end + 1)...]
    }
  }

  private mutating func obey(_ command: Character, _ parameters: String) {
    switch command {
    case "H":
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case "J":
      for index in cells.indices { cells[index] = Array(repeating: " ", count: columns) }
    case "K":
      for index in column..<columns { cells[row][index] = " " }
    default: break
    }
  }
}
