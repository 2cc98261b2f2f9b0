extension MerkleTree {
  /// Whether `path` leads from `leafHash`, the leaf `index` of `size`, to `root`.
  ///
  /// Source: RFC 9162, section 2.1.3.2.
  public static func verifiesInclusion(
    of leafHash: Fingerprint, at index: Int, size: Int, path: [Fingerprint], root: Fingerprint
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last) = (index, size - 1)
    var hash = leafHash
    for sibling in path {
      guard last != 0 else { return false }
      if !place.isMultiple(of: 2) || place == last {
        hash = nodeHash(sibling, hash)
        while place.isMultiple(of: 2), place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        hash = nodeHash(hash, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }

  /// Whether `path` shows that a tree of `older` leaves with `olderRoot` is the beginning of a tree
  /// of `newer` leaves with `newerRoot`.
  ///
  /// An empty tree is the beginning of every tree.
  ///
  /// Source: RFC 9162, section 2.1.4.2.
  public static func verifiesConsistency(
    from older: Int, _ olderRoot: Fingerprint, to newer: Int, _ newerRoot: Fingerprint,
    path: [Fingerprint]
  ) -> Bool {
    guard older >= 0, older <= newer else { return false }
    if older == 0 { return path.isEmpty && olderRoot == emptyRoot }
    if older == newer { return path.isEmpty && olderRoot == newerRoot }

    // The verifier knows the root of a complete older tree, so that the path leaves it out.
    let isComplete = older.nonzeroBitCount == 1
    guard let start = isComplete ? olderRoot : path.first else { return false }
    let shift = (~(older - 1)).trailingZeroBitCount
    var (place, last) = ((older - 1) >> shift, (newer - 1) >> shift)
    var (old, new) = (start, start)
    for sibling in path.dropFirst(isComplete ? 0 : 1) {
      guard last != 0 else { return false }
      if !place.isMultiple(of: 2) || place == last {
        old = nodeHash(sibling, old)
        new = nodeHash(sibling, new)
        while place.isMultiple(of: 2), place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        new = nodeHash(new, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && old == olderRoot && new == newerRoot
  }
}
