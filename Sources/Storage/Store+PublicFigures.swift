public import Custody
public import Domain
import Foundation
import GRDB

/// What an office may tell of one village once small numbers are hidden: whole numbers, unhidden.
public struct VillageFigures: Hashable, Sendable {
  public let region: Region
  public let delivered: Int
  /// Of every card that is neither delivered nor destroyed, the days since it was printed, in order.
  public let waitingDays: [Int]
  /// Failed attempts by reason; reasons that did not occur are left out.
  public let failures: [FailureReason: Int]
}

extension Store {
  /// Figures for a public report, village by village in order of code.
  ///
  /// They are exact and must not leave the office before counts below five are hidden.
  public func publicFigures(now: Instant) throws -> [VillageFigures] {
    let villages = try gazetteer().desa
    let today = now.date(in: zone)
    return try file.read { database in
      var delivered: [RegionCode: Int] = [:]
      var waiting: [RegionCode: [Int]] = [:]
      let cards = try Row.fetchCursor(
        database,
        sql: """
          SELECT desa, printed_on, status = 'delivered' AS is_delivered, count(*) AS cards
          FROM card JOIN card_custody ON card = id WHERE status <> 'destroyed'
          GROUP BY 1, 2, 3 ORDER BY printed_on DESC
          """)
      while let row = try cards.next() {
        let (desa, count): (RegionCode, Int) = (try row.read("desa"), try row.read("cards"))
        if try row.read("is_delivered") {
          delivered[desa, default: 0] += count
        } else {
          let printed: CalendarDate = try row.read("printed_on")
          let days = max(0, today.dayNumber - printed.dayNumber)
          waiting[desa, default: []] += repeatElement(days, count: count)
        }
      }
      let failures = try failuresByVillage(in: database)
      return villages.map { village in
        VillageFigures(
          region: village, delivered: delivered[village.code] ?? 0,
          waitingDays: waiting[village.code] ?? [], failures: failures[village.code] ?? [:])
      }
    }
  }

  private func failuresByVillage(
    in database: Database
  ) throws -> [RegionCode: [FailureReason: Int]] {
    var failures: [RegionCode: [FailureReason: Int]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT entry.body, card.desa FROM entry
        JOIN entry_card USING (place) JOIN card ON card.id = entry_card.card
        WHERE entry.kind = 'failed' AND refusal IS NULL ORDER BY place
        """)
    while let row = try rows.next() {
      guard let leaf = try? LedgerLeaf(bytes: Array(try row.read("body") as Data)),
        let reason = leaf.event.reason
      else { throw UnreadableColumn(name: "entry.body") }
      failures[try row.read("desa"), default: [:]][reason, default: 0] += 1
    }
    return failures
  }
}
