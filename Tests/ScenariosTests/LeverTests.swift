import Domain
import Scenarios
import Simulation
import Testing

@Suite struct LeverTests {
  @Test func shortNamesMeanTheFirstThatHasThem() throws {
    let scenario = try SmallScenario.scenario(
      [], [Setting("printers=5"), Setting("couriers=9 officers"), Setting("counters=4")])
    #expect(scenario.printing.sites[0].printers == 5)
    guard case .door(let door) = scenario.delivery.channels[0].means,
      case .counter(let counter) = scenario.delivery.channels[1].means
    else {
      Issue.record("other channels")
      return
    }
    #expect(door.couriers == 9)
    #expect(counter.counters == 4)
    #expect(
      scenario.assumptions.filter { $0.basis == .decided("--set") }.map(\.value) == [
        "5 printers", "9 officers", "4 counters",
      ])
  }

  @Test(arguments: [
    ("blanks.monthly=500", "500 blanks/month"), ("blanks.opening=1,000", "1,000 blanks"),
    ("failure=35", "35 %"), ("speed=30 km/h", "30 km/h"),
    ("places.kecamatan.18.09.06.speed=9", "9 km/h"), ("holidays=2018-01-02", "[2018-01-02]"),
    ("priority.urgent=none", "none"), ("printing.repair=exponential 3 days", "exponential 3 days"),
    ("door.attempts.weekday-factors.sunday=0.5", "0.5 times"), ("runs=planner", "planner"),
  ])
  func everyPathCanBeSetWithOrWithoutItsUnit(text: String, written: String) throws {
    let base = try SmallScenario.scenario()
    let other = try SmallScenario.scenario([], [Setting(text)])
    #expect(base != other)
    if written != "none" {
      #expect(base.differences(to: other).map(\.after) == [written])
    }
  }

  @Test func leversStandWhereTheScenarioHasThem() throws {
    let levers = try RealFiles.library.levers(of: "pesawaran-2015+second-office")
    let listed = levers.map { "\($0.path) \($0.text($0.value ?? -1))" }
    #expect(
      Array(listed.prefix(4)) == [
        "printing.sites.kantor.printers 2 printers",
        "printing.sites.padang-cermin.printers 1 printer",
        "printing.sites.kantor.operators 2 people",
        "printing.sites.padang-cermin.operators 1 person",
      ])
    #expect(levers.first?.lever?.name == "printers")
    #expect(levers.first?.stepText == "+1 printer")
    #expect(!listed.contains { $0.contains("couriers") })
  }

  @Test func aLeverMovesByItsNaturalStep() throws {
    let lever = try SmallScenario.library().lever("blanks.monthly", of: "small")
    #expect(lever.value == 1500)
    #expect(lever.stepText == "+500 blanks/month")
    let moved = try #require(lever.moved(bySteps: 2))
    #expect(moved == Setting(path: "blanks.monthly", value: "2500"))
    #expect(try SmallScenario.scenario([], [moved]).blanks.monthly?.cards == 2500)
    #expect(lever.moved(bySteps: -9)?.value == "0")
  }

  @Test func everyUsualLeverIsAQuantityOfTheSchema() throws {
    for lever in Lever.all {
      let path = lever.path.replacing("printing.sites.*", with: "printing.sites.kantor")
        .replacing("channels.*.boats", with: "channels.antar.boats")
        .replacing("channels.*.couriers", with: "channels.antar.couriers")
        .replacing("channels.*.counters", with: "channels.loket.counters")
        .replacing("recording.units.*", with: "recording.units.keliling")
      let position = try SmallScenario.library().lever(path, of: "small")
      #expect(position.unit == lever.unit, "\(lever.name)")
      #expect(position.lever == lever || position.value == nil, "\(lever.name)")
    }
  }

  @Test func aSweepListsItsValues() throws {
    let sweep = try LeverSweep("blanks.monthly=500..8000/500")
    #expect(sweep.path == "blanks.monthly")
    #expect(sweep.values.count == 16)
    #expect(sweep.values.first == 500)
    #expect(sweep.values.last == 8000)
    #expect(try LeverSweep("printers = 1, 2, 5").values == [1, 2, 5])
    #expect(try LeverSweep("failure=0..1/0.1").values.count == 11)
  }

  @Test(arguments: [
    "printers", "printers=", "=1..2/1", "printers=1..2", "printers=2..1/1", "printers=1..2/0",
    "printers=1..2/-1", "printers=a..b/c", "printers=1..9999999/1", "printers=1,,x",
    "printers=0..1/0.000000001",
  ])
  func aBadSweepIsRefused(text: String) {
    #expect(throws: ScenarioError.self) { try LeverSweep(text) }
  }

  @Test(arguments: [
    "period.from", "title", "printing.sites.kantor", "channels.antar.means", "zzz", "", "..",
    "printing.sites.nowhere.printers",
  ])
  func whatIsNoNumberIsNoLever(path: String) {
    #expect(throws: ScenarioError.self) {
      try SmallScenario.library().lever(path, of: "small")
    }
  }

  /// A sweep beyond what is allowed is refused, not cut.
  @Test func aLeverPutBeyondItsBoundsIsRefused() throws {
    let lever = try SmallScenario.library().lever("printers", of: "small")
    for value in [-1.0, 2.5, 99_999] {
      #expect(throws: ScenarioError.self) {
        try SmallScenario.scenario([], [lever.setting(value)])
      }
    }
  }

  @Test func aLaterVariantAndASettingWin() throws {
    let scenario = try SmallScenario.scenario(["most", "more"], [Setting("blanks.monthly=1")])
    #expect(scenario.name == "small+most+more")
    #expect(scenario.blanks.monthly?.cards == 1)
    #expect(scenario.printing.sites[0].printers == 3)
  }
}
