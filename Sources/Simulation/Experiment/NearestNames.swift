extension Answer {
  /// The three names most like `name`, the most alike first.
  static func nearestNames(to name: String) -> [String] {
    let wanted = Array(name.utf8)
    let names = allCases.map(\.rawValue)
    let distances = names.map { editDistance(wanted, Array($0.utf8)) }
    return names.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
      .prefix(3).map { names[$0] }
  }
}

/// The fewest letters to insert, delete or replace to make one word the other (Levenshtein 1965).
func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var row = Array(0...second.count)
  for (line, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, other) in second.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[second.count]
}
