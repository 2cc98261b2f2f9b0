extension Answer {
  /// The three names most like `name`: first those that share most words with it, then those that
  /// differ in the fewest letters.
  static func nearestNames(to name: String) -> [String] {
    let words = name.split(separator: "-")
    let names = allCases.map(\.rawValue)
    let ranks = names.map { other in
      let shared = other.split(separator: "-").count { words.contains($0) }
      return (-shared, editDistance(Array(name.utf8), Array(other.utf8)))
    }
    return names.indices.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
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
