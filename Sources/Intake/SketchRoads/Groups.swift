/// Things gathered into groups by joining two at a time.
///
/// Source: R. E. Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", 1975.
struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The smallest member of the group of `item`.
  mutating func find(_ item: Int) -> Int {
    var root = item
    while parents[root] != root { root = parents[root] }
    var place = item
    while parents[place] != root { (place, parents[place]) = (parents[place], root) }
    return root
  }

  /// Joins two groups; false if they are one already.
  @discardableResult
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (find(first), find(second))
    parents[max(one, other)] = min(one, other)
    return one != other
  }
}
