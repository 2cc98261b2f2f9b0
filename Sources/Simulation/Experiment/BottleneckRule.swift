/// What held cards up on each day of a run, told from the day's figures.
///
/// A resource *holds up* if it was busy nearly all its time (couriers and boats 95 %, others 90 %, as
/// the last card of a day is seldom done at closing time) while a queue stood before it in the
/// evening. Printers do too if some are out of order and none prints; blanks if no more are in stock
/// in the evening than those kept back for better reasons, while requests wait. Of several that do,
/// the one with the most days of work before it counts: its queue over what passed it a day in the
/// last seven days; of equal ones that named first here. Recording counts only if nothing after it
/// holds up, since those not yet recorded are always many. If nothing does, cards may only be waiting
/// on somebody else: on the centre or on residents, if at least half of all cards on their way are
/// being processed there or are held to be fetched. Otherwise nothing holds them up. On days on which
/// nobody works the cause is that of the day before.
///
/// Source for busiest resource with a queue: C. Roser, M. Nakano, M. Tanaka, "A practical bottleneck
/// detection method", Winter Simulation Conference 2001.
struct BottleneckRule: Sendable {
  private static let days = 7

  private let worksOn: [Bool]
  /// Blanks that no ordinary request gets.
  private let reserve: Double

  init(_ scenario: Scenario) {
    let hours = DayHours(scenario.officeHours, of: scenario)
    worksOn = (0..<scenario.dayCount).map(hours.works)
    reserve = Double(scenario.priority.map(\.leavesInStock).max() ?? 0)
  }

  /// - Returns: One cause for each day.
  func causes(of series: DailySeries) -> [Bottleneck.Cause] {
    var causes: [Bottleneck.Cause] = []
    for day in 0..<series.dayCount {
      let isRest = !worksOn[day] && !Self.shares.contains { series[day, $0] > 0 }
      causes.append(isRest ? causes.last ?? .nothing : cause(on: day, series))
    }
    return causes
  }

  private static let shares = Measure.allCases.filter { $0.kind == .share }

  private func cause(on day: Int, _ series: DailySeries) -> Bottleneck.Cause {
    var worst: (cause: Bottleneck.Cause, days: Double)?
    for stage in Stage.afterRecording where holdsUp(stage, on: day, series) {
      let days =
        stage.queue(on: day, series) / max(Self.throughput(stage.passed, day, series), 1e-9)
      if days > worst?.days ?? 0 { worst = (stage.cause, days) }
    }
    if let worst { return worst.cause }
    return holdsUp(.recording, on: day, series) ? .recording : Self.waiting(on: day, series)
  }

  private func holdsUp(_ stage: Stage, on day: Int, _ series: DailySeries) -> Bool {
    guard stage.queue(on: day, series) >= 1 else { return false }
    if let busy = stage.busy, series[day, busy] >= stage.saturation { return true }
    return switch stage.cause {
    case .blanks: series[day, .stock] < reserve + 1
    case .printers: series[day, .printersDown] > 0 && series[day, .printed] == 0
    default: false
    }
  }

  /// Cards that passed a day, mean of the last seven.
  private static func throughput(_ flow: Measure, _ day: Int, _ series: DailySeries) -> Double {
    let last = max(0, day - days + 1)...day
    return last.reduce(0) { $0 + series[$1, flow] } / Double(last.count)
  }

  private static func waiting(on day: Int, _ series: DailySeries) -> Bottleneck.Cause {
    let levels: [Measure] = [
      .inProcessing, .waitingToPrint, .waitingToSort, .waitingToHandOver, .withChannel, .held,
    ]
    let all = levels.reduce(0) { $0 + series[day, $1] }
    guard all >= 1 else { return .nothing }
    if series[day, .inProcessing] * 2 >= all { return .processing }
    return series[day, .held] * 2 >= all ? .residents : .nothing
  }
}

/// A resource, the queue before it and what passes it.
private struct Stage {
  let cause: Bottleneck.Cause
  /// How much of its time it was in use; nil for blanks, which are there or are not.
  let busy: Measure?
  var saturation = 0.9
  let queues: [Measure]
  let passed: Measure

  static let recording = Stage(
    cause: .recording, busy: .recordingBusy, queues: [.unrecorded], passed: .recorded)

  static let afterRecording = [
    Stage(cause: .printers, busy: .printersBusy, queues: [.waitingToPrint], passed: .printed),
    Stage(cause: .operators, busy: .operatorsBusy, queues: [.waitingToPrint], passed: .printed),
    Stage(cause: .blanks, busy: nil, queues: [.waitingToPrint], passed: .printed),
    Stage(cause: .sorting, busy: .sortingBusy, queues: [.waitingToSort], passed: .handedOver),
    Stage(
      cause: .couriers, busy: .couriersBusy, saturation: 0.95,
      queues: [.waitingToHandOver, .withChannel], passed: .delivered),
    Stage(
      cause: .boats, busy: .boatsBusy, saturation: 0.95, queues: [.waitingForBoat],
      passed: .delivered),
  ]

  func queue(on day: Int, _ series: DailySeries) -> Double {
    queues.reduce(0) { $0 + series[day, $1] }
  }
}
