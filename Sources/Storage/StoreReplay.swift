import Custody
import Dispatch
import Domain
import Foundation
import GRDB
import Synchronization

/// Leads every stored entry past the verifier and compares what the store repeats of it.
///
/// While some entries are examined on all processors, the next are read.
struct StoreReplay: Sendable {
  /// What moved under one handover document.
  struct Movement: Hashable, Sendable {
    var cards: Set<CardID>
    let giver: Holder
    let taker: Holder
    let time: Instant
  }

  var verifier: LogVerifier
  private(set) var findings: [StoreFinding] = []
  private(set) var entryCount = 0
  /// By the number of the document.
  private(set) var moved: [String: Movement] = [:]
  /// The place of each device's enrolment.
  private(set) var enrolments: [String: Int] = [:]
  /// The place of each revocation of a device.
  private(set) var revocations: [String: Int] = [:]
  /// The cards whose residents' data the ledger says were erased.
  private(set) var erased: Set<CardID> = []
  private let store: Store
  private var detailCount = 0
  private var withoutDetail: [(place: Int, cards: [CardID])] = []

  init(verifier: LogVerifier, of store: Store) {
    self.verifier = verifier
    self.store = store
  }

  /// An entry as it is stored, with what lies beside it.
  private struct StoredRow: Sendable {
    let place: Int
    let filing: Filing
    let body: [UInt8]
    let leafHash: [UInt8]
    let sealedDetail: Data?
    let cards: [String]
    let items: [String]

    /// Without the cards and items, which stand in tables of their own.
    static let query = """
      SELECT place, \(Filing.columns), body, leaf_hash, detail.sealed
      FROM entry LEFT JOIN detail USING (place) ORDER BY place
      """

    init(
      _ columns: inout Columns, cards: inout PlacedTexts, items: inout PlacedTexts
    ) throws {
      place = try columns.next()
      filing = try Filing(&columns)
      body = try columns.nextBytes()
      leafHash = try columns.nextBytes()
      sealedDetail = try columns.nextIfPresent()
      self.cards = try cards.texts(of: place)
      self.items = try items.texts(of: place)
    }
  }

  /// What the columns of `entry` say in place of the leaf.
  private struct Filing: Equatable, Sendable {
    let device: String?
    let sequence: Int
    let kind: String?
    let run: String?
    let document: String?
    let refusal: String?
    let flags: String?
    let corrects: Data?
    let eventHash: Data?
    let receivedAt: Int64

    static let columns = """
      device, sequence, kind, run, document, refusal, flags, corrects, event_hash, received_at
      """

    init(_ columns: inout Columns) throws {
      device = try columns.nextIfPresent()
      sequence = try columns.next()
      kind = try columns.nextIfPresent()
      run = try columns.nextIfPresent()
      document = try columns.nextIfPresent()
      refusal = try columns.nextIfPresent()
      flags = try columns.nextIfPresent()
      corrects = try columns.nextIfPresent()
      eventHash = try columns.nextIfPresent()
      receivedAt = try columns.next()
    }

    init(of leaf: LedgerLeaf) {
      let event = leaf.event
      device = event.id.device
      sequence = event.id.sequence
      kind = event.kind.rawValue
      run = event.run?.description
      document = event.document
      refusal = leaf.refusal
      flags = leaf.flagText
      corrects = leaf.settledEvent?.data
      eventHash = leaf.signed.hash.data
      receivedAt = leaf.receivedAt.milliseconds
    }
  }

  /// What became of one row, judged on any processor.
  private struct Examined: Sendable {
    let entry: ExaminedEntry
    let findings: [StoreFinding]
    let hasDetail: Bool
    let lacksDetail: Bool
  }

  private static let batchCount = 8192

  mutating func run(in database: Database, progress: (Int, Int) -> Void) throws {
    let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
    var cards = try PlacedTexts(
      database.rows("SELECT place, card FROM entry_card ORDER BY place, card"))
    var items = try PlacedTexts(
      database.rows("SELECT entry, item || ' ' || card FROM post_item ORDER BY 1, 2"))
    let rows = try database.rows(StoredRow.query)
    var batch: [StoredRow] = []
    let examination = Mutex(self)
    let examining = DispatchGroup()
    defer { examining.wait() }
    func examine(_ batch: [StoredRow]) {
      examining.wait()
      progress(examination.withLock(\.entryCount), total)
      DispatchQueue.global().async(group: examining) { examination.withLock { $0.take(batch) } }
    }
    while var columns = try rows.next() {
      batch.append(try StoredRow(&columns, cards: &cards, items: &items))
      if batch.count == Self.batchCount {
        examine(batch)
        batch.removeAll()
      }
    }
    examine(batch)
    examining.wait()
    self = examination.withLock { $0 }
    progress(entryCount, total)
    let nodes = try database.rows("SELECT level, place, hash FROM node ORDER BY level, place")
    while var node = try nodes.next() {
      verifier.check(
        level: try node.next(), place: try node.next(), nodeHash: try node.nextBytes())
    }
  }

