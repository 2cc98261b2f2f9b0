/// Things that are joined two by two, and which of them hang together.
struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) {
    parent = (0..<Int32(count)).map(\.self)
  }

  /// One member that stands for the set of `member`.
  mutating func representative(of member: Int32) -> Int32 {
    var member = member
    while parent[Int(member)] != member {
      parent[Int(member)] = parent[Int(parent[Int(member)])]
      member = parent[Int(member)]
    }
    return member
  }

  /// The smaller of the two representatives stands for both from now on.
  mutating func join(_ first: Int32, _ second: Int32) {
    let (one, other) = (representative(of: first), representative(of: second))
    parent[Int(max(one, other))] = min(one, other)
  }
}
