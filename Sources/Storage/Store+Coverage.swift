import Custody
public import Domain
import GRDB

/// How far the cards of one region have come.
public struct CoverageRow: Hashable, Sendable {
  public let region: Region
  /// All cards of residents there.
  public let cards: Int
  /// Those that are to be brought to the door.
  public let toDoor: Int
  public let atOffice: Int
  public let needsClerk: Int
  public let withOrganisation: Int
  public let outForDelivery: Int
  /// In a courier's bag after a failed attempt.
  public let attemptFailed: Int
  public let held: Int
  public let delivered: Int

  public var population: Int { region.population }
}

extension Store {
  /// How far the cards have come, for every region of one level in order of code.
  ///
  /// - Parameter date: Where one is given, only cards in a run of that day that holds are counted.
  public func coverage(
    _ level: RegionCode.Level, date: CalendarDate? = nil
  ) throws -> [CoverageRow] {
    let regions = try gazetteer().regions(at: level)
    return try file.read { database in
      let counts = try countsByRegion(level, date: date, in: database)
      return regions.map { CoverageRow(region: $0, counts: counts[$0.code] ?? [:]) }
    }
  }

  private func countsByRegion(
    _ level: RegionCode.Level, date: CalendarDate?, in database: Database
  ) throws -> [RegionCode: [CoverageCell: Int]] {
    // A desa's code starts with those of its kecamatan and regency.
    let width =
      switch level {
      case .regency: 5
      case .kecamatan: 8
      case .desa: 13
      }
    let onRunOfTheDay = """
      WHERE card IN (
        SELECT card FROM run_card JOIN run ON run.id = run JOIN plan ON plan.id = run.plan
        WHERE plan.date = ? AND superseded_by IS NULL)
      """
    let query = """
      SELECT substr(desa, 1, \(width)) AS region, status, channel, count(*) AS cards
      FROM card JOIN card_custody ON card = id \(date == nil ? "" : onRunOfTheDay)
      GROUP BY region, status, channel
      """
    var counts: [RegionCode: [CoverageCell: Int]] = [:]
    let rows = try Row.fetchCursor(database, sql: query, arguments: date.map { [$0] } ?? [])
    while let row = try rows.next() {
      let cell = CoverageCell(status: try row.read("status"), channel: try row.read("channel"))
      counts[try row.read("region"), default: [:]][cell] = try row.read("cards")
    }
    return counts
  }
}

private struct CoverageCell: Hashable {
  let status: CardCustody.Status
  let channel: Channel
}

extension CoverageRow {
  fileprivate init(region: Region, counts: [CoverageCell: Int]) {
    func sum(_ isIncluded: (CoverageCell) -> Bool) -> Int {
      counts.reduce(0) { $0 + (isIncluded($1.key) ? $1.value : 0) }
    }
    func sum(_ status: CardCustody.Status) -> Int { sum { $0.status == status } }
    self.init(
      region: region, cards: sum { _ in true }, toDoor: sum { $0.channel == .door },
      atOffice: sum(.atOffice), needsClerk: sum(.needsClerk),
      withOrganisation: sum(.withOrganisation), outForDelivery: sum(.outForDelivery),
      attemptFailed: sum(.attemptFailed), held: sum(.held), delivered: sum(.delivered))
  }
}

extension Gazetteer {
  fileprivate func regions(at level: RegionCode.Level) -> [Region] {
    switch level {
    case .regency: [regency]
    case .kecamatan: kecamatan
    case .desa: desa
    }
  }
}
