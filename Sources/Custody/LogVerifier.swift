import Domain

/// Examines a stored log entry by entry: the tree, the checkpoints, the signatures, the chain of
/// every device, and the rules of custody.
///
/// It believes nothing but the office's public key. Entries are examined in batches on all
/// processors; the findings do not depend on how many there are.
public struct LogVerifier: Sendable {
  private let threads: Int
  private var pending: [StoredEntry] = []
  private var tree: TreeExaminer
  private var replay: LogReplay

  /// - Parameter anchorLine: The last checkpoint that the office kept outside its database; nothing
  ///   if it is gone, which is a finding, since even an empty log has one.
  /// - Parameter published: Checkpoints that others kept.
  public init(
    workspaceID: String, officeKey: PublicKey, policy: CustodyPolicy = .standard,
    anchorLine: String?, published: [Checkpoint] = [], threads: Int = 64
  ) {
    self.threads = threads
    tree = TreeExaminer(
      workspaceID: workspaceID, officeKey: officeKey, anchorLine: anchorLine, published: published)
    replay = LogReplay(workspaceID: workspaceID, officeKey: officeKey, policy: policy)
  }

  /// Examines the next entry as it is stored.
  ///
  /// - Parameter place: Counted from 1.
  /// - Parameter leafHash: The stored hash, whatever its length.
  public mutating func check(place: Int, leaf: [UInt8], leafHash: [UInt8]) {
    pending.append(StoredEntry(place: place, bytes: leaf, hash: leafHash))
    if pending.count == Self.batchCount { examinePending() }
  }

  /// Examines the next entries, which were read on any thread: for whoever needs their leaves, too.
  public mutating func check(_ entries: [ExaminedEntry]) {
    examinePending()
    judge(entries)
  }

  /// Examines the next interior node as it is stored, once all entries have been examined: level by
  /// level from 1, and by place in each level.
  ///
  /// - Parameter hash: The stored hash, whatever its length.
  public mutating func check(level: Int, place: Int, nodeHash hash: [UInt8]) {
    examinePending()
    tree.check(level: level, place: place, hash: hash)
  }

  /// Returns all findings, those of nodes and checkpoints last, and what was rebuilt.
  ///
  /// - Parameter withNodes: Whether the store's interior nodes were examined and must be complete.
  public consuming func finish(withNodes: Bool = true) -> LedgerAudit {
    examinePending()
    return LedgerAudit(
      findings: replay.findings + tree.finish(withNodes: withNodes), states: replay.states,
      devices: replay.devices, officeHead: replay.officeHead, size: tree.size, root: tree.root)
  }

  private static let batchCount = 4096

  private mutating func examinePending() {
    guard !pending.isEmpty else { return }
    let entries = parallelMap(pending, threads: threads) { entry in
      ExaminedEntry(place: entry.place, leaf: entry.bytes, leafHash: entry.hash)
    }
    pending.removeAll(keepingCapacity: true)
    judge(entries)
  }

  private mutating func judge(_ entries: [ExaminedEntry]) {
    let signed = replay.keys(of: entries)
    let genuine = parallelMap(signed, threads: threads) { $0.isGenuine }
    for (entry, isGenuine) in zip(entries, genuine) {
      replay.findings += tree.append(entry)
      replay.replay(entry, isGenuine: isGenuine)
    }
  }
}

/// One row of the log as a store has it.
struct StoredEntry: Sendable {
  let place: Int
  let bytes: [UInt8]
  let hash: [UInt8]
}

/// An entry read and hashed, not yet judged.
public struct ExaminedEntry: Sendable {
  public let place: Int
  public let leaf: Result<LedgerLeaf, EventFormatError>
  let hash: Fingerprint
  let isAsStored: Bool

  /// - Parameter place: Counted from 1.
  /// - Parameter leafHash: The stored hash, whatever its length.
  public init(place: Int, leaf bytes: [UInt8], leafHash: [UInt8]) {
    self.place = place
    leaf = Result { () throws(EventFormatError) in try LedgerLeaf(bytes: bytes) }
    hash = MerkleTree.leafHash(bytes)
    isAsStored = hash.withBytes { $0.elementsEqual(leafHash) }
  }
}

/// An event and the key that should have signed it, where that is known.
struct KeyedEvent: Sendable {
  let signed: SignedEvent?
  let key: PublicKey?

  var isGenuine: Bool {
    guard let signed, let key else { return false }
    return signed.isSigned(by: key)
  }
}
