/// The word of `words` that `word` was most likely meant to be; nothing if none is close.
///
/// The first of equally close ones, so that the answer does not depend on chance.
func nearestWord(to word: String, among words: [String]) -> String? {
  let distances = words.map { editDistance(Array(word.utf8), Array($0.utf8)) }
  guard let least = distances.min(), least <= max(1, word.utf8.count / 3) else { return nil }
  return distances.firstIndex(of: least).map { words[$0] }
}

/// The fewest letters to insert, delete or replace to make one word the other (Levenshtein 1965).
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
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
