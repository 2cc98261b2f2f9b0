import Domain
import Testing

@testable import Simulation

@Suite struct RecordingTests {
  private static func unit(
    _ kind: Recording.Unit.Kind, _ count: Int = 1, perHour: Double = 10,
    _ change: (inout Recording.Unit) -> Void = { _ in }
  ) -> Recording.Unit {
    var unit = Recording.Unit(
      name: kind.rawValue, kind: kind, count: count, residentsPerHour: perHour,
      hours: SmallScenario.dayShift)
    change(&unit)
    return unit
  }

  @Test func aTeamGoesWhereMostAreUnrecorded() {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        // 150 and 200 unrecorded residents in the two kecamatan; 80 recorded a day.
        for (place, unrecorded) in [100, 50, 120, 80].enumerated() {
          $0.places[place].recorded = 10_000 - unrecorded
        }
        $0.recording.units = [Self.unit(.mobile)]
      })

    // 200 to 120, then 150 to 70, then 120 to 40, then 70 to 0, then the 40 that are left.
    #expect(run[.recorded] == [80, 80, 80, 70, 40])
    #expect(run[.unrecorded] == [270, 190, 110, 40, 0])
    #expect(run[.recordingBusy].prefix(3) == [1, 1, 1])
    #expect(run[.recordedPercent] == 100)
  }

  @Test func severalTeamsOfAUnitSpread() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        for place in 0..<4 { $0.places[place].recorded = 9_950 }
        $0.recording.units = [Self.unit(.mobile, 2)]
      })

    #expect(run.supply.teams.map(\.kecamatan) == [0, 1])
    #expect(run[.recorded] == [160])
  }

  @Test func aTeamForPlacesWithoutSignalGoesOnlyThere() {
    let run = SupplyRun(
      SmallScenario.make(days: 10) {
        $0.recording.units = [
          Self.unit(.mobile) {
            $0.onlyWithoutSignal = true
            $0.offlineDays = .fixed(3)
          }
        ]
        $0.processing.leadDays = .fixed(1)
        $0.goals.offlinePromiseDays = 3
      })

    #expect(run.world.recorded == [8_000, 8_000, 8_000, 8_640])
    let cards = run.world.cards
    #expect((0..<80).allSatisfy { cards.readyAt[$0] == cards.recordedAt[$0] + 4 * 86_400 })
    #expect(run[.offlineWithinPromisePercent] == 0)
  }

  @Test func thoseWhoDoNotComeCostTheTeamTheirTime() {
    let run = SupplyRun(
      SmallScenario.make(days: 28) {
        $0.recording.units = [Self.unit(.mobile) { $0.noShowShare = 0.25 }]
      })

    // 20 days of 80 appointments; four standard deviations are 70.
    #expect(abs(run[.recorded].reduce(0, +) - 1_200) < 70)
    #expect(run[.recordingBusy][0] == 1)
  }

  @Test func atAnOfficeResidentsWaitForTheirTurnAndComeAgain() {
    let run = SupplyRun(
      SmallScenario.make(days: 14) {
        $0.demand.arrivals = [Demand.Arrivals(kind: .first, perDay: 100, needsRecording: true)]
        $0.recording.units = [Self.unit(.office, perHour: 7)]
      })

    // 56 a day at most, and the first resident of the first day comes a little after eight.
    #expect(run[.recorded].reduce(0, +) <= 560)
    #expect(run[.recorded].reduce(0, +) >= 555)
    let cards = run.world.cards
    #expect(cards.age.allSatisfy { $0 == .newlyObliged })
    let obliged = run.world.obliged.reduce(0, +)
    #expect(obliged == 40_000 + cards.count)
    #expect(run[.unrecorded].last == Double(8_000 + cards.count) - run[.recorded].reduce(0, +))
  }

  @Test func someOfTheUnrecordedComeOnTheirOwn() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        $0.recording.walkInShare = 0.01
        $0.recording.units = [Self.unit(.office, 10)]
      })

    // A hundredth of 8,000 unrecorded residents; four standard deviations are 36.
    #expect(abs(run[.requests][0] - 80) < 36)
    #expect(run.supply.residents.count.reduce(0, +) == 8_000 - run.world.cards.count)
  }

  @Test func withoutAnOfficeResidentsWhoTurnSeventeenWaitForAVisit() {
    let run = SupplyRun(
      SmallScenario.make(days: 3) {
        for place in 0..<4 { $0.places[place].recorded = 10_000 }
        $0.demand.arrivals = [Demand.Arrivals(kind: .first, perDay: 20, needsRecording: true)]
        $0.recording.units = [
          Self.unit(.mobile) { $0.from = CalendarDate(dayNumber: 16_440 + 2) }
        ]
      })

    #expect(run[.recorded].prefix(2) == [0, 0])
    #expect(run[.recorded][2] > 0)
    #expect(run.world.cards.age.allSatisfy { $0 == .newlyObliged })
  }

  @Test func anOfficeThatClosesForGoodSendsItsLineToAnother() {
    let run = SupplyRun(
      SmallScenario.make(days: 13) {
        $0.demand.arrivals = [Demand.Arrivals(kind: .first, perDay: 100, needsRecording: true)]
        $0.recording.units = [
          Self.unit(.office, perHour: 1) { $0.to = CalendarDate(dayNumber: 16_440 + 3) },
          Self.unit(.office, 40) {
            $0.from = CalendarDate(dayNumber: 16_440 + 9)
            $0.hours.overtimeDays = [.saturday]
          },
        ]
      })

    #expect(run.world.cards.recordedAt.allSatisfy { $0 != CardTable.never })
    #expect(run[.recorded][4...8].allSatisfy { $0 == 0 })
  }

  @Test func cardsPrintedOnTheSpotTakeABlankEachAndReachTheirResidentsAtOnce() {
    let run = SupplyRun(
      SmallScenario.make(days: 5) {
        $0.blanks.opening = 100
        $0.printing.sites = []
        $0.recording.units = [
          Self.unit(.mobile) {
            $0.printsOnTheSpotMinutes = 15
            $0.kecamatan = [0]
          }
        ]
      })

    #expect(run[.delivered] == [80, 20, 0, 0, 0])
    #expect(run.world.holders.reduce(0, +) == 24_100)
    #expect(run[.waitingToPrint].last == 300)
    #expect(run[.withinPromisePercent] == nil)
    #expect(run[.waitMedianDays] == 0)
    let cards = run.world.cards
    #expect((0..<100).allSatisfy { cards.endedAt[$0] == cards.recordedAt[$0] + 900 })
  }

  @Test func whereThereIsNoSignalNothingIsPrintedOnTheSpot() {
    let run = SupplyRun(
      SmallScenario.make(days: 1) {
        $0.blanks.opening = 100
        $0.recording.units = [
          Self.unit(.mobile) {
            $0.printsOnTheSpotMinutes = 15
            $0.onlyWithoutSignal = true
          }
        ]
      })

    #expect(run[.delivered] == [0])
    #expect(run[.recorded] == [80])
  }

  @Test func secondRecordsOfAResidentAreNotPrinted() {
    let run = SupplyRun(
      SmallScenario.make(days: 10) {
        $0.blanks.opening = 5_000
        $0.demand.backlog = [
          SmallScenario.backlog(2_000, stage: .processing, agedDays: 0),
          SmallScenario.backlog(100, .lost, stage: .processing, agedDays: 0),
        ]
        $0.processing = CentralProcessing(leadDays: .fixed(2), duplicateShare: 0.1)
      })

    let duplicates = run.world.cards.stage.count { $0 == .duplicate }
    #expect(abs(duplicates - 200) < 54)
    #expect(run.world.sorted.count == 2_100 - duplicates)
    #expect(run.world.cards.stage[2_000...].allSatisfy { $0 == .toHandOver })
  }
}
