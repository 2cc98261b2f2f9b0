public import Custody
public import Domain
import GRDB

extension Store {
  /// Records that a clerk put cards into the bag of a run, and says what is missing or too many.
  ///
  /// - Parameter cards: What the clerk scanned; by default everything the run should have.
  /// - Returns: What the run should have of what lies at the office, against what was scanned. Cards
  ///   that are not on the run are named and not recorded.
  /// - Throws: ``StoreRefusal/runSuperseded(_:by:)``, ``StoreRefusal/unknownRun(_:)``.
  @discardableResult
  public func pack(
    _ id: RunID, _ cards: [CardID]? = nil, by: String, now: Instant
  ) throws -> Reconciliation {
    try commit(now: now) { database, books in
      if case .superseded(let plan) = try runStatus(id, in: database) {
        throw StoreRefusal.runSuperseded(id, by: plan)
      }
      let planned = try run(id, in: database).cards
      var expected: [CardID] = []
      for card in planned where try books.ledger.custody(of: card)?.status == .atOffice {
        expected.append(card)
      }
      let count = Reconciliation(expected: expected, counted: cards ?? expected)
      if !count.present.isEmpty {
        try books.ledger.append(
          EventDraft(
            kind: .packed, cards: count.present, giver: .office, taker: .office, actor: by, run: id,
            provenance: cards == nil ? .typed : .scan))
      }
      return count
    }
  }

  /// Records that cards came back to the office, and says what is still out.
  ///
  /// Cards that the giver has by the ledger and that were not brought are only named: the giver's
  /// device may still tell of them. Cards that the giver does not have are named too and not
  /// recorded.
  ///
  /// - Parameter giver: A courier, an organisation or a village office.
  /// - Parameter counted: What lies on the table, old cards too.
  @discardableResult
  public func receive(
    from giver: Holder, counted: [CardID], by: String, now: Instant
  ) throws -> Reconciliation {
    try commit(now: now) { database, books in
      let count = Reconciliation(expected: try cards(with: giver, in: database), counted: counted)
      for cards in count.present.inEvents {
        try books.ledger.append(
          EventDraft(
            kind: .returned, cards: cards, giver: giver, taker: .office, actor: by,
            provenance: .scan))
      }
      return count
    }
  }

  /// Records that a resident, or someone for them, took cards at the counter of the office or at a
  /// village office.
  ///
  /// - Parameter exchanged: The old cards taken in exchange.
  /// - Parameter receiverName: Of whoever took the cards, where it was not the resident; it is kept
  ///   beside the log.
  /// - Throws: `CustodyRefusal` if `holder` does not have a card, or the policy forbids it.
  @discardableResult
  public func hand(
    _ cards: [CardID], from holder: Holder = .office, to recipient: Recipient, proofs: [Proof],
    exchanged: [CardID] = [], receiverName: String? = nil, by: String, now: Instant
  ) throws -> LedgerEntry {
    try commit(now: now) { _, books in
      try books.ledger.append(
        EventDraft(
          kind: .delivered, cards: cards, giver: holder, taker: .resident, actor: by,
          recipient: recipient, proofs: proofs, exchanged: exchanged,
          detail: newDetail(receiverName: receiverName)))
    }
  }

  /// Records old cards that residents gave up at the office outside a delivery.
  ///
  /// - Parameter cards: Of each, the number of the old card or of its successor.
  @discardableResult
  public func withdraw(_ cards: [CardID], by: String, now: Instant) throws -> LedgerEntry {
    try commit(now: now) { _, books in
      try books.ledger.append(
        EventDraft(
          kind: .withdrawn, cards: Set(cards.map(\.old)).sorted(), giver: .resident,
          taker: .office, actor: by))
    }
  }

  /// The cards that a holder has by the ledger and that are not missing, in order of number.
  func cards(with holder: Holder, in database: Database) throws -> [CardID] {
    try database.all(
      "SELECT card FROM card_custody WHERE holder = ? AND status <> ? ORDER BY card",
      [holder, CardCustody.Status.missing]
    ) { try $0.read("card") }
  }
}

extension [CardID] {
  /// In pieces of which no event grows without bound.
  var inEvents: [[CardID]] {
    stride(from: 0, to: count, by: 500).map { Array(self[$0..<Swift.min(count, $0 + 500)]) }
  }
}
