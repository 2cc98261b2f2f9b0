/// Nodes that would go into a run one behind the other, and the legs to each and onward.
struct Chain: ~Copyable {
  private(set) var count = 0
  private var nodes: Column<Int32>
  /// Travel and setup to each node and, last, to the node behind; `count + 1` values.
  var legs: Column<Int64>

  init(_ flat: borrowing FlatProblem) {
    // A whole block, with a reload beside it.
    let most = flat.blocks.longest + 1
    nodes = Column(repeating: 0, count: most)
    legs = Column(repeating: 0, count: most + 1)
  }

  subscript(index: Int) -> Int {
    @inline(__always) get {
      assert(index < count)
      return nodes[index]
    }
  }

  mutating func removeAll() { count = 0 }

  mutating func append(_ node: Int) {
    nodes[count] = node
    count += 1
  }
}
