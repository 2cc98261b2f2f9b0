import Custody
public import Domain
import GRDB

extension Store {
  /// Where cards rest and since when, but for those at the end of their story.
  ///
  /// - Parameter limit: How many of the oldest are named.
  public func ageing(now: Instant, limit: Int = 100) throws -> Ageing {
    try file.read { database in
      let open = "status NOT IN ('delivered', 'destroyed')"
      let bounds = Ageing.upToDays.map { now.milliseconds - Int64($0 + 1) * 86_400_000 }
      let columns = bounds.indices.map { index in
        let newer = index == 0 ? "" : " AND since <= \(bounds[index - 1])"
        return "sum(since > \(bounds[index])\(newer)) AS column\(index)"
      }
      let last = bounds.last.map { "sum(since <= \($0)) AS column\(bounds.count)" }
      let query = """
        SELECT holder, status, \((columns + [last].compactMap(\.self)).joined(separator: ", "))
        FROM card_custody WHERE \(open) GROUP BY holder, status ORDER BY holder, status
        """
      let rows = try database.all(query) { row in
        Ageing.Row(
          holder: try row.read("holder"), status: try row.read("status"),
          cards: try (0...bounds.count).map { try row.read("column\($0)") })
      }
      return Ageing(
        rows: rows,
        oldest: try database.rows(
          """
          SELECT \(CardCustody.columns) FROM card_custody WHERE \(open)
          ORDER BY since, card LIMIT ?
          """, [limit]
        ).all { try CardCustody(&$0) })
    }
  }

  /// What came back to the office, what was given up and what was destroyed.
  ///
  /// - Parameter last: The last day, by when it came into the log.
  public func returnedAndDestroyed(
    from first: CalendarDate, through last: CalendarDate
  ) throws -> ReturnsRecord {
    try file.read { database in
      let entries = try acceptedEntries(
        from: Instant(first, at: .midnight, in: zone),
        until: Instant(last.adding(days: 1), at: .midnight, in: zone), in: database)
      let returned = try entries.filter { $0.event.kind == .returned }.flatMap { entry in
        try entry.event.cards.map { card in
          let custody = try custody(of: card, in: database)
          return ReturnsRecord.ReturnedCard(
            card: card, from: entry.event.giver, at: entry.event.time,
            lastFailure: custody.lastFailure, status: custody.status)
        }
      }
      let documents = Set(
        entries.filter { $0.event.kind == .destroyed }.compactMap(\.event.document))
      return ReturnsRecord(
        returned: returned,
        withdrawn: entries.flatMap { entry in
          entry.event.kind == .withdrawn ? entry.event.cards : entry.event.exchanged
        },
        destructions: try documents.sorted().map { try destruction($0, in: database) },
        waiting: try database.all(
          "SELECT card FROM card_custody WHERE holder = ? AND status = ? ORDER BY card",
          [Holder.office, CardCustody.Status.withdrawn]
        ) { try $0.read("card") })
    }
  }
}