  /// What is wrong with personal contents, once all erasures are known.
  func detailFindings(in database: Database) throws -> [StoreFinding] {
    let stored = try Int.fetchOne(database, sql: "SELECT count(*) FROM detail") ?? 0
    return withoutDetail.filter { erased.isDisjoint(with: $0.cards) }
      .map { .detailMissing(index: $0.place) }
      + (stored > detailCount ? [.detailsUnexplained(stored - detailCount)] : [])
  }

  private mutating func take(_ batch: [StoredRow]) {
    let keys = store.keys
    let chunk = 256
    let chunks = stride(from: 0, to: batch.count, by: chunk).map {
      batch[$0..<min(batch.count, $0 + chunk)]
    }
    let examined = onAllProcessors(chunks) { rows in
      rows.map { Self.examine($0, openedWith: keys) }
    }.flatMap(\.self)
    verifier.check(examined.map(\.entry))
    entryCount += batch.count
    for examined in examined {
      findings += examined.findings
      if examined.hasDetail { detailCount += 1 }
      if let leaf = try? examined.entry.leaf.get() {
        remember(leaf, at: examined.entry.place, lacksDetail: examined.lacksDetail)
      }
    }
  }

  private static func examine(_ row: StoredRow, openedWith keys: OfficeKeys) -> Examined {
    let entry = ExaminedEntry(place: row.place, leaf: row.body, leafHash: row.leafHash)
    let hasDetail = row.sealedDetail != nil
    guard let leaf = try? entry.leaf.get() else {
      return Examined(entry: entry, findings: [], hasDetail: hasDetail, lacksDetail: false)
    }
    let event = leaf.event
    var findings: [StoreFinding] = []
    if row.filing != Filing(of: leaf) { findings.append(.entryMisfiled(index: row.place)) }
    if row.cards != Set(event.cards + event.exchanged).sorted().map(\.description) {
      findings.append(.entryCardsDiffer(index: row.place))
    }
    let items =
      leaf.verdict == .accepted
      ? event.item.map { item in event.cards.map { "\(item) \($0)" } } : nil
    if row.items != (items ?? []) { findings.append(.postItemsDiffer(index: row.place)) }
    if let sealed = row.sealedDetail {
      let detail = try? keys.openedDetail(sealed, of: leaf.signed.hash)
      if detail?.commitment != event.detail { findings.append(.detailChanged(index: row.place)) }
    }
    let lacksDetail =
      leaf.verdict == .accepted && event.detail != nil && row.sealedDetail == nil
      && !leaf.flags.contains(.detailMissing)
    return Examined(
      entry: entry, findings: findings, hasDetail: hasDetail, lacksDetail: lacksDetail)
  }

  private mutating func remember(_ leaf: LedgerLeaf, at place: Int, lacksDetail: Bool) {
    guard leaf.verdict == .accepted else { return }
    let event = leaf.event
    if event.kind == .handedOver, let document = event.document {
      moved[
        document,
        default: Movement(cards: [], giver: event.giver, taker: event.taker, time: event.time)
      ].cards.formUnion(event.cards)
    }
    if let device = event.registration?.device.description {
      if event.kind == .enrolled { enrolments[device] = place }
      if event.kind == .revoked { revocations[device] = place }
    }
    if event.kind == .erased { erased.formUnion(event.cards) }
    if lacksDetail { withoutDetail.append((place, event.cards)) }
  }
}

/// The texts that a table lists for each entry, read once from the first place to the last.
private struct PlacedTexts {
  private let rows: ColumnRows
  private var next: (place: Int, text: String)?

  /// - Parameter rows: A place and a text each, in order of place.
  init(_ rows: ColumnRows) throws {
    self.rows = rows
    try advance()
  }

  /// The texts of one entry, in order; asked for places in ascending order.
  mutating func texts(of place: Int) throws -> [String] {
    var texts: [String] = []
    while let (found, text) = next, found <= place {
      if found == place { texts.append(text) }
      try advance()
    }
    return texts
  }

  private mutating func advance() throws {
    guard var columns = try rows.next() else { return next = nil }
    next = (try columns.next(), try columns.next())
  }
}
