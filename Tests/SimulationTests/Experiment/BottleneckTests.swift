import Testing

@testable import Simulation

@Suite struct BottleneckTests {
  /// Eight days from a Monday, each with 100 cards printed, handed over and delivered.
  private func series(_ figures: [Measure: Double], from day: Int = 0) -> DailySeries {
    var series = DailySeries(dayCount: 8)
    for flowing in 0..<8 {
      for measure in [Measure.printed, .handedOver, .delivered, .recorded] {
        series[flowing, measure] = 100
      }
      series[flowing, .stock] = 1000
    }
    for day in day..<8 {
      for (measure, value) in figures { series[day, measure] = value }
    }
    return series
  }

  private func cause(_ figures: [Measure: Double]) -> Bottleneck.Cause {
    let rule = BottleneckRule(SmallExperimentOffice.scenario(days: 8))
    return rule.causes(of: series(figures))[3]
  }

  struct Row: CustomTestStringConvertible {
    var figures: [Measure: Double]
    var cause: Bottleneck.Cause
    var testDescription: String { cause.rawValue }
  }

  static let rows = [
    Row(figures: [:], cause: .nothing),
    Row(figures: [.printersBusy: 1], cause: .nothing),
    Row(figures: [.waitingToPrint: 500, .printersBusy: 0.85], cause: .nothing),
    Row(figures: [.waitingToPrint: 500, .printersBusy: 0.91], cause: .printers),
    Row(figures: [.waitingToPrint: 500, .printersDown: 2, .printed: 0], cause: .printers),
    Row(figures: [.waitingToPrint: 500, .printersDown: 1], cause: .nothing),
    Row(figures: [.waitingToPrint: 500, .operatorsBusy: 1], cause: .operators),
    Row(figures: [.waitingToPrint: 500, .stock: 0], cause: .blanks),
    Row(figures: [.waitingToPrint: 0, .stock: 0], cause: .nothing),
    Row(figures: [.waitingToSort: 50, .sortingBusy: 1], cause: .sorting),
    Row(figures: [.withChannel: 50, .couriersBusy: 0.94], cause: .nothing),
    Row(figures: [.withChannel: 50, .couriersBusy: 1], cause: .couriers),
    Row(figures: [.waitingToHandOver: 50, .couriersBusy: 1], cause: .couriers),
    Row(figures: [.waitingForBoat: 50, .boatsBusy: 1], cause: .boats),
    Row(figures: [.unrecorded: 50, .recordingBusy: 1], cause: .recording),
    Row(
      figures: [.unrecorded: 9000, .recordingBusy: 1, .withChannel: 50, .couriersBusy: 1],
      cause: .couriers),
    Row(figures: [.inProcessing: 50, .withChannel: 40], cause: .processing),
    Row(figures: [.held: 50, .withChannel: 40], cause: .residents),
    Row(figures: [.held: 50, .withChannel: 60], cause: .nothing),
  ]

  @Test(arguments: rows)
  func theDayIsHeldUpByWhatHasAQueueBeforeIt(_ row: Row) {
    #expect(cause(row.figures) == row.cause)
  }

  @Test func blanksKeptBackForOthersAreNoBlanks() {
    var scenario = SmallExperimentOffice.scenario(days: 8)
    scenario.priority[3].leavesInStock = 300
    let rule = BottleneckRule(scenario)
    #expect(rule.causes(of: series([.waitingToPrint: 500, .stock: 300]))[3] == .blanks)
    #expect(rule.causes(of: series([.waitingToPrint: 500, .stock: 301]))[3] == .nothing)
  }

  @Test func ofTwoTheOneWithMoreDaysOfWorkBeforeItCounts() {
    let both: [Measure: Double] = [
      .waitingToPrint: 300, .printersBusy: 1, .couriersBusy: 1, .withChannel: 400,
    ]
    #expect(cause(both) == .couriers)
    #expect(cause(both.merging([.delivered: 200]) { $1 }) == .printers)
  }

  @Test func aDayOfRestContinuesTheDayBefore() {
    var days = series([.waitingToPrint: 500, .printersBusy: 1])
    for day in 5...6 { days[day, .printersBusy] = 0 }
    let causes = BottleneckRule(SmallExperimentOffice.scenario(days: 8)).causes(of: days)
    #expect(causes == Array(repeating: .printers, count: 8))
  }

  @Test func shortStretchesAreTakenOverByTheLongerNeighbour() {
    func stretches(_ text: String) -> [String] {
      let causes = text.map { letter -> Bottleneck.Cause in
        letter == "b" ? .blanks : letter == "p" ? .printers : letter == "c" ? .couriers : .nothing
      }
      return Bottleneck.stretches(of: causes).map {
        "\($0.cause) \($0.days.lowerBound)-\($0.days.upperBound)"
      }
    }
    #expect(stretches("") == [])
    #expect(stretches("bb") == ["blanks 0-1"])
    #expect(stretches("bbbbppp") == ["blanks 0-3", "printers 4-6"])
    #expect(stretches("bbbbpccc") == ["blanks 0-4", "couriers 5-7"])
    #expect(stretches("bbbppcccc") == ["blanks 0-2", "couriers 3-8"])
    #expect(stretches("bbbpbcccc") == ["blanks 0-4", "couriers 5-8"])
    #expect(stretches("pbbbbp") == ["blanks 0-5"])
  }
}
