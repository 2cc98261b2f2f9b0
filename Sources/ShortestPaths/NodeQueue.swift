/// Nodes by a key, the smallest first and of equal keys the smaller node.
///
/// A node may be in it several times; whoever takes it out knows which entry still counts.
/// Shape: a heap in which every entry has four children, which costs fewer steps than two.
struct NodeQueue: ~Copyable {
  /// The key in the upper half, the node in the lower.
  private var entries = Cells<UInt64>(capacity: 256)

  var isEmpty: Bool { entries.isEmpty }

  /// The smallest key, ``UInt32/max`` if there is none.
  @inline(__always)
  var smallestKey: UInt32 {
    entries.isEmpty ? .max : UInt32(truncatingIfNeeded: entries[0] >> 32)
  }

  mutating func removeAll() { entries.removeAll() }

  @inline(__always)
  mutating func insert(_ node: Int, key: UInt32) {
    let entry = UInt64(key) << 32 | UInt64(truncatingIfNeeded: node)
    entries.append(entry)
    var hole = entries.count &- 1
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  /// Takes the node with the smallest key out.
  ///
  /// - Precondition: The queue is not empty.
  @inline(__always)
  mutating func removeSmallest() -> (node: Int, key: UInt32) {
    let smallest = entries[0]
    let last = entries.removeLast()
    if !entries.isEmpty { sink(last) }
    return (Int(smallest & 0xFFFF_FFFF), UInt32(truncatingIfNeeded: smallest >> 32))
  }

  /// Puts `entry` where the root is missing.
  @inline(__always)
  private mutating func sink(_ entry: UInt64) {
    let count = entries.count
    var hole = 0
    while true {
      let first = hole &<< 2 &+ 1
      guard first < count else { break }
      var least = first
      for child in first &+ 1..<max(first &+ 1, min(first &+ 4, count))
      where entries[child] < entries[least] { least = child }
      guard entries[least] < entry else { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = entry
  }
}
