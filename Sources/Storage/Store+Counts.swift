public import Custody
public import Domain
import GRDB

extension Store {
  /// Records a count of everything a holder has: cards found, missing, and found again.
  ///
  /// Cards that the ledger has with the holder and that were not found are missing from now on;
  /// missing ones that were found are with the holder again. What else was found is named, kept in
  /// words beside the log, and stays where the ledger has it until someone looks into it.
  ///
  /// - Parameter holder: The office, a courier, an organisation or a village office.
  /// - Parameter found: Everything there, old cards too.
  @discardableResult
  public func count(
    _ holder: Holder, found: [CardID], by: String, now: Instant
  ) throws -> Reconciliation {
    guard holder.keepsCards else { throw StoreRefusal.notAHolderOfCards(holder) }
    return try commit(now: now) { database, books in
      let count = Reconciliation(
        expected: try cards(with: holder, in: database), counted: found)
      var recovered: [CardID] = []
      var strange: [CardID] = []
      for card in count.extra {
        if let custody = try books.ledger.custody(of: card), custody.status == .missing,
          custody.holder == holder
        {
          recovered.append(card)
        } else {
          strange.append(card)
        }
      }
      let document = try nextCountNumber(on: now.date(in: zone), in: database)
      func event(_ kind: Event.Kind, _ cards: [CardID], note: String? = nil) -> EventDraft {
        EventDraft(
          kind: kind, cards: cards, giver: holder, taker: holder, actor: by, document: document,
          detail: newDetail(note: note), provenance: .scan)
      }
      let note =
        strange.isEmpty ? nil : "extra " + strange.map(\.description).joined(separator: " ")
      let present = count.present.isEmpty ? [[]] : count.present.inEvents
      for (index, cards) in present.enumerated() {
        try books.ledger.append(event(.counted, cards, note: index == 0 ? note : nil))
      }
      for cards in count.missing.inEvents { try books.ledger.append(event(.missing, cards)) }
      for cards in recovered.inEvents { try books.ledger.append(event(.found, cards)) }
      return count
    }
  }

  /// `HITUNG/1871/20170727/001`: under it stand all events of one count.
  private func nextCountNumber(on date: CalendarDate, in database: Database) throws -> String {
    try nextDocument("HITUNG", on: date, in: database)
  }

  /// The next number of a series of documents that stand nowhere but in the log.
  func nextDocument(
    _ series: String, on date: CalendarDate, in database: Database
  ) throws -> String {
    let beginning = "\(series)/\(regency.digits)/\(date.description.filter { $0 != "-" })/"
    let last: String? = try database.first(
      """
      SELECT document FROM entry WHERE document >= ? AND document < ? AND refusal IS NULL
      ORDER BY length(document) DESC, document DESC LIMIT 1
      """, [beginning, beginning + "~"]
    ) { try $0.read("document") }
    let serial = last.flatMap { Int($0.dropFirst(beginning.count)) } ?? 0
    let digits = String(serial + 1)
    return beginning + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

extension Holder {
  fileprivate var keepsCards: Bool {
    switch self {
    case .office, .organisation, .courier, .villageOffice: true
    case .printer, .resident, .destruction: false
    }
  }
}
