import Custody
import Domain
import Foundation
import GRDB

/// Follows the journal from its beginning and compares it with its anchor, with the columns by which
/// its entries are found, and with the tables whose digests it keeps.
struct JournalExamination: Sendable {
  private(set) var findings: [StoreFinding] = []
  private(set) var entryCount = 0
  private var digests: [String: String] = [:]

  init(of store: Store, anchorText: String?, in database: Database) throws {
    let anchor = try? store.anchor.content(of: anchorText)
    var head = JournalHead.genesis(workspaceID: store.workspaceID)
    var isAnchored = anchor?.journal == head
    let key = store.keys.ledgerKey
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM journal ORDER BY place")
    while let row = try rows.next() {
      let place: Int = try row.read("place")
      let body = Array(try row.read("body") as Data)
      let next = head.appending(body)
      let seal: Fingerprint? = try readable { try row.read("seal") }
      let hash: Fingerprint? = try readable { try row.read("hash") }
      if place != next.count || hash != next.hash
        || !(seal.map { key.verifies($0, of: next.hash) } ?? false)
      {
        findings.append(.journalChanged(index: place))
      }
      // Go on from what is stored, so that one fault does not make every later entry look faulty.
      head = JournalHead(count: place, hash: hash ?? next.hash)
      if head == anchor?.journal { isAnchored = true }
      try compare(row, JournalEntry(bytes: body), at: place, in: database)
      entryCount += 1
    }
    if let anchored = anchor?.journal, anchored.count > head.count {
      findings.append(.journalCut(entries: head.count, anchored: anchored.count))
    } else if !isAnchored {
      findings.append(.journalNotAnchored)
    }
    for register in Register.allCases
    where try digests[register.rawValue] != register.digest(in: database).description {
      findings.append(.registerChanged(register.rawValue))
    }
  }

  private mutating func compare(
    _ row: Row, _ entry: JournalEntry?, at place: Int, in database: Database
  ) throws {
    guard let entry else { return findings.append(.journalChanged(index: place)) }
    let cards: [String] = try database.all(
      "SELECT card FROM journal_card WHERE place = ? ORDER BY card", [place]
    ) { try $0.read("card") }
    let isFiled =
      try row.read("kind") == entry.kind.rawValue
      && row.readIfPresent("subject") == entry.subject && row.read("at") == entry.at
      && cards == entry.cards ?? []
    if !isFiled { findings.append(.journalMisfiled(index: place)) }
    if entry.kind == .register, let table = entry.subject { digests[table] = entry.digest }
  }
}
