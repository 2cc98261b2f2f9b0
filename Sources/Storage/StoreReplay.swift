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
    let columns: Columns
    let body: [UInt8]
    let leafHash: [UInt8]
    let cards: [String]
    let items: [String]
    let sealedDetail: Data?
  }

  /// What the columns of `entry` say in place of the leaf.
  private struct Columns: Hashable, Sendable {
    let texts: [String?]
    let hashes: [Data?]
    let receivedAt: Int64

    init(row: Row) throws {
      texts =
        try ["device", "kind", "run", "document", "refusal", "flags"].map {
          try row.readIfPresent($0)
        } + ["\(try row.read("sequence") as Int64)"]
      hashes = try ["corrects", "event_hash"].map { try row.readIfPresent($0) }
      receivedAt = try row.read("received_at")
    }

    init(of leaf: LedgerLeaf) {
      let event = leaf.event
      texts = [
        event.id.device, event.kind.rawValue, event.run?.description, event.document,
        leaf.refusal, leaf.flagText, "\(event.id.sequence)",
      ]
      hashes = [leaf.settledEvent, leaf.signed.hash].map { $0.map { Data($0.bytes) } }
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
      database, sql: "SELECT place, card AS text FROM entry_card ORDER BY place, card")
    var items = try PlacedTexts(
      database,
      sql: "SELECT entry AS place, item || ' ' || card AS text FROM post_item ORDER BY 1, 2")
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT entry.*, detail.sealed AS sealed_detail FROM entry
        LEFT JOIN detail USING (place) ORDER BY place
        """)
    var batch: [StoredRow] = []
    let examination = Mutex(self)
    let examining = DispatchGroup()
    defer { examining.wait() }
    func examine(_ batch: [StoredRow]) {
      examining.wait()
      progress(examination.withLock(\.entryCount), total)
      DispatchQueue.global().async(group: examining) { examination.withLock { $0.take(batch) } }
    }
    while let row = try rows.next() {
      let place: Int = try row.read("place")
      batch.append(
        StoredRow(
          place: place, columns: try Columns(row: row), body: Array(try row.read("body") as Data),
          leafHash: Array(try row.read("leaf_hash") as Data), cards: try cards.texts(of: place),
          items: try items.texts(of: place),
          sealedDetail: try row.readIfPresent("sealed_detail")))
      if batch.count == Self.batchCount {
        examine(batch)
        batch.removeAll()
      }
    }
    examine(batch)
    examining.wait()
    self = examination.withLock { $0 }
    progress(entryCount, total)
    let nodes = try Row.fetchCursor(database, sql: "SELECT * FROM node ORDER BY level, place")
    while let row = try nodes.next() {
      verifier.check(
        level: try row.read("level"), place: try row.read("place"),
        nodeHash: Array(try row.read("hash") as Data))
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
    if row.columns != Columns(of: leaf) { findings.append(.entryMisfiled(index: row.place)) }
    if row.cards != Set(event.cards + event.exchanged).map(\.description).sorted() {
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
    if event.kind == .enrolled, let device = event.registration?.device {
      enrolments[device.description] = place
    }
    if event.kind == .erased { erased.formUnion(event.cards) }
    if lacksDetail { withoutDetail.append((place, event.cards)) }
  }
}

/// The texts that a table lists for each entry, read once from the first place to the last.
private struct PlacedTexts {
  private let rows: RowCursor
  private var next: (place: Int, text: String)?

  init(_ database: Database, sql: String) throws {
    rows = try Row.fetchCursor(database, sql: sql)
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
    next = try rows.next().map { (try $0.read("place"), try $0.read("text")) }
  }
}
