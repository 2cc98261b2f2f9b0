import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct WaitTableTests {
  /// The table of all groups against asking every card for every group.
  @Test(arguments: UInt64(0)..<20)
  func countsAsAskingEveryCardWould(seed: UInt64) {
    let world = Self.world(seed: seed)
    let table = world.waitTable()

    #expect(Set(table.groups).count == table.groups.count)
    for (index, group) in table.groups.enumerated() {
      var reached = WaitHistogram()
      var waiting = WaitHistogram()
      var withinPromise = 0
      for card in 0..<world.cards.count where Self.belongs(card, to: group, world) {
        let ready = Int(world.cards.readyAt[card])
        if world.cards.stage[card] == .delivered {
          let days = (Int(world.cards.endedAt[card]) - ready) / 86_400
          reached.add(days: days)
          if days <= world.scenario.goals.promiseDays { withinPromise += 1 }
        } else if world.cards.stage[card].isInside {
          waiting.add(days: (world.scenario.dayCount * 86_400 - ready) / 86_400)
        }
      }
      #expect(table.reached[index] == reached)
      #expect(table.waiting[index] == waiting)
      #expect(table.withinPromise[index] == withinPromise)
    }
  }

  private static func belongs(_ card: Int, to group: WaitGroup, _ world: World) -> Bool {
    let place = Int(world.cards.place[card])
    return switch group {
    case .everyone: true
    case .kecamatan(let kecamatan): world.scenario.places[place].kecamatan == kecamatan
    case .place(let other): place == other
    case .kind(let kind): world.cards.kind[card] == kind
    case .urgency(let urgency): world.cards.urgency[card] == urgency
    case .age(let age): world.cards.age[card] == age
    case .sex(let sex): world.cards.sex[card] == sex
    case .channel(let channel): Int(world.cards.channel[card]) == channel
    case .withoutSignal: !world.scenario.places[place].hasSignal
    }
  }

  private static func world(seed: UInt64) -> World {
    var random = SplitMix64(seed: seed)
    let scenario = RandomScenario.make(using: &random)
    var world = World(scenario, draws: Draws(seed: seed, replication: 0))
    let stages: [CardStage] = [
      .recording, .processing, .ready, .printing, .sorting, .toHandOver, .withChannel, .held,
      .delivered, .delivered, .delivered, .returned, .duplicate,
    ]
    for number in 0..<400 {
      let card = world.cards.add(
        place: .random(in: 0..<4, using: &random), kind: RequestKind.allCases[number % 4],
        urgency: Urgency.allCases[number % 3 == 0 ? 1 : 0], age: AgeGroup.allCases[number % 4],
        sex: Sex.allCases[number % 2], isOpening: false,
        stage: stages[Int.random(in: 0..<stages.count, using: &random)], tier: 0, recordedAt: 0)
      world.cards.readyAt[card] = .random(in: -90_000_000...800_000, using: &random)
      world.cards.endedAt[card] =
        max(0, world.cards.readyAt[card]) + .random(in: 0...1_000_000, using: &random)
      world.cards.channel[card] = Int8(Int.random(in: -1..<3, using: &random))
    }
    return world
  }
}
