public import Domain

/// Examines a stored ledger entry by entry and replays it through ``CustodyRules``.
///
/// It believes nothing but the ledger key. After a fault it goes on from the last hash whose seal
/// is genuine, so that one edited entry does not make every later one look edited.
public struct ChainVerifier: Sendable {
  private let key: LedgerKey
  private let policy: CustodyPolicy
  private let now: Instant
  private let anchor: LedgerAnchor?

  private var head: ChainHead
  private var states: [CardID: CardCustody] = [:]
  private var seen: Set<Event.ID> = []
  private var findings: [LedgerFinding] = []
  private var anchorFindings: [LedgerFinding] = []

  /// - Parameter anchorFile: The bytes of the anchor file as found; nothing if there is none, which
  ///   is a finding, since even an empty ledger has one.
  /// - Parameter now: The clock of the office, against which times in the future are found.
  public init(
    workspaceID: String, key: LedgerKey, policy: CustodyPolicy = .standard, anchorFile: [UInt8]?,
    now: Instant
  ) {
    self.key = key
    self.policy = policy
    self.now = now
    head = .genesis(workspaceID: workspaceID)
    (anchor, anchorFindings) = Self.read(anchorFile, key)
    compareWithAnchor()
  }

  /// Examines the next entry as it is stored.
  ///
  /// - Parameter hash: The stored hash, whatever its length; likewise `seal`.
  public mutating func check(index: Int, canonical: [UInt8], hash: [UInt8], seal: [UInt8]) {
    guard index > head.count else {
      findings.append(.gap(expected: head.count + 1, found: index))
      return
    }
    let isNext = index == head.count + 1
    if !isNext { findings.append(.gap(expected: head.count + 1, found: index)) }

    let link = checkedLink(
      index: index, canonical: canonical, hash: Fingerprint(bytes: hash),
      seal: Fingerprint(bytes: seal), followsHead: isNext)
    head = ChainHead(count: index, hash: link)
    compareWithAnchor()
    replay(canonical, at: index)
  }

  /// Returns all findings, the anchor's last, and the rebuilt states.
  public consuming func finish() -> LedgerAudit {
    if let anchor, anchor.head.count > head.count {
      anchorFindings.append(.truncated(entries: head.count, anchored: anchor.head.count))
    }
    return LedgerAudit(findings: findings + anchorFindings, states: states, head: head)
  }

  /// Checks hash and seal of an entry, and returns the hash to go on from.
  private mutating func checkedLink(
    index: Int, canonical: [UInt8], hash: Fingerprint?, seal: Fingerprint?, followsHead: Bool
  ) -> Fingerprint {
    let computed = head.appending(canonical).hash
    if let hash, isGenuine(seal, of: hash) {
      // A genuine seal under a hash that the bytes do not give: the bytes were changed. After a gap
      // the entry before is not known, and nothing can be said of these bytes.
      if followsHead, hash != computed { findings.append(.editedEntry(index: index)) }
      return hash
    }
    if isGenuine(seal, of: computed) {
      findings.append(.wrongHash(index: index))
    } else {
      if followsHead, hash != computed { findings.append(.editedEntry(index: index)) }
      findings.append(.wrongSeal(index: index))
    }
    return computed
  }

  private func isGenuine(_ seal: Fingerprint?, of hash: Fingerprint) -> Bool {
    seal.map { key.verifies($0, of: hash) } ?? false
  }

  private mutating func replay(_ canonical: [UInt8], at index: Int) {
    let event: Event
    do { event = try Event(canonicalBytes: canonical) } catch {
      findings.append(.unreadableEntry(index: index, error))
      return
    }
    guard seen.insert(event.id).inserted else {
      findings.append(.repeatedEvent(index: index, event.id))
      return
    }
    do {
      let outcome = try CustodyRules.outcome(of: event, given: states, under: policy, now: now)
      for state in outcome { states[state.card] = state }
    } catch {
      findings.append(.refusedByRules(index: index, error))
    }
  }

  private mutating func compareWithAnchor() {
    guard let anchor, anchor.head.count == head.count, anchor.head.hash != head.hash else { return }
    anchorFindings.append(.notTheAnchoredChain(anchored: head.count))
  }

  private static func read(
    _ anchorFile: [UInt8]?, _ key: LedgerKey
  ) -> (LedgerAnchor?, [LedgerFinding]) {
    guard let anchorFile else { return (nil, [.anchorMissing]) }
    do {
      let anchor = try LedgerAnchor(fileBytes: anchorFile)
      return anchor.isAuthentic(under: key) ? (anchor, []) : (nil, [.anchorForged])
    } catch {
      return (nil, [.anchorUnreadable(error)])
    }
  }
}
