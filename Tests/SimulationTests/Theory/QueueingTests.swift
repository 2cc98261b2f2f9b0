import Testing

@testable import Simulation

/// The model against the formulas of queueing theory, where it is plain enough for them.
@Suite struct QueueingTests {
  /// The mean over the replications and what chance leaves open of it, at 99.9 %.
  private func interval(_ means: [Double]) -> ClosedRange<Double> {
    let bound = StudentT(degreesOfFreedom: means.count - 1).bound(outside: 0.001)
    let half = bound * means.standardDeviation / Double(means.count).squareRoot()
    return (means.mean - half)...(means.mean + half)
  }

  private func meanTimes(_ printing: RoundTheClockPrinting) -> [Double] {
    (0..<8).map { printing.times(days: 1, replication: $0).normal.mean }
  }

  /// Whether the interval holds `expected`, and is narrow enough to mean something.
  private func expect(_ times: [Double], around expected: Double) {
    let interval = interval(times)
    #expect(interval.contains(expected), "\(interval) for \(expected) s")
    #expect(interval.upperBound - interval.lowerBound < 0.6 * expected)
  }

  @Test(arguments: [(1, 0.6), (2, 0.7), (3, 0.7)])
  func printersServeAsErlangSays(printers: Int, load: Double) {
    expect(
      meanTimes(RoundTheClockPrinting(printers: printers, load: load)),
      around: QueueTheory.timeInSystem(
        servers: printers, load: load, meanService: RoundTheClockPrinting.meanSeconds))
  }

  @Test func aPrinterThatTakesTheSameForEveryCardServesAsPollaczekAndKhinchineSay() {
    let mean = RoundTheClockPrinting.meanSeconds
    expect(
      meanTimes(RoundTheClockPrinting(printers: 1, load: 0.7, secondsPerCard: .fixed(mean))),
      around: QueueTheory.timeInSystem(load: 0.7, meanService: mean, squaredVariation: 0))
  }

  @Test func aPrinterThatVariesServesAsPollaczekAndKhinchineSay() {
    // From 10 to 70 seconds: variance 60 x 60 / 12.
    let mean = RoundTheClockPrinting.meanSeconds
    expect(
      meanTimes(
        RoundTheClockPrinting(
          printers: 1, load: 0.7, secondsPerCard: .uniform(from: 10, to: 70))),
      around: QueueTheory.timeInSystem(
        load: 0.7, meanService: mean, squaredVariation: 300 / (mean * mean)))
  }

  @Test func urgentCardsGoFirstAsCobhamSays() {
    let printing = RoundTheClockPrinting(printers: 1, load: 0.5, urgentShare: 0.3)
    let times = (0..<8).map { printing.times(days: 2, replication: $0) }
    let expected = QueueTheory.timesInSystem(
      firstLoad: 0.15, secondLoad: 0.35, meanService: RoundTheClockPrinting.meanSeconds)
    expect(times.map(\.urgent.mean), around: expected.first)
    expect(times.map(\.normal.mean), around: expected.second)
  }

  @Test func theFormulasAgreeWhereTheyMeet() {
    let erlang = QueueTheory.timeInSystem(servers: 1, load: 0.7, meanService: 40)
    let khinchine = QueueTheory.timeInSystem(load: 0.7, meanService: 40, squaredVariation: 1)
    #expect(abs(erlang - khinchine) < 1e-9)
    #expect(abs(erlang - 40 / 0.3) < 1e-9)
    // Two servers at 70 %: 1 / (1 - 0.49) times the service.
    #expect(
      abs(QueueTheory.timeInSystem(servers: 2, load: 0.7, meanService: 40) - 40 / 0.51) < 1e-9)
  }
}
