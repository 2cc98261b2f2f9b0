/// A set of small numbers with O(1) insertion, removal and membership, listed without gaps.
///
/// The order of the list depends only on the operations made, never on hashing.
struct NodeSet: ~Copyable {
  private var members: Column<Int32>
  /// The place of each number in `members`, -1 outside.
  private var position: Column<Int32>
  private(set) var count = 0

  /// Creates an empty set for numbers in `0..<capacity`.
  init(capacity: Int) {
    members = Column(repeating: 0, count: capacity)
    position = Column(repeating: -1, count: capacity)
  }

  /// The member at `index` in the list.
  subscript(index: Int) -> Int {
    @inline(__always) get {
      assert(index < count)
      return members[index]
    }
  }

  @inline(__always)
  func contains(_ number: Int) -> Bool { position[number] >= 0 }

  /// Adds `number`, if it is not in yet.
  @inline(__always)
  mutating func insert(_ number: Int) {
    guard position[number] < 0 else { return }
    members[count] = number
    position[number] = count
    count += 1
  }

  /// Takes `number` out, if it is in; the last member moves to its place.
  @inline(__always)
  mutating func remove(_ number: Int) {
    let hole = position[number]
    guard hole >= 0 else { return }
    count -= 1
    let last = members[count]
    members[hole] = last
    position[last] = hole
    position[number] = -1
  }

  /// Empties the set in O(count).
  mutating func removeAll() {
    for index in 0..<count { position[members[index]] = -1 }
    count = 0
  }
}
