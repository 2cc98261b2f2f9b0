public import Domain

/// What an office's own history says of the values of a scenario, each with its number of cases and
/// its 95 % interval, or with why it says nothing.
///
/// Start here: ``values`` is everything in words, ``applied(to:)`` the scenario with what is known
/// put in, and ``variant(named:)`` the same as text for a scenario file. Below ``minimumCases``
/// nothing is told and the scenario's value stays.
public struct Calibration: Sendable {
  public let period: ClosedRange<CalendarDate>
  public let minimumCases: Int
  /// Cards that were learnt from.
  public let cardCount: Int
  /// What was wrong with the books.
  public let findings: [HistoryFinding]
  /// One for each channel to the door.
  public let doors: [DoorCalibration]
  /// Village offices, then counters, as far as the scenario has them.
  public let stays: [StayCalibration]
  public let demand: DemandCalibration
  public let printing: PrintingCalibration
  /// Days from request to print, and from print to the first hand-over.
  public let printDays: Result<QuantileEstimate, CalibrationRefusal>
  public let handOverDays: Result<QuantileEstimate, CalibrationRefusal>
  /// What was learnt of every value, in the order of a scenario file.
  public let values: [CalibratedValue]
  /// What of it goes into a scenario file.
  let entries: [VariantEntry]

  /// - Parameters:
  ///   - scenario: Whose values are sought: its channels, kinds of requests and working days.
  ///   - minimumCases: Of calls, cards or gaps, before anything is told; of days a third, at least 5.
  public init(_ history: OfficeHistory, for scenario: Scenario, minimumCases: Int = 30) {
    let needs = CalibrationNeeds(cases: max(1, minimumCases), days: max(5, minimumCases / 3))
    let samples = HistorySamples(history, scenario)
    let runs = Dictionary(history.runs.map { ($0.id, $0) }) { first, _ in first }
    period = history.period
    self.minimumCases = needs.cases
    cardCount = samples.cards.count
    findings = samples.findings.list
    var doors: [DoorCalibration] = []
    var stays: [StayCalibration] = []
    for (index, channel) in scenario.delivery.channels.enumerated() {
      switch channel.means {
      case .door(let service):
        doors.append(
          DoorCalibration(
            samples, channel: index, service: service, history: history, runs: runs,
            scenario: scenario, needs: needs))
      case .village(let service):
        stays.append(
          StayCalibration(
            samples.villageStays, channel: index, limitDays: service.returnAfterDays,
            period: samples.period, needs: needs))
      case .counter:
        stays.append(
          StayCalibration(
            samples.counterStays, channel: index, limitDays: Self.counterDays,
            period: samples.period, needs: needs))
      }
    }
    self.doors = doors
    self.stays = stays
    demand = DemandCalibration(samples, scenario, needs: needs)
    printing = PrintingCalibration(samples, scenario, needs: needs)
    printDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(samples.printDays, needed: needs.cases, .cards)
    }
    handOverDays = Result { () throws(CalibrationRefusal) in
      try QuantileEstimate(samples.handOverDays, needed: needs.cases, .cards)
    }
    var list = CalibratedValueList(scenario, reasons: history.reasons, period: history.period)
    list.add(demand)
    list.add(printing)
    for door in doors { list.add(door) }
    for stay in stays { list.add(stay) }
    list.add(printDays: printDays, handOverDays: handOverDays)
    entries = list.entries
    values = list.values
  }

  /// Days after which a card at the counter counts as never fetched.
  static let counterDays = 90
}
