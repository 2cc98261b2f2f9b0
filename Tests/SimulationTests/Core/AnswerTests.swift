import Domain
import Testing

@testable import Simulation

/// Answers drawn from cards and series that are written down by hand.
@Suite struct AnswerTests {
  private static let day: Int32 = 86_400

  private static func world(_ change: (inout Scenario) -> Void = { _ in }) -> World {
    let scenario = SmallScenario.make(days: 20) {
      $0.goals = Goals(promiseDays: 5, offlinePromiseDays: 3, greenFromPermille: 900)
      change(&$0)
    }
    return World(scenario, draws: Draws(seed: 1, replication: 0))
  }

  /// Adds a card that was ready and ended at the given days; nil: not yet.
  private static func add(
    _ world: inout World, stage: CardStage, ready: Double, ended: Double? = nil, place: Int = 0,
    isOpening: Bool = false, isHandedOver: Bool = true
  ) {
    let readyAt = Int32(ready * 86_400)
    let card = world.cards.add(
      place: place, kind: .first, urgency: .normal, age: .adult, sex: .female,
      isOpening: isOpening, stage: stage, tier: 1, recordedAt: readyAt - day)
    world.cards.readyAt[card] = readyAt
    if isHandedOver { world.cards.handedOverAt[card] = max(0, readyAt) }
    if let ended { world.cards.endedAt[card] = Int32(ended * 86_400) }
  }

  private static func answers(_ world: World) -> [Answer: Double] {
    world.record(replication: 0).answers
  }

  @Test func aPromiseIsCountedOnceItsTimeIsOver() {
    var world = Self.world()
    // Kept: on the last second of the fifth day. Broken: a second later.
    Self.add(&world, stage: .delivered, ready: 1.5, ended: 7.5 - 1.0 / 86_400)
    Self.add(&world, stage: .delivered, ready: 1.5, ended: 7.5)
    // Came back, and is still on its way when its time is over.
    Self.add(&world, stage: .returned, ready: 2, ended: 4)
    Self.add(&world, stage: .ready, ready: 14)
    // Not counted: still in time, overdue before the first day, a second record.
    Self.add(&world, stage: .ready, ready: 14.1)
    Self.add(&world, stage: .delivered, ready: -6, ended: 1)
    Self.add(&world, stage: .duplicate, ready: 2, ended: 2)

    #expect(Self.answers(world)[.withinPromisePercent] == 25)
  }

  @Test func thePromiseToPlacesWithoutSignalRunsFromRecording() {
    var world = Self.world()
    Self.add(&world, stage: .delivered, ready: 2, ended: 4.9, place: 3)
    Self.add(&world, stage: .delivered, ready: 2, ended: 5, place: 3)
    Self.add(&world, stage: .delivered, ready: 2, ended: 2.5, place: 0)

    #expect(Self.answers(world)[.offlineWithinPromisePercent] == 50)
    #expect(Self.answers(Self.world())[.offlineWithinPromisePercent] == nil)
    #expect(Self.answers(Self.world())[.withinPromisePercent] == nil)
  }

  @Test func waitsAreThoseOfCardsThatArrived() {
    var world = Self.world()
    for days in 1...10 {
      Self.add(&world, stage: .delivered, ready: 0.5, ended: 0.6 + Double(days))
    }
    Self.add(&world, stage: .withChannel, ready: -100)
    let answers = Self.answers(world)

    #expect(answers[.waitMedianDays] == 5)
    #expect(answers[.waitNinetiethDays] == 9)
    #expect(answers[.waitNinetyFifthDays] == 10)
    #expect(answers[.waitNinetyNinthDays] == 10)
    #expect(Self.answers(Self.world())[.waitMedianDays] == nil)
  }

  @Test func theOpeningCardsAreDoneWhenTheLastOfThemIs() {
    var world = Self.world()
    Self.add(&world, stage: .delivered, ready: -3, ended: 4.2, isOpening: true)
    Self.add(&world, stage: .returned, ready: -3, ended: 9.5, isOpening: true)
    Self.add(&world, stage: .duplicate, ready: -3, ended: 1, isOpening: true)
    Self.add(&world, stage: .ready, ready: 5)
    #expect(Self.answers(world)[.openingCardsDoneDay] == 10)

    Self.add(&world, stage: .held, ready: -3, isOpening: true)
    #expect(Self.answers(world)[.openingCardsDoneDay] == nil)
    #expect(Self.answers(Self.world())[.openingCardsDoneDay] == nil)
  }

  @Test func deliveredIsMeasuredAgainstWhatWasHandedOver() {
    var world = Self.world()
    Self.add(&world, stage: .delivered, ready: 1, ended: 2)
    Self.add(&world, stage: .withChannel, ready: 1)
    Self.add(&world, stage: .returned, ready: 1, ended: 3)
    Self.add(&world, stage: .held, ready: 1)
    // Printed on the spot, and never handed over to anybody.
    Self.add(&world, stage: .delivered, ready: 1, ended: 1, isHandedOver: false)
    Self.add(&world, stage: .sorting, ready: 1, isHandedOver: false)

    #expect(Self.answers(world)[.deliveredPercent] == 25)
    #expect(Self.answers(world)[.cardsInside] == 3)
  }

  @Test func theGreenZoneBeginsOnTheEveningThatReachesIt() {
    var world = Self.world()
    for day in 0..<20 {
      world.recorded[2] = 8_000 + day * 500
      world.closeDay()
    }
    let answers = Self.answers(world)

    // 32,000 of 40,000 at first; 36,000 in the evening of the ninth day.
    #expect(answers[.recordedPercentAtStart] == 80)
    #expect(answers[.greenDay] == 9)
    #expect(answers[.recordedPercent] == 100 * 41_500.0 / 40_000)
  }

  @Test func costIsSharedByTheCardsThatArrived() {
    var world = Self.world {
      $0.delivery.channels = ["satpol", "loket"].map {
        DeliveryChannel(
          name: $0, title: Phrase(id: $0, en: $0), means: .village(VillageService()))
      }
    }
    world.count(.cost, 90_000)
    world.count(.delivered, 30)
    world.channels[0].delivered = 24
    world.channels[0].courierDays = 3
    world.channels[1].delivered = 6
    let answers = Self.answers(world)

    #expect(answers[.cost] == 90_000)
    #expect(answers[.costPerDelivered] == 3_000)
    #expect(answers[.deliveredPerCourierDay] == 8)
    #expect(Self.answers(Self.world())[.costPerDelivered] == nil)
  }

  @Test func everyMeasureHasThePlaceOfItsName() {
    #expect(Measure.allCases.map(\.index) == Array(Measure.allCases.indices))
    #expect(RequestKind.allCases.map(\.ordinal) == [0, 1, 2, 3])
    #expect(Urgency.allCases.map(\.ordinal) == [0, 1])
    #expect(AgeGroup.allCases.map(\.ordinal) == [0, 1, 2, 3])
    #expect(Sex.allCases.map(\.ordinal) == [0, 1])
  }
}
