import Custody
import TestSupport
import Testing

@Suite struct MerkleTests {
  /// The reference inputs of Certificate Transparency.
  private static let inputs = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]

  /// Roots of the first so many reference inputs; the longer ones by their ends.
  private static let roots = [
    ("e3b0c442", "b855"), ("6e340b9c", "a01d"), ("fac54203", "c125"), ("aeb6bcfe", "6e77"),
    ("d37ee418", "14b7"), ("4e3bbb1f", "64d4"), ("76e67dad", "87ef"), ("ddb89be4", "4c8c"),
    ("5dc9da79", "4328"),
  ]

  @Test(arguments: 0...8)
  func theRootsAreThoseOfTheReferenceInputs(size: Int) throws {
    var frontier = MerkleFrontier()
    for input in Self.inputs.prefix(size) {
      frontier.append(MerkleTree.leafHash(try Self.bytes(input)))
    }
    let root = frontier.root.description
    #expect(root.hasPrefix(Self.roots[size].0) && root.hasSuffix(Self.roots[size].1))
    if size == 8 {
      #expect(root == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
    }
  }

  @Test func everyRootAndEveryProofIsThatOfTheRecursiveDefinition() throws {
    var frontier = MerkleFrontier()
    let tree = Tree(size: 130)
    for size in 0...130 {
      let root = tree.root(0..<size)
      #expect(frontier.root == root)
      #expect(MerkleTree.root(size: size, node: tree.node) == root)
      #expect(MerkleFrontier(size: size, node: tree.node) == frontier)
      for index in 0..<size {
        let path = MerkleTree.inclusionProof(of: index, size: size, node: tree.node)
        let slow = tree.inclusion(index, 0..<size)
        #expect(path == slow)
      }
      for older in 0...size {
        let path = MerkleTree.consistencyProof(from: older, to: size, node: tree.node)
        let slow = older == 0 ? [] : tree.consistency(older, 0..<size, isWhole: true)
        #expect(path == slow)
      }
      if size < 130 { frontier.append(tree.leaves[size]) }
    }
  }

  @Test func everyProofIsAcceptedAndEveryOtherIndexSizeOrRootRefused() {
    let tree = Tree(size: 40)
    let roots = (0...40).map { tree.root(0..<$0) }
    for size in 1...40 {
      for index in 0..<size {
        let path = MerkleTree.inclusionProof(of: index, size: size, node: tree.node)
        func verifies(_ index: Int, _ size: Int, _ root: Fingerprint) -> Bool {
          MerkleTree.verifiesInclusion(
            of: tree.leaves[index < 0 ? 0 : min(index, 39)], at: index, size: size, path: path,
            root: root)
        }
        #expect(verifies(index, size, roots[size]))
        for other in -1...size where other != index { #expect(!verifies(other, size, roots[size])) }
        #expect(!verifies(index, size, roots[size - 1]))
        #expect(!verifies(size, size, roots[size]) && !verifies(index, 0, roots[size]))
      }
      for older in 0...size {
        let path = MerkleTree.consistencyProof(from: older, to: size, node: tree.node)
        func verifies(_ older: Int, _ size: Int) -> Bool {
          MerkleTree.verifiesConsistency(
            from: older, roots[min(40, older)], to: size, roots[size], path: path)
        }
        #expect(verifies(older, size))
        #expect(!verifies(size + 1, size))
        #expect(older == 0 || !verifies(older - 1, size) || older - 1 == 0)
        #expect(older == 0 || older == size || !verifies(older, size - 1))
      }
    }
  }

  /// Sizes, places and flipped bits at random: what is true is accepted, what was touched is not.
  @Test(arguments: UInt64(0)..<20)
  func noProofSurvivesAFlippedBit(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let tree = Tree(size: Int.random(in: 2...3000, using: &random))
    for _ in 0..<150 {
      let size = Int.random(in: 1...tree.leaves.count, using: &random)
      let root = MerkleTree.root(size: size, node: tree.node)
      let index = Int.random(in: 0..<size, using: &random)
      let path = MerkleTree.inclusionProof(of: index, size: size, node: tree.node)
      func includes(_ hashes: [Fingerprint]) -> Bool {
        MerkleTree.verifiesInclusion(
          of: hashes[0], at: index, size: size, path: Array(hashes.dropFirst(2)), root: hashes[1])
      }
      let statement = [tree.leaves[index], root] + path
      #expect(includes(statement))
      #expect(!includes(try Self.flipped(statement, using: &random)))
      #expect(path.isEmpty || !includes(statement.dropLast()))
      #expect(!includes(statement + [root]))

      let older = Int.random(in: 1...size, using: &random)
      let extends = MerkleTree.consistencyProof(from: older, to: size, node: tree.node)
      func isConsistent(_ hashes: [Fingerprint]) -> Bool {
        MerkleTree.verifiesConsistency(
          from: older, hashes[0], to: size, hashes[1], path: Array(hashes.dropFirst(2)))
      }
      let claim = [MerkleTree.root(size: older, node: tree.node), root] + extends
      #expect(isConsistent(claim))
      #expect(!isConsistent(try Self.flipped(claim, using: &random)))
      #expect(!isConsistent(claim + [root]))
    }
  }

  @Test func anEmptyTreeIsTheBeginningOfEveryTreeAndOfNothingElse() {
    let tree = Tree(size: 3)
    let root = tree.root(0..<3)
    let empty = MerkleTree.emptyRoot
    #expect(MerkleTree.verifiesConsistency(from: 0, empty, to: 3, root, path: []))
    #expect(!MerkleTree.verifiesConsistency(from: 0, root, to: 3, root, path: []))
    #expect(!MerkleTree.verifiesConsistency(from: 0, empty, to: 3, root, path: [root]))
    #expect(MerkleTree.verifiesConsistency(from: 0, empty, to: 0, empty, path: []))
    #expect(!MerkleTree.verifiesConsistency(from: -1, empty, to: 0, empty, path: []))
  }

  @Test func aFrontierNeedsAsManySubtreesAsItsSizeHasBits() {
    #expect(MerkleFrontier(size: 5, subtrees: [MerkleTree.emptyRoot]) == nil)
    #expect(MerkleFrontier(size: -1, subtrees: []) == nil)
    #expect(MerkleFrontier(size: 0, subtrees: [])?.root == MerkleTree.emptyRoot)
  }

  /// Roots that were computed before.
  private final class KnownRoots {
    var roots: [Range<Int>: Fingerprint] = [:]
  }

  /// The tree as the standard defines it.
  private struct Tree {
    let leaves: [Fingerprint]
    private var levels: [[Fingerprint]]
    private let known = KnownRoots()

    init(size: Int) {
      leaves = (0..<size).map { MerkleTree.leafHash(Array("leaf \($0)".utf8)) }
      levels = [leaves]
      while let below = levels.last, below.count > 1 {
        levels.append(
          stride(from: 1, to: below.count, by: 2).map {
            MerkleTree.nodeHash(below[$0 - 1], below[$0])
          })
      }
    }

    func node(_ level: Int, _ place: Int) -> Fingerprint { levels[level][place] }

    func root(_ range: Range<Int>) -> Fingerprint {
      if range.isEmpty { return Fingerprint(sha256Of: []) }
      if range.count == 1 { return leaves[range.lowerBound] }
      if let root = known.roots[range] { return root }
      let middle = middle(range)
      let root = Fingerprint(
        sha256Of: [1] + root(range.lowerBound..<middle).bytes
          + root(middle..<range.upperBound).bytes)
      known.roots[range] = root
      return root
    }

    func inclusion(_ index: Int, _ range: Range<Int>) -> [Fingerprint] {
      if range.count == 1 { return [] }
      let middle = middle(range)
      let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
      return index < middle
        ? inclusion(index, left) + [root(right)] : inclusion(index, right) + [root(left)]
    }

    func consistency(_ older: Int, _ range: Range<Int>, isWhole: Bool) -> [Fingerprint] {
      if older == range.upperBound { return isWhole ? [] : [root(range)] }
      let middle = middle(range)
      let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
      return older <= middle
        ? consistency(older, left, isWhole: isWhole) + [root(right)]
        : consistency(older, right, isWhole: false) + [root(left)]
    }

    private func middle(_ range: Range<Int>) -> Int {
      var power = 1
      while power * 2 < range.count { power *= 2 }
      return range.lowerBound + power
    }
  }

  private static func flipped(
    _ hashes: [Fingerprint], using random: inout SplitMix64
  ) throws -> [Fingerprint] {
    var hashes = hashes
    let place = Int.random(in: hashes.indices, using: &random)
    var bytes = hashes[place].bytes
    bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    hashes[place] = try value(Fingerprint(bytes: bytes))
    return hashes
  }

  private static func bytes(_ hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal)
    return try stride(from: 0, to: digits.count, by: 2).map {
      try value(UInt8(String(digits[$0...$0 + 1]), radix: 16))
    }
  }
}
