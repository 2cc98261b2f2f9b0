import Custody
public import Domain
import GRDB

extension Store {
  /// So many people must see cards destroyed (SE Mendagri 470.13/11176/SJ, 13 December 2018).
  public static let neededWitnesses = 2

  /// Records that old or spoilt cards were cut and burnt before witnesses, under one document.
  ///
  /// - Parameter witnesses: Names, kept beside the log; at least ``neededWitnesses``.
  /// - Throws: ``StoreRefusal/witnessesMissing(needed:)``; `CustodyRefusal` if a card is not at the
  ///   office or is still good.
  public func destroy(
    _ cards: [CardID], witnesses: [String], by: String, now: Instant
  ) throws -> Destruction {
    let names = witnesses.map { $0.split(separator: "\n").joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard Set(names).count >= Self.neededWitnesses else {
      throw StoreRefusal.witnessesMissing(needed: Self.neededWitnesses)
    }
    return try commit(now: now) { database, books in
      let number = try nextDocument("MUSNAH", on: now.date(in: zone), in: database)
      for cards in Set(cards).sorted().inEvents {
        try books.ledger.append(
          EventDraft(
            kind: .destroyed, cards: cards, giver: .office, taker: .destruction, actor: by,
            document: number, detail: newDetail(note: names.joined(separator: "\n")),
            provenance: .scan))
      }
      return try destruction(number, in: database)
    }
  }

  /// - Throws: ``StoreRefusal/unknownDocument(_:)`` if there is none.
  public func destruction(_ number: String) throws -> Destruction {
    try file.read { try destruction(number, in: $0) }
  }

  func destruction(_ number: String, in database: Database) throws -> Destruction {
    let entries = try database.all(
      "SELECT * FROM entry WHERE document = ? AND kind = ? AND refusal IS NULL ORDER BY place",
      [number, Event.Kind.destroyed], LedgerEntry.init(row:))
    guard let first = entries.first else { throw StoreRefusal.unknownDocument(number) }
    let detail = try detail(of: first, in: database)
    return Destruction(
      number: number, at: first.event.time, by: first.event.actor,
      witnesses: detail?.note?.split(separator: "\n").map(String.init) ?? [],
      cards: entries.flatMap(\.event.cards).sorted())
  }
}
