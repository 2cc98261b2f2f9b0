import Custody
public import Domain
import GRDB

extension Store {
  /// What became of the runs of one day.
  public func dayRecord(_ date: CalendarDate) throws -> DayRecord {
    try file.read { database in
      let runs = try database.all(
        """
        SELECT run.id FROM run JOIN plan ON plan.id = plan
        WHERE plan.date = ? AND superseded_by IS NULL
        """, [date]
      ) { try $0.read("id") as RunID }.sorted()
      let events = try runs.map { try eventsOfRun($0, in: database) }
      let lines = try zip(runs, events).map { try line(of: $0, events: $1, in: database) }
      let all = events.flatMap(\.self)
      return DayRecord(
        date: date, runs: lines,
        deliveredByRecipient: Recipient.allCases.compactMap { recipient in
          let cards = all.cardCount { $0.kind == .delivered && $0.recipient == recipient }
          return cards == 0 ? nil : DayRecord.RecipientCount(recipient: recipient, cards: cards)
        },
        failedByReason: FailureReason.allCases.compactMap { reason in
          let cards = all.cardCount { $0.kind == .failed && $0.reason == reason }
          return cards == 0 ? nil : DayRecord.ReasonCount(reason: reason, cards: cards)
        },
        returned: all.cardCount { $0.kind == .returned },
        lateSyncs: lines.filter { isLate($0, on: date) }.map(\.run),
        reviews: try reviews(includingSettled: false, in: database).filter { review in
          review.entry.event.run.map(runs.contains) ?? false
        })
    }
  }

  private func eventsOfRun(_ run: RunID, in database: Database) throws -> [Event] {
    try database.all(
      "SELECT * FROM entry WHERE run = ? AND refusal IS NULL ORDER BY place", [run]
    ) { try LedgerEntry(row: $0).event }
  }

  private func line(
    of run: RunID, events: [Event], in database: Database
  ) throws -> DayRecord.RunLine {
    let query = """
      SELECT courier,
        (SELECT count(*) FROM run_card WHERE run = run.id) AS planned,
        (SELECT count(*) FROM run_card JOIN card_custody USING (card)
          WHERE run = run.id AND holder = 'courier:' || courier) AS still_out,
        (SELECT min(received_at) FROM entry
          WHERE run = run.id AND device <> 'office') AS first_sync,
        (SELECT max(received_at) FROM entry
          WHERE run = run.id AND device <> 'office') AS last_sync
      FROM run WHERE id = ?
      """
    let line = try database.first(query, [run]) { row in
      DayRecord.RunLine(
        run: run, courier: try row.read("courier"), planned: try row.read("planned"),
        handedOut: events.cardCount { $0.kind == .handedOver },
        delivered: events.cardCount { $0.kind == .delivered },
        stillOut: try row.read("still_out"), firstSync: try row.readIfPresent("first_sync"),
        lastSync: try row.readIfPresent("last_sync"))
    }
    guard let line else { throw StoreRefusal.unknownRun(run) }
    return line
  }

  private func isLate(_ line: DayRecord.RunLine, on date: CalendarDate) -> Bool {
    guard let lastSync = line.lastSync else { return line.handedOut > 0 }
    return lastSync.date(in: zone) > date
  }
}

extension [Event] {
  fileprivate func cardCount(where isCounted: (Event) -> Bool) -> Int {
    reduce(0) { $0 + (isCounted($1) ? $1.cards.count : 0) }
  }
}
