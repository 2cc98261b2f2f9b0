import Domain

/// Builds the Merkle tree of a log anew and compares it with its checkpoints and stored nodes.
struct TreeExaminer: Sendable {
  private var frontier = MerkleFrontier()
  /// The hashes above the leaves, by level from 1 and by place.
  private var nodes: [[Fingerprint]] = []
  /// Checkpoints of this office that have not been compared yet, the largest first.
  private var checkpoints: [Checkpoint] = []
  /// The place of the last entry.
  private var lastPlace = 0
  private var nextNode = (level: 1, place: 0)
  private var findings: [LedgerFinding] = []

  init(
    workspaceID: String, officeKey: PublicKey, anchorLine: String?, published: [Checkpoint]
  ) {
    func isOurs(_ checkpoint: Checkpoint) -> Bool {
      checkpoint.workspaceID == workspaceID && checkpoint.isSigned(by: officeKey)
    }
    switch Self.anchor(anchorLine) {
    case .success(let anchor) where isOurs(anchor): checkpoints.append(anchor)
    case .success: findings.append(.anchorForged)
    case .failure(let fault): findings.append(fault.finding)
    }
    for checkpoint in published {
      if isOurs(checkpoint) {
        checkpoints.append(checkpoint)
      } else {
        findings.append(.foreignCheckpoint(size: checkpoint.size))
      }
    }
    checkpoints.sort { $0.size > $1.size }
    compareWithCheckpoints()
  }

  private struct AnchorFault: Error {
    let finding: LedgerFinding
  }

  private static func anchor(_ line: String?) -> Result<Checkpoint, AnchorFault> {
    guard let line else { return .failure(AnchorFault(finding: .anchorMissing)) }
    do { return .success(try Checkpoint(line: line)) } catch {
      return .failure(AnchorFault(finding: .anchorUnreadable(error)))
    }
  }

  var size: Int { frontier.size }
  var root: Fingerprint { frontier.root }

  /// Adds the next entry and returns what is wrong with its place and its hash.
  mutating func append(_ entry: ExaminedEntry) -> [LedgerFinding] {
    var found: [LedgerFinding] = []
    if entry.place != lastPlace + 1 {
      found.append(.gap(expected: lastPlace + 1, found: entry.place))
    }
    lastPlace = entry.place
    if !entry.isAsStored { found.append(.editedEntry(place: entry.place)) }
    for node in frontier.append(entry.hash) {
      if nodes.count < node.level { nodes.append([]) }
      nodes[node.level - 1].append(node.hash)
    }
    compareWithCheckpoints()
    return found
  }

  /// Compares the next stored node, in order of level and place.
  mutating func check(level: Int, place: Int, hash: [UInt8]) {
    while nextNode < (level, place), self.hash(nextNode) != nil {
      findings.append(.nodeMissing(level: nextNode.level, place: nextNode.place))
      advance()
    }
    guard nextNode == (level, place), let expected = self.hash(nextNode) else {
      findings.append(.nodeUnexplained(level: level, place: place))
      return
    }
    if !expected.withBytes({ $0.elementsEqual(hash) }) {
      findings.append(.nodeDiffers(level: level, place: place))
    }
    advance()
  }

  mutating func finish(withNodes: Bool) -> [LedgerFinding] {
    while withNodes, hash(nextNode) != nil {
      findings.append(.nodeMissing(level: nextNode.level, place: nextNode.place))
      advance()
    }
    for checkpoint in checkpoints.reversed() {
      findings.append(.truncated(entries: size, checkpoint: checkpoint.size))
    }
    return findings
  }

  private mutating func compareWithCheckpoints() {
    while let checkpoint = checkpoints.last, checkpoint.size == size {
      checkpoints.removeLast()
      let finding = LedgerFinding.otherHistory(size: size)
      if checkpoint.root != root, findings.last != finding { findings.append(finding) }
    }
  }

  private func hash(_ node: (level: Int, place: Int)) -> Fingerprint? {
    guard node.level <= nodes.count, node.place < nodes[node.level - 1].count else { return nil }
    return nodes[node.level - 1][node.place]
  }

  private mutating func advance() {
    nextNode.place += 1
    if nextNode.place >= nodes[nextNode.level - 1].count { nextNode = (nextNode.level + 1, 0) }
  }
}
