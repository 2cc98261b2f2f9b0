import Crypto

/// The hashes of a Merkle tree over the leaves of a log, and proofs about it.
///
/// A node is named by its level, 0 for leaves, and its place in that level, from 0: it stands for
/// the leaves `place << level ..< (place + 1) << level`.
///
/// Source: RFC 9162, section 2.1.
public enum MerkleTree {
  /// The root of a tree without leaves: the SHA-256 of nothing.
  public static let emptyRoot = Fingerprint(sha256Of: [])

  public static func leafHash(_ bytes: [UInt8]) -> Fingerprint {
    var hasher = SHA256()
    hasher.update(data: [0x00])
    hasher.update(data: bytes)
    return Fingerprint(digest: hasher.finalize())
  }

  public static func nodeHash(_ left: Fingerprint, _ right: Fingerprint) -> Fingerprint {
    var hasher = SHA256()
    hasher.update(data: [0x01])
    left.withBytes { hasher.update(bufferPointer: $0) }
    right.withBytes { hasher.update(bufferPointer: $0) }
    return Fingerprint(digest: hasher.finalize())
  }

  /// The hashes that lead from the leaf `index`, counted from 0, to the root of the first `size`
  /// leaves, from the leaf upwards.
  ///
  /// - Parameter node: Gives the hash of a complete subtree; level 0 gives leaf hashes.
  /// - Precondition: `index` is below `size`.
  /// - Complexity: O(log² `size`) calls of `node`.
  public static func inclusionProof<Failure: Error>(
    of index: Int, size: Int, node: (_ level: Int, _ place: Int) throws(Failure) -> Fingerprint
  ) throws(Failure) -> [Fingerprint] {
    precondition((0..<size).contains(index), "leaf \(index) is not among \(size)")
    var path: [Fingerprint] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = split(range)
      if index < middle {
        path.append(try root(of: middle..<range.upperBound, node: node))
        range = range.lowerBound..<middle
      } else {
        path.append(try root(of: range.lowerBound..<middle, node: node))
        range = middle..<range.upperBound
      }
    }
    return path.reversed()
  }

  /// The hashes that show that the tree of the first `older` leaves is the beginning of the tree of
  /// the first `newer` leaves.
  ///
  /// - Parameter node: Gives the hash of a complete subtree; level 0 gives leaf hashes.
  /// - Precondition: `older` is between 0 and `newer`. From an empty tree, and to the same, there is
  ///   nothing to show and the proof is empty.
  public static func consistencyProof<Failure: Error>(
    from older: Int, to newer: Int,
    node: (_ level: Int, _ place: Int) throws(Failure) -> Fingerprint
  ) throws(Failure) -> [Fingerprint] {
    precondition((0...newer).contains(older), "\(older) leaves are not the beginning of \(newer)")
    guard older > 0 else { return [] }
    var path: [Fingerprint] = []
    var range = 0..<newer
    while range.upperBound != older {
      let middle = split(range)
      if older <= middle {
        path.append(try root(of: middle..<range.upperBound, node: node))
        range = range.lowerBound..<middle
      } else {
        path.append(try root(of: range.lowerBound..<middle, node: node))
        range = middle..<range.upperBound
      }
    }
    // The verifier knows the root of the older tree; any other complete subtree must be told.
    if range.lowerBound > 0 { path.append(try root(of: range, node: node)) }
    return path.reversed()
  }

  /// The root of the first `size` leaves.
  public static func root<Failure: Error>(
    size: Int, node: (_ level: Int, _ place: Int) throws(Failure) -> Fingerprint
  ) throws(Failure) -> Fingerprint {
    size == 0 ? emptyRoot : try root(of: 0..<size, node: node)
  }

  /// Where a tree of at least two leaves divides: after the largest power of two below its count.
  private static func split(_ range: Range<Int>) -> Int {
    range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
  }

  /// - Parameter range: Not empty, and a subtree of the whole: its beginning is a multiple of the
  ///   smallest power of two that is not below its count.
  private static func root<Failure: Error>(
    of range: Range<Int>, node: (_ level: Int, _ place: Int) throws(Failure) -> Fingerprint
  ) throws(Failure) -> Fingerprint {
    let level = range.count.trailingZeroBitCount
    if range.count == 1 << level { return try node(level, range.lowerBound >> level) }
    let middle = split(range)
    return nodeHash(
      try root(of: range.lowerBound..<middle, node: node),
      try root(of: middle..<range.upperBound, node: node))
  }
}
