/// How like each other words are, to find what somebody meant who mistyped: for everything above the
/// simulation that reads what people write.
public enum Spelling {
  /// The name most like `name`, if one is like it at all: at most a third of its letters differ.
  ///
  /// Ties go to the name that comes first.
  public static func nearestName(to name: String, among names: [String]) -> String? {
    let letters = Array(name.lowercased().prefix(60))
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = distance(letters, Array(candidate.lowercased().prefix(60)))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(2, letters.count / 3), best.distance < letters.count
    else { return nil }
    return best.name
  }

  /// The fewest letters to insert, delete, replace or swap with their neighbour to make one word the
  /// other.
  ///
  /// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// 1964; the variant that changes no letter twice.
  public static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var least = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
