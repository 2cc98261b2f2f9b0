/// One complete subtree of a Merkle tree; see ``MerkleTree`` for its name.
public struct MerkleNode: Hashable, Sendable {
  public let level: Int
  public let place: Int
  public let hash: Fingerprint

  public init(level: Int, place: Int, hash: Fingerprint) {
    self.level = level
    self.place = place
    self.hash = hash
  }
}

/// All that must be known of a Merkle tree to append to it: the roots of its complete subtrees.
///
/// Invariant: as many ``subtrees`` as ``size`` has bits that are 1, the largest first.
public struct MerkleFrontier: Hashable, Sendable {
  public private(set) var size: Int
  public private(set) var subtrees: [Fingerprint]

  /// The frontier of a tree without leaves.
  public init() {
    size = 0
    subtrees = []
  }

  /// Nothing if the subtrees are not as many as a tree of `size` leaves has.
  public init?(size: Int, subtrees: [Fingerprint]) {
    guard size >= 0, subtrees.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.subtrees = subtrees
  }

  /// The frontier of a tree whose nodes are stored.
  ///
  /// - Parameter node: Gives the hash of a complete subtree; level 0 gives leaf hashes.
  public init<Failure: Error>(
    size: Int, node: (_ level: Int, _ place: Int) throws(Failure) -> Fingerprint
  ) throws(Failure) {
    self.size = size
    subtrees = []
    for level in (0..<Int.bitWidth - 1).reversed() where size & 1 << level != 0 {
      subtrees.append(try node(level, (size >> level) - 1))
    }
  }

  /// Adds one leaf.
  ///
  /// - Returns: The nodes above the leaves that it completed, the lowest first.
  @discardableResult
  public mutating func append(_ leafHash: Fingerprint) -> [MerkleNode] {
    var completed: [MerkleNode] = []
    var hash = leafHash
    var level = 0
    while size & 1 << level != 0 {
      hash = MerkleTree.nodeHash(subtrees.removeLast(), hash)
      level += 1
      completed.append(MerkleNode(level: level, place: size >> level, hash: hash))
    }
    subtrees.append(hash)
    size += 1
    return completed
  }

  /// The root of the whole tree.
  public var root: Fingerprint {
    guard let last = subtrees.last else { return MerkleTree.emptyRoot }
    return subtrees.dropLast().reversed().reduce(last) { MerkleTree.nodeHash($1, $0) }
  }
}
