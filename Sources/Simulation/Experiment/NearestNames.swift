extension Answer {
  /// The three names most like `name`: first those that share most words with it, then those that
  /// differ in the fewest letters.
  static func nearestNames(to name: String) -> [String] {
    let words = name.split(separator: "-")
    let names = allCases.map(\.rawValue)
    let ranks = names.map { other in
      let shared = other.split(separator: "-").count { words.contains($0) }
      return (-shared, Spelling.distance(Array(name), Array(other)))
    }
    return names.indices.sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
      .prefix(3).map { names[$0] }
  }
}
