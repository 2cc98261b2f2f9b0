import Custody
import Domain

/// A log of signed entries with its tree, as an office keeps it.
struct SampleLog {
  struct Entry {
    var place: Int
    var leaf: [UInt8]
    var hash: [UInt8]
  }

  let keys: OfficeKeys
  private(set) var leaves: [LedgerLeaf] = []
  private(set) var entries: [Entry] = []
  private(set) var nodes: [MerkleNode] = []
  private var frontier = MerkleFrontier()
  private var chains: [String: DeviceChain] = [:]

  init() throws { keys = try Samples.keys() }

  /// The day of ``Samples/day()``: the office enrols a device, which records what its courier does.
  static func day() throws -> SampleLog {
    var log = try SampleLog()
    try log.record(try Samples.event(.enrolled, [], from: .office, to: .office, minute: 0))
    let device = try Samples.signingKey()
    for event in try Samples.day() {
      let isCouriers = [.failed, .delivered, .returned].contains(event.kind)
      try log.record(event, by: isCouriers ? device : nil)
    }
    return log
  }

  /// Appends an event under the next number of the office or of the device with `key`.
  @discardableResult
  mutating func record(
    _ event: Event, by key: SigningKey? = nil, verdict: LedgerLeaf.Verdict = .accepted,
    flags: [ReviewFlag] = []
  ) throws -> SignedEvent {
    let signed = try sign(event, by: key)
    append(signed, verdict: verdict, flags: flags)
    return signed
  }

  /// Signs an event under the next number of its device without appending it.
  mutating func sign(_ event: Event, by key: SigningKey? = nil) throws -> SignedEvent {
    let name = key.map { DeviceID(of: $0.publicKey).description } ?? "office"
    var chain =
      chains[name]
      ?? DeviceChain(
        workspaceID: keys.workspaceID, device: name,
        publicKey: (key ?? keys.signing).publicKey)
    let id = Event.ID(device: name, sequence: chain.head.count + 1)
    let signed = try chain.sign(event.with(id: id), with: key ?? keys.signing)
    chains[name] = chain
    return signed
  }

  mutating func append(
    _ signed: SignedEvent, verdict: LedgerLeaf.Verdict = .accepted, flags: [ReviewFlag] = []
  ) {
    append(
      LedgerLeaf(signed: signed, receivedAt: Samples.time(600), verdict: verdict, flags: flags))
  }

  mutating func append(_ leaf: LedgerLeaf) {
    leaves.append(leaf)
    let hash = MerkleTree.leafHash(leaf.bytes)
    entries.append(Entry(place: entries.count + 1, leaf: leaf.bytes, hash: hash.bytes))
    nodes += frontier.append(hash)
  }

  /// The log as an editor of the database leaves it who makes hashes and nodes fit.
  func rewritten(_ leaves: [LedgerLeaf]) throws -> SampleLog {
    var log = try SampleLog()
    for leaf in leaves { log.append(leaf) }
    return log
  }

  var root: Fingerprint { frontier.root }

  func node(_ level: Int, _ place: Int) throws(MissingSample) -> Fingerprint {
    if level == 0 { return MerkleTree.leafHash(entries[place].leaf) }
    guard let node = nodes.first(where: { $0.level == level && $0.place == place }) else {
      throw MissingSample()
    }
    return node.hash
  }

  /// The office's word on the first `size` entries, or on all.
  func checkpoint(_ size: Int? = nil) throws -> Checkpoint {
    let size = size ?? entries.count
    return try Checkpoint(
      workspaceID: keys.workspaceID, size: size,
      root: try MerkleTree.root(size: size) { (level, place) throws in try node(level, place) },
      time: Samples.time(700), signedWith: keys.signing)
  }

  func proof(of place: Int, in size: Int? = nil) throws -> CardProof.Entry {
    CardProof.Entry(
      place: place, leaf: entries[place - 1].leaf,
      path: try MerkleTree.inclusionProof(of: place - 1, size: size ?? entries.count, node: node))
  }

  var sortedNodes: [MerkleNode] {
    nodes.sorted { ($0.level, $0.place) < ($1.level, $1.place) }
  }

  func audit(
    entries: [Entry]? = nil, nodes: [MerkleNode]? = nil, anchorLine: String?,
    published: [Checkpoint] = [], threads: Int = 3
  ) -> LedgerAudit {
    var verifier = LogVerifier(
      workspaceID: keys.workspaceID, officeKey: keys.signing.publicKey, anchorLine: anchorLine,
      published: published, threads: threads)
    for entry in entries ?? self.entries {
      verifier.check(place: entry.place, leaf: entry.leaf, leafHash: entry.hash)
    }
    for node in nodes ?? sortedNodes {
      verifier.check(level: node.level, place: node.place, nodeHash: node.hash.bytes)
    }
    return verifier.finish()
  }
}
