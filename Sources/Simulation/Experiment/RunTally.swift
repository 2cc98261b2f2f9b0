/// What is kept of the replications of one scenario as they come in, in any order.
///
/// Whole numbers are summed as they come; others are kept by replication and summed in order at the
/// end, so that the threads leave no trace in the last bits.
struct RunTally: Sendable {
  private(set) var answers: RunAnswers
  private(set) var added = 0
  private let runs: Int
  private let keepsEverything: Bool
  private let dayCount: Int
  /// Shape: `runs x dayCount x Measure.allCases.count`.
  private var series: [Double] = []
  /// Replications by day and cause. Shape: `dayCount x Bottleneck.Cause.allCases.count`.
  private var causes: [Int32] = []
  private var coverage: [CoverageSeries]
  private var waits: WaitTable?
  private var channels: [[ChannelTotals]]
  private var failures: [[[Int]]]
  private var eventCount = 0

  init(_ scenario: Scenario, runs: Int, keepsEverything: Bool) {
    self.runs = runs
    self.keepsEverything = keepsEverything
    dayCount = scenario.dayCount
    answers = RunAnswers(runs: runs)
    channels = Array(repeating: [], count: runs)
    failures = Array(repeating: [], count: runs)
    coverage = Array(
      repeating: CoverageSeries(dayCount: 0, kecamatanCount: 0), count: keepsEverything ? runs : 0)
    guard keepsEverything else { return }
    series = Array(repeating: 0, count: runs * dayCount * Measure.allCases.count)
    causes = Array(repeating: 0, count: dayCount * Bottleneck.Cause.allCases.count)
  }

  /// - Parameter causes: One per day; none where only answers are kept.
  mutating func add(_ record: SimulationRecord, _ causes: [Bottleneck.Cause], run: Int) {
    added += 1
    answers.store(record.answers, ofRun: run)
    eventCount += record.eventCount
    guard keepsEverything else { return }
    let size = record.daily.values.count
    series.replaceSubrange(run * size..<(run + 1) * size, with: record.daily.values)
    for (day, cause) in causes.enumerated() {
      self.causes[day * Bottleneck.Cause.allCases.count + cause.index] += 1
    }
    coverage[run] = record.coverage
    if waits == nil { waits = record.waits } else { waits?.add(record.waits) }
    channels[run] = record.channels
    failures[run] = record.failures
  }

  /// - Precondition: Every replication was added, with everything kept.
  func studied(_ scenario: Scenario) -> StudiedScenario {
    precondition(added == runs && keepsEverything, "\(added) of \(runs) runs were added")
    return StudiedScenario(
      scenario: scenario, answers: answers.estimates, series: bands,
      coverage: .mean(of: coverage),
      waits: waits ?? WaitTable(groups: []),
      channels: scenario.delivery.channels.indices.map(studiedChannel),
      bottlenecks: Bottleneck.stretches(of: mostFrequentCauses), eventCount: eventCount,
      runAnswers: answers, coverageBands: CoverageBands(of: coverage))
  }

  private var bands: [Measure: Band] {
    var bands: [Measure: Band] = [:]
    for measure in Measure.allCases {
      bands[measure] = Band(dayCount: dayCount) { values(of: measure, day: $0) }
    }
    return bands
  }

  private func values(of measure: Measure, day: Int) -> [Double] {
    let cell = day * Measure.allCases.count + measure.index
    return (0..<runs).map { series[$0 * dayCount * Measure.allCases.count + cell] }
  }

  /// Of each day; of equally frequent ones the first in the order of the cases.
  private var mostFrequentCauses: [Bottleneck.Cause] {
    let all = Bottleneck.Cause.allCases
    return (0..<dayCount).map { day in
      let counts = causes[day * all.count..<(day + 1) * all.count]
      let most = counts.max() ?? 0
      return counts.firstIndex(of: most).map { all[$0 - day * all.count] } ?? .nothing
    }
  }

  private func studiedChannel(_ channel: Int) -> StudiedChannel {
    func mean(_ figure: (ChannelTotals) -> Double) -> Double {
      channels.map { figure($0[channel]) }.mean
    }
    let reasons = failures.first?[channel].count ?? 0
    return StudiedChannel(
      handedOver: mean { Double($0.handedOver) }, delivered: mean { Double($0.delivered) },
      returned: mean { Double($0.returned) }, calls: mean { Double($0.calls) },
      runs: mean { Double($0.runs) }, courierDays: mean { Double($0.courierDays) },
      kilometres: mean { $0.kilometres }, cost: mean { $0.cost },
      failures: (0..<reasons).map { reason in
        failures.map { Double($0[channel][reason]) }.mean
      })
  }
}
