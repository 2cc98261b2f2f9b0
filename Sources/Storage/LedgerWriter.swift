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
  private let insertEntry: RepeatedStatement
  private let insertNode: RepeatedStatement
  private let insertCard: RepeatedStatement
  private let insertItem: RepeatedStatement
  private let saveCustody: RepeatedStatement
  private let saveDetail: RepeatedStatement
  private let keys: OfficeKeys

  init(_ database: Database, of store: Store, now: Instant) throws {
    self.now = now
    frontier = try store.frontier(in: database)
    policy = store.policy
    keys = store.keys
    signing = keys.signing
    officeChain = try store.officeChain(in: database)
    selectCustody = try database.cachedStatement(
      sql: """
        SELECT \(CardCustody.columns) FROM card_custody
        WHERE card IN (SELECT value FROM json_each(?))
        """)
    insertEntry = try RepeatedStatement(
      "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    insertNode = try RepeatedStatement("INSERT INTO node VALUES (?, ?, ?)", in: database)
    insertCard = try RepeatedStatement(
      "INSERT OR IGNORE INTO entry_card VALUES (?, ?)", in: database)
    insertItem = try RepeatedStatement("INSERT INTO post_item VALUES (?, ?, ?)", in: database)
    saveCustody = try RepeatedStatement(
      """
      INSERT INTO card_custody VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (card) DO UPDATE SET
        holder = excluded.holder, status = excluded.status, attempts = excluded.attempts,
        last_failure = excluded.last_failure, since = excluded.since
      """, in: database)
    saveDetail = try RepeatedStatement("INSERT INTO detail VALUES (?, ?)", in: database)
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
    try read(event.cards)
    if !event.exchanged.isEmpty { try read(event.exchanged) }
    let old = event.cards.filter(\.isOld)
    if !old.isEmpty { try read(old.map(\.new)) }
    return try CustodyRules.outcome(
      of: event, given: states, recordedFor: courier, under: policy, now: now)
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
        try insertItem.run(item.description, card.description, entry.place)
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
    for some in Set(cards).sorted().inEvents { try read(some) }
  }

  /// Where a card is after all that is recorded so far; nothing if the ledger does not know it.
  mutating func custody(of card: CardID) throws -> CardCustody? {
    try read([card])
    return states[card]
  }

  private mutating func append(_ leaf: LedgerLeaf, _ sealedDetail: Data?) throws -> LedgerEntry {
    let event = leaf.event
    let body = leaf.bytes
    let hash = MerkleTree.leafHash(body)
    let place = frontier.size + 1
    try insertEntry.run(
      place, event.id.device, event.id.sequence, event.kind.rawValue, event.run?.description,
      event.document, leaf.refusal, leaf.flagText, leaf.settledEvent?.data,
      leaf.signed.hash.data, hash.data, Data(body), now.milliseconds)
    for node in frontier.append(hash) {
      try insertNode.run(node.level, node.place, node.hash.data)
    }
    // An event that names a card twice is refused, and yet an entry.
    for card in event.cards { try insertCard.run(card.description, place) }
    for card in event.exchanged { try insertCard.run(card.description, place) }
    if let sealedDetail { try saveDetail.run(place, sealedDetail) }
    return LedgerEntry(place: place, leaf: leaf)
  }

  private mutating func save(_ outcome: [CardCustody]) throws {
    for custody in outcome {
      states[custody.card] = custody
      try saveCustody.run(
        custody.card.description, custody.holder.code, custody.status.rawValue, custody.attempts,
        custody.lastFailure?.rawValue, custody.since.milliseconds)
    }
  }

  /// Reads the states of cards that have not been looked at yet.
  private mutating func read(_ cards: [CardID]) throws {
    let unread = cards.filter { states[$0] == nil }
    guard !unread.isEmpty else { return }
    let rows = try ColumnRows(selectCustody, [Self.list(unread)])
    while var columns = try rows.next() {
      let custody = try CardCustody(&columns)
      states[custody.card] = custody
    }
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
  /// The columns that say what a card's state is, in the order in which they are read.
  static let columns = "card, holder, status, attempts, last_failure, since"

  init(_ columns: inout Columns) throws {
    self.init(
      card: try columns.next(), holder: try columns.next(), status: try columns.next(),
      attempts: try columns.next(), lastFailure: try columns.nextIfPresent(),
      since: try columns.next())
  }

  init(row: Row) throws {
    self.init(
      card: try row.read("card"), holder: try row.read("holder"), status: try row.read("status"),
      attempts: try row.read("attempts"), lastFailure: try row.readIfPresent("last_failure"),
      since: try row.read("since"))
  }
}
