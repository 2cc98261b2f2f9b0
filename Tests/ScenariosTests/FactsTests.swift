import Domain
import Scenarios
import Simulation
import Testing

/// The base case of every place must do what is known to have happened there.
///
/// One replication each: what is known is not a matter of luck, and a debug build is slow.
@Suite struct FactsTests {
  /// Runs the base case and checks the facts that its file states.
  private func run(_ name: String) throws -> (scenario: Scenario, record: SimulationRecord) {
    let scenario = try RealFiles.scenario(name)
    let record = Simulator(scenario, seed: 1).run(replication: 0)
    #expect(!scenario.facts.isEmpty)
    for fact in scenario.facts {
      let value = try #require(record.answers[fact.answer], "\(fact.answer) did not happen")
      #expect(fact.range.contains(value), "\(name): \(fact.title.english): \(value)")
      #expect(!fact.source.isEmpty)
    }
    return (scenario, record)
  }

  private func day(_ text: String, _ scenario: Scenario) throws -> Int {
    try #require(CalendarDate(text)).dayNumber - scenario.firstDay.dayNumber
  }

  @Test func bandarLampungHandsFiveThousandCardsToSatpolPP() throws {
    let (scenario, record) = try run("bandar-lampung-2017")
    #expect(scenario.kecamatan.count == 20)
    #expect(scenario.delivery.channels[0].name == "satpol-pp")
    #expect(record.channels[0].handedOver == 5000)
    let thursday = try day("2017-07-27", scenario)
    #expect(CalendarDate("2017-07-27")?.dayOfWeek == .thursday)
    #expect(record.daily[..<thursday].calls == 0)
    #expect(record.daily[thursday, .delivered] > 3500)
    #expect(scenario.demand.backlog.reduce(0) { $0 + $1.cards } == 15_000)
  }

  @Test func palembangNeedsTwoHundredThousandBlanks() throws {
    let (scenario, record) = try run("palembang-2017")
    let unrecorded = scenario.places.reduce(0) { $0 + $1.obliged - $1.recorded }
    #expect(unrecorded + scenario.demand.backlog.reduce(0) { $0 + $1.cards } == 200_000)
    #expect(scenario.kecamatan.count == 16)
    #expect(record.answers[.waitingToPrintAtEnd] ?? 0 > 0)
    // Strict tiers: who never had a card waits less, whatever else waits.
    let first = try #require(record.waits[.kind(.first)]).reached.quantile(0.5)
    let changed = try #require(record.waits[.kind(.dataChange)]).reached.quantile(0.5)
    #expect(try #require(first) < (try #require(changed)))
  }

  @Test func pesawaranRunsOutOfBlanksOnWorkingDayFortyOne() throws {
    let (scenario, record) = try run("pesawaran-2015")
    #expect(scenario.demand.backlog.reduce(0) { $0 + $1.cards } == 41_000)
    #expect(scenario.places.reduce(0) { $0 + $1.recorded } == 247_111)
    #expect(scenario.places.reduce(0) { $0 + $1.holders } == 216_800)
    #expect(scenario.blanks.opening == 8016)
    let lastDay = Int(record.answers[.stockOutDay] ?? 0) - 1
    #expect(record.daily[..<lastDay].printed == 8000)
    #expect(record.daily[lastDay, .printed] == 16)
  }

  @Test func pesawaranPassesFromRedToGreen() throws {
    let (scenario, record) = try run("pesawaran-2018")
    #expect(scenario.goals.greenFromPermille == 920)
    let last = scenario.dayCount - 1
    let cells = last * scenario.kecamatan.count..<(last + 1) * scenario.kecamatan.count
    let recorded = record.coverage.recorded[cells].reduce(0) { $0 + Int($1) }
    let obliged = record.coverage.obliged[cells].reduce(0) { $0 + Int($1) }
    #expect(abs(recorded - 380_249) < 600, "\(recorded)")
    #expect(abs(obliged - 412_048) < 300, "\(obliged)")
    // The promise of three days is measured; the base case keeps it for most, not for all.
    let kept = try #require(record.answers[.offlineWithinPromisePercent])
    #expect((50..<100).contains(kept))
  }

  @Test func bekasiPrintsEveryBlankOnTwentyFourPrinters() throws {
    let (scenario, record) = try run("bekasi-2020")
    #expect(scenario.kecamatan.count == 23)
    #expect(scenario.blanks.opening == 191_000)
    #expect(scenario.demand.backlog.reduce(0) { $0 + $1.cards } == 191_000)
    #expect(record.daily[..<(try day("2020-03-02", scenario))].handedOver == 0)
    #expect(record.channels[0].handedOver + record.channels[1].handedOver == 191_000)
    #expect(record.channels[1].delivered > 0)
  }
}

/// The first days of a run.
struct FirstDays {
  let series: DailySeries
  let count: Int

  private func sum(_ measure: Measure) -> Double {
    (0..<count).reduce(0) { $0 + series[$1, measure] }
  }

  var calls: Double { sum(.calls) }
  var printed: Double { sum(.printed) }
  var handedOver: Double { sum(.handedOver) }
}

extension DailySeries {
  subscript(days: PartialRangeUpTo<Int>) -> FirstDays {
    FirstDays(series: self, count: days.upperBound)
  }
}
