import Dispatch
import Domain
import Synchronization

/// A past period predicted from the state at its start, and held against what happened.
///
/// Start here: ``run(replications:seed:threads:)``. ``scenario`` is what is simulated: the given one
/// with the period's days and the cards that lay in the office on the first morning, told from the
/// books. Everything else, such as who will ask for a card and how many couriers there are, stays as
/// the scenario has it; calibrate it on the time before for an honest test. Runs are estimated, not
/// planned.
///
/// Two things are known too well: which requests waited to be printed is told from the cards that
/// were printed later, since the books hold no others; and deliveries of blanks in the scenario may
/// be those that came.
public struct BackTest: Sendable {
  public let scenario: Scenario
  /// What was wrong with the books.
  public let findings: [HistoryFinding]
  /// Cards in the office on the first morning: printed, and waiting to be printed.
  public let openPrinted: Int
  public let openReady: Int
  let actual: PeriodFigures
  /// Cards received on the days that the naive forecast takes; nil if the books do not reach back.
  let before: [Double]?

  public static let longestDays = 400

  /// - Parameters:
  ///   - history: With the period that is predicted.
  ///   - stock: Blanks on the first morning; nil: those that the scenario opens with.
  public init(
    _ history: OfficeHistory, scenario: Scenario, stock: Int? = nil
  ) throws(BackTestRefusal) {
    let days = history.period.lowerBound.dayNumber...history.period.upperBound.dayNumber
    try Self.check(history, days)
    let leadDays = Int(scenario.processing.leadDays.mean.rounded())
    let retries = Dictionary(history.reasons.map { ($0.code, $0.allowsRetry) }) { first, _ in first
    }
    func standings(
      _ cards: [HistoryCard], at day: Int
    ) -> [(card: HistoryCard, standing: CardStanding)] {
      cards.map { card in
        (card, CardStanding(card, at: day, zone: history.zone, allowsRetry: retries))
      }
    }
    let samples = HistorySamples(history, scenario)
    let known = HistorySamples(history.toTheEnd, scenario).cards
    let start = standings(known, at: days.lowerBound - 1)
    let printed = start.filter { $0.standing == .inside }.map(\.card)
    let ready = start.filter {
      $0.standing == .notPrinted && $0.card.requestedOn.dayNumber < days.lowerBound
    }.map(\.card)
    actual = PeriodFigures(
      samples, standings: standings(samples.cards, at: days.upperBound), leadDays: leadDays)
    before = Self.before(days, start, history)
    findings = samples.findings.list
    openPrinted = printed.count
    openReady = ready.count
    var simulated = scenario
    simulated.firstDay = history.period.lowerBound
    simulated.lastDay = history.period.upperBound
    simulated.demand.backlog =
      OpenCards(printed: printed, ready: ready, on: days.lowerBound, leadDays: leadDays).backlog
    if let stock { simulated.blanks.opening = stock }
    simulated.delivery.runs = .estimate
    self.scenario = simulated
  }

  private static func check(
    _ history: OfficeHistory, _ days: ClosedRange<Int>
  ) throws(BackTestRefusal) {
    guard let span = history.span else { throw .noCards }
    guard history.period.lowerBound >= span.lowerBound,
      history.period.upperBound <= span.upperBound
    else { throw .periodOutsideBooks(history.period, books: span) }
    guard history.period.lowerBound > span.lowerBound else {
      throw .nothingBefore(span.lowerBound)
    }
    guard days.count <= longestDays else { throw .periodTooLong(days: days.count) }
  }

  /// The days before, moved by whole weeks so that weekdays agree.
  private static func before(
    _ days: ClosedRange<Int>, _ start: [(card: HistoryCard, standing: CardStanding)],
    _ history: OfficeHistory
  ) -> [Double]? {
    let shift = (days.count + 6) / 7 * 7
    guard let first = history.span?.lowerBound.dayNumber, days.lowerBound - shift >= first else {
      return nil
    }
    var counts = Array(repeating: 0.0, count: days.count)
    for (_, standing) in start {
      guard case .delivered(let day) = standing else { continue }
      let place = day + shift - days.lowerBound
      if counts.indices.contains(place) { counts[place] += 1 }
    }
    return counts
  }

  /// Simulates the period so many times.
  ///
  /// The same seed gives the same result on any number of threads.
  ///
  /// - Parameter replications: At least 2; 19 or more for an interval of nine in ten that means it.
  public func run(replications: Int = 50, seed: UInt64, threads: Int = 1) -> BackTestResult {
    precondition(replications >= 2, "\(replications) replications show no spread")
    let simulator = Simulator(scenario, seed: seed)
    let figures = Mutex([PeriodFigures?](repeating: nil, count: replications))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, replications))) { _ in
      while true {
        let run = next.add(1, ordering: .relaxed).oldValue
        guard run < replications else { return }
        let own = PeriodFigures(simulator.run(replication: run))
        figures.withLock { $0[run] = own }
      }
    }
    return BackTestResult(
      of: figures.withLock { $0 }.compactMap { $0 }, against: actual, before: before,
      firstDay: scenario.firstDay)
  }

  /// The same from records that were simulated already from ``scenario``.
  public func result(of records: [SimulationRecord]) -> BackTestResult {
    BackTestResult(
      of: records.map { PeriodFigures($0) }, against: actual, before: before,
      firstDay: scenario.firstDay)
  }
}

extension OfficeHistory {
  /// The same books looked at as far as they reach.
  fileprivate var toTheEnd: OfficeHistory {
    guard let last = span?.upperBound, last > period.upperBound else { return self }
    return during(period.lowerBound...last)
  }
}
