import Custody
public import Domain
import GRDB

extension Store {
  /// What every holder had at the end of a day, in order of holder; residents and destruction stand
  /// for what has reached its end.
  ///
  /// A day has what came into the log on it, whenever it happened: a closing never changes once the
  /// day is over, and the next day opens with it.
  public func closing(on date: CalendarDate) throws -> [HolderClosing] {
    try file.read { database in
      var (holdings, missing) = try currentHoldings(in: database)
      // Back from now to the end of the day.
      let end = Instant(date.adding(days: 1), at: .midnight, in: zone)
      for entry in try acceptedEntries(from: end, in: database).reversed() {
        let event = entry.event
        for (holder, change) in event.changes { holdings[holder, default: 0] -= change }
        if let change = event.missingChange { missing[event.giver, default: 0] -= change }
      }
      let start = Instant(date, at: .midnight, in: zone)
      let entries = try acceptedEntries(from: start, until: end, in: database)
      var received: [Holder: Int] = [:]
      var given: [Holder: Int] = [:]
      for (holder, change) in entries.flatMap(\.event.changes) {
        if change > 0 { received[holder, default: 0] += change }
        if change < 0 { given[holder, default: 0] -= change }
      }
      let counts = lastCounts(in: entries.map(\.event))
      let holders = Set(holdings.filter { $0.value != 0 }.keys)
        .union(received.keys).union(given.keys).union(counts.keys).subtracting([.printer])
      return holders.sorted { $0.code < $1.code }.map { holder in
        let (closing, inward, outward) =
          (holdings[holder] ?? 0, received[holder] ?? 0, given[holder] ?? 0)
        return HolderClosing(
          holder: holder, opening: closing - inward + outward, received: inward, given: outward,
          closing: closing, missing: missing[holder] ?? 0, counted: counts[holder]?.present,
          missed: counts[holder]?.missed.sorted() ?? [])
      }
    }
  }

  private func currentHoldings(
    in database: Database
  ) throws -> (holdings: [Holder: Int], missing: [Holder: Int]) {
    var holdings: [Holder: Int] = [:]
    var missing: [Holder: Int] = [:]
    let rows: [(Holder, Int, Int)] = try database.all(
      """
      SELECT holder, count(*) AS cards, sum(status = 'missing') AS missing
      FROM card_custody GROUP BY holder
      """, []
    ) { (try $0.read("holder"), try $0.read("cards"), try $0.read("missing")) }
    for (holder, cards, lost) in rows {
      holdings[holder] = cards
      missing[holder] = lost
    }
    return (holdings, missing)
  }

  func acceptedEntries(
    from start: Instant, until end: Instant = Instant(milliseconds: .max), in database: Database
  ) throws -> [LedgerEntry] {
    try database.all(
      """
      SELECT * FROM entry WHERE received_at >= ? AND received_at < ? AND refusal IS NULL
      ORDER BY place
      """, [start, end], LedgerEntry.init(row:))
  }

  private func lastCounts(
    in events: [Event]
  ) -> [Holder: (document: String?, present: Int, missed: [CardID])] {
    var counts: [Holder: (document: String?, present: Int, missed: [CardID])] = [:]
    for event in events where event.kind == .counted || event.kind == .missing {
      let isNew = event.kind == .counted && counts[event.giver]?.document != event.document
      if isNew { counts[event.giver] = (event.document, 0, []) }
      guard var count = counts[event.giver], count.document == event.document else { continue }
      if event.kind == .counted { count.present += event.cards.count }
      if event.kind == .missing { count.missed += event.cards }
      counts[event.giver] = count
    }
    return counts
  }
}

extension Event {
  /// By how many cards the event changed what each holder has.
  fileprivate var changes: [(holder: Holder, change: Int)] {
    var changes: [(holder: Holder, change: Int)] = []
    if kind.movesCard, giver != taker, !cards.isEmpty {
      changes += [(giver, -cards.count), (taker, cards.count)]
    }
    // Old cards enter the ledger with whoever took them in.
    if kind == .withdrawn { changes = [(taker, cards.count)] }
    if !exchanged.isEmpty { changes.append((giver, exchanged.count)) }
    return changes
  }

  /// By how many the event changed the giver's missing cards.
  fileprivate var missingChange: Int? {
    switch kind {
    case .missing: cards.count
    case .found: -cards.count
    default: nil
    }
  }
}
