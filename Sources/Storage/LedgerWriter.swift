import Custody
import Domain
import Foundation
import GRDB

/// The open end of the log within one transaction: the only place where custody changes.
///
/// Invariant: `entry`, `node`, `entry_card` and `card_custody` change together or not at all.
struct LedgerWriter {
  /// The tree after everything appended so far.
  private(set) var frontier: MerkleFrontier
  let now: Instant
  private let policy: CustodyPolicy
  private let signing: SigningKey
  /// The chain of what the office itself records.
  private var officeChain: DeviceChain
  /// The states of cards that this transaction has looked at.
  private var states: [CardID: CardCustody] = [:]
  private let selectCustody: Statement
  private let insertEntry: Statement
  private let insertNode: Statement
  private let insertCard: Statement
  private let insertItem: Statement
  private let saveCustody: Statement
  private let saveDetail: Statement
  private let keys: OfficeKeys

  init(_ database: Database, of store: Store, now: Instant) throws {
    self.now = now
    frontier = try store.frontier(in: database)
    policy = store.policy
    keys = store.keys
    signing = keys.signing
    officeChain = try store.officeChain(in: database)
    selectCustody = try database.cachedStatement(
      sql: "SELECT * FROM card_custody WHERE card IN (SELECT value FROM json_each(?))")
    insertEntry = try database.cachedStatement(
      sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertNode = try database.cachedStatement(sql: "INSERT INTO node VALUES (?, ?, ?)")
    insertCard = try database.cachedStatement(sql: "INSERT OR IGNORE INTO entry_card VALUES (?, ?)")
    insertItem = try database.cachedStatement(sql: "INSERT INTO post_item VALUES (?, ?, ?)")
    saveCustody = try database.cachedStatement(
      sql: """
        INSERT INTO card_custody VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (card) DO UPDATE SET
          holder = excluded.holder, status = excluded.status, attempts = excluded.attempts,
          last_failure = excluded.last_failure, since = excluded.since
        """)
    saveDetail = try database.cachedStatement(sql: "INSERT INTO detail VALUES (?, ?)")
  }

  /// Records what the office did itself, under its next number, and signs it.
  ///
  /// - Throws: `CustodyRefusal`, before anything has changed.
  @discardableResult
  mutating func append(_ draft: EventDraft) throws -> LedgerEntry {
    let id = Event.ID(
      device: DeviceID.office.description, sequence: officeChain.head.count + 1)
    let event = draft.event(id, now: now, policy: policy.version)
    let outcome = try outcome(of: event)
    let signed = try officeChain.sign(event, with: signing)
    return try append(
      signed, outcome: outcome, flags: [],
      sealedDetail: try draft.detail.map { try keys.sealed($0, of: signed.hash) })
  }

  /// What the rules make of an event, given all that is recorded so far.
  ///
  /// - Parameter courier: Whose device recorded it; nothing for the office.
  mutating func outcome(of event: Event, recordedFor courier: CourierID? = nil) throws
    -> [CardCustody]
  {
    let known = try states(
      of: event.cards + event.exchanged + event.cards.filter(\.isOld).map(\.new))
    return try CustodyRules.outcome(
      of: event, given: known, recordedFor: courier, under: policy, now: now)
  }

  /// Appends an event that the rules accept, with what they make of its cards.
  ///
  /// - Parameter sealedDetail: Its personal content, to be kept beside the log.
  @discardableResult
  mutating func append(
    _ signed: SignedEvent, outcome: [CardCustody], flags: [ReviewFlag], sealedDetail: Data?
  ) throws -> LedgerEntry {
    let entry = try append(
      LedgerLeaf(signed: signed, receivedAt: now, flags: flags), sealedDetail)
    try save(outcome)
    if let item = signed.event.item {
      for card in signed.event.cards {
        try insertItem.execute(arguments: [item, card, entry.place])
      }
    }
    return entry
  }

  /// Appends an event that is not believed: it is kept, and no card moves.
  @discardableResult
  mutating func refuse(
    _ signed: SignedEvent, code: String, sealedDetail: Data?
  ) throws -> LedgerEntry {
    try append(
      LedgerLeaf(signed: signed, receivedAt: now, verdict: .refused(code)), sealedDetail)
  }

  /// Reads the states of many cards at once, before they are asked for one by one.
  mutating func prepare(_ cards: [CardID]) throws {
    for some in Set(cards).sorted().inEvents { _ = try states(of: some) }
  }

  /// Where a card is after all that is recorded so far; nothing if the ledger does not know it.
  mutating func custody(of card: CardID) throws -> CardCustody? { try states(of: [card])[card] }

  private mutating func append(_ leaf: LedgerLeaf, _ sealedDetail: Data?) throws -> LedgerEntry {
    let event = leaf.event
    let body = leaf.bytes
    let hash = MerkleTree.leafHash(body)
    let place = frontier.size + 1
    insertEntry.setUncheckedArguments([
      place, event.id.device, event.id.sequence, event.kind, event.run, event.document,
      leaf.refusal, leaf.flagText, leaf.settledEvent, leaf.signed.hash, hash, Data(body), now,
    ])
    try insertEntry.execute()
    for node in frontier.append(hash) {
      insertNode.setUncheckedArguments([node.level, node.place, node.hash])
      try insertNode.execute()
    }
    let cards = event.cards + event.exchanged
    // An event that names a card twice is refused, and yet an entry.
    for card in cards {
      insertCard.setUncheckedArguments([card, place])
      try insertCard.execute()
    }
    if let sealedDetail {
      saveDetail.setUncheckedArguments([place, sealedDetail])
      try saveDetail.execute()
    }
    return LedgerEntry(place: place, leaf: leaf)
  }

  private mutating func save(_ outcome: [CardCustody]) throws {
    for custody in outcome {
      states[custody.card] = custody
      saveCustody.setUncheckedArguments(custody.columns)
      try saveCustody.execute()
    }
  }

  private mutating func states(of cards: [CardID]) throws -> [CardID: CardCustody] {
    let unread = cards.filter { states[$0] == nil }
    if !unread.isEmpty {
      let rows = try Row.fetchCursor(selectCustody, arguments: [Self.list(unread)])
      while let row = try rows.next() {
        let custody = try CardCustody(row: row)
        states[custody.card] = custody
      }
    }
    var found: [CardID: CardCustody] = [:]
    for card in cards { found[card] = states[card] }
    return found
  }

  /// The cards as a list in JSON, which a statement takes as one argument.
  static func list(_ cards: [CardID]) -> String {
    "[\(cards.map { "\"\($0)\"" }.joined(separator: ","))]"
  }
}

extension LedgerLeaf {
  var flagText: String { flags.map(\.rawValue).joined(separator: " ") }

  /// The event that this one settles, if it is a correction that was accepted.
  var settledEvent: Fingerprint? { verdict == .accepted ? event.correction?.event : nil }
}

extension CardCustody {
  init(row: Row) throws {
    self.init(
      card: try row.read("card"), holder: try row.read("holder"), status: try row.read("status"),
      attempts: try row.read("attempts"), lastFailure: try row.readIfPresent("last_failure"),
      since: try row.read("since"))
  }

  fileprivate var columns: StatementArguments {
    [card, holder, status, attempts, lastFailure, since]
  }
}
