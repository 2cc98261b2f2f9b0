public import Custody
public import Domain

/// How a day stands: what became of the planned cards in each kecamatan, why attempts failed, and
/// who is still out.
public struct DayReport: Hashable, Sendable {
  public let date: CalendarDate
  public let office: String
  /// In the order in which they are shown.
  public let kecamatan: [DayCounts]
  /// Failed attempts by reason.
  public let failures: [FailureReason: Int]
  public let couriersOut: [CourierOut]

  public init(
    date: CalendarDate, office: String, kecamatan: [DayCounts], failures: [FailureReason: Int],
    couriersOut: [CourierOut]
  ) {
    self.date = date
    self.office = office
    self.kecamatan = kecamatan
    self.failures = failures
    self.couriersOut = couriersOut
  }

  /// The report for a terminal.
  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    let tables = DayReportTables(report: self, language: language)
    var sections = [
      "\(tables.title)\n\(date.text(in: language)), \(office)\n",
      tables.counts.text(width: width, colour: colour),
      tables.serviceRate + "\n",
    ]
    if let failures = tables.failures {
      sections.append(failures.text(width: width, colour: colour))
    }
    sections.append(
      tables.couriersOut?.text(width: width, colour: colour) ?? tables.everyoneBack + "\n")
    return sections.joined(separator: "\n")
  }

  /// The report as a printable page.
  public func html(in language: Language) -> String {
    let tables = DayReportTables(report: self, language: language)
    let body: HTMLText = """
      <main>
      <h1>\(tables.title)</h1>
      <p>\(date.text(in: language)), \(office)</p>
      <p class="rate">\(tables.serviceRate)</p>
      \(tables.counts.html)
      \(.optional(tables.failures) { $0.html })
      \(.optional(tables.couriersOut) { $0.html })
      \(tables.couriersOut == nil ? "<p>\(tables.everyoneBack)</p>" : .empty)
      </main>
      """
    return HTMLPage.text(
      title: "\(tables.title) \(date)", language: language, style: TextTable.pageStyle, body: body)
  }
}
