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

/// What became of one kecamatan's cards on one day, as far as it is known.
///
/// Invariant: no count is negative, and of the planned cards no more are accounted for than there
/// are.
public struct DayCounts: Hashable, Sendable {
  public let name: String
  /// Cards in the day's runs.
  public let planned: Int
  /// In a courier's bag, no attempt yet.
  public let out: Int
  public let delivered: Int
  /// Attempted in vain and still in the bag.
  public let failed: Int
  /// Left at a village office for the resident.
  public let held: Int
  /// Back at the office.
  public let returned: Int
  /// Cards that found no place in any run.
  public let leftOut: Int

  /// - Throws: ``DayCountsError`` if the counts cannot all be true.
  public init(
    name: String, planned: Int, out: Int, delivered: Int, failed: Int, held: Int = 0,
    returned: Int, leftOut: Int
  ) throws(DayCountsError) {
    let outcomes = [out, delivered, failed, held, returned]
    guard ([planned, leftOut] + outcomes).allSatisfy({ $0 >= 0 }) else { throw .negative(name) }
    let accounted = outcomes.reduce(0, +)
    guard accounted <= planned else {
      throw .moreThanPlanned(name, planned: planned, accounted: accounted)
    }
    self.name = name
    self.planned = planned
    self.out = out
    self.delivered = delivered
    self.failed = failed
    self.held = held
    self.returned = returned
    self.leftOut = leftOut
  }

  /// Planned cards that no courier has signed for yet.
  public var waiting: Int { planned - out - delivered - failed - held - returned }
}

/// Why counts of a day cannot be true.
public enum DayCountsError: Error, Equatable, Described {
  case negative(String)
  case moreThanPlanned(String, planned: Int, accounted: Int)

  public var phrase: Phrase {
    switch self {
    case .negative(let name):
      Phrase(
        id: "jumlah kartu \(name) negatif; bangun ulang keadaan dari buku serah terima",
        en: "a count of \(name) is negative; rebuild the state from the ledger")
    case .moreThanPlanned(let name, let planned, let accounted):
      Phrase(
        id: "\(name) merencanakan \(planned) kartu tetapi \(accounted) tercatat; "
          + "bangun ulang keadaan dari buku serah terima",
        en: "\(name) planned \(planned) cards but \(accounted) are accounted for; "
          + "rebuild the state from the ledger")
    }
  }
}

/// A courier who has not brought the day to its end.
public struct CourierOut: Hashable, Sendable {
  public let courier: CourierID
  public let name: String
  public let run: RunID
  public let cardsInBag: Int
  /// When the plan has the courier back.
  public let due: TimeOfDay

  public init(courier: CourierID, name: String, run: RunID, cardsInBag: Int, due: TimeOfDay) {
    self.courier = courier
    self.name = name
    self.run = run
    self.cardsInBag = cardsInBag
    self.due = due
  }
}
