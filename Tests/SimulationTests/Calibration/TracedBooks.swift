import Domain
import Testing

@testable import Simulation

/// The books that an office would have kept of a simulated run: every hand-over, call, delivery and
/// return of every printed card, with its moment.
enum TracedBooks {
  /// - Parameter scenario: With channels to the door only.
  static func history(
    of scenario: Scenario, seed: UInt64, replication: Int = 0
  ) throws -> OfficeHistory {
    var world = World(scenario, draws: Draws(seed: seed, replication: replication))
    var supply = Supply(scenario, &world)
    var delivery = DeliveryProcess(scenario, &world)
    var events: [Int: [HistoryEvent]] = [:]
    while let event = world.events.next() {
      switch event.owner {
      case .supply: supply.handle(event, &world)
      case .delivery:
        let before = world.failures
        delivery.handle(event, &world)
        let kinds = outcome(of: event, failures: before, world)
        events[Int(event.subject), default: []] += kinds.map { kind in
          HistoryEvent(kind, at: instant(event.time, scenario), organisation: "Satpol PP")
        }
      case .evening:
        supply.note(day: world.day, &world)
        delivery.note(day: world.day, &world)
        world.closeDay()
      }
    }
    return try history(world, events)
  }

  private static func outcome(
    of event: Event, failures: [[Int]], _ world: World
  ) -> [HistoryEvent.Kind] {
    let card = Int(event.subject)
    switch DeliveryEvent(rawValue: event.code) {
    case .call:
      let stage = world.cards.stage[card]
      if stage == .delivered { return [.delivered(.courier)] }
      let channel = Int(world.cards.channel[card])
      let reason = world.failures[channel].indices.first {
        world.failures[channel][$0] > failures[channel][$0]
      }
      let failed = HistoryEvent.Kind.failed(Attempts.Failure.usual[reason ?? 0].name)
      return stage == .held
        ? [failed, .held] : stage == .returned ? [failed, .returned] : [failed]
    case .fetched: return [.delivered(.courier)]
    case .goesBack: return [.returned]
    default: return []
    }
  }

  private static func history(
    _ world: World, _ events: [Int: [HistoryEvent]]
  ) throws -> OfficeHistory {
    let scenario = world.scenario
    let cards = try (0..<world.cards.count)
      .filter { world.cards.printedAt[$0] != CardTable.never }
      .map { number in
        var own = events[number] ?? []
        if world.cards.handedOverAt[number] != CardTable.never {
          own.insert(
            HistoryEvent(
              .handedOver, at: instant(world.cards.handedOverAt[number], scenario),
              organisation: "Satpol PP"), at: 0)
        }
        return HistoryCard(
          id: try Books.id(number), desa: scenario.places[Int(world.cards.place[number])].code,
          kind: world.cards.kind[number], urgency: world.cards.urgency[number],
          requestedOn: date(world.cards.readyAt[number], scenario),
          printedOn: date(world.cards.printedAt[number], scenario), events: own)
      }
    return OfficeHistory(
      zone: Books.zone, period: scenario.firstDay...scenario.lastDay, cards: cards,
      reasons: Attempts.Failure.usual.map {
        HistoryReason(code: $0.name, title: $0.title, allowsRetry: $0.allowsRetry)
      })
  }

  private static func instant(_ seconds: Int32, _ scenario: Scenario) -> Instant {
    let midnight = Instant(scenario.firstDay, at: .midnight, in: Books.zone)
    return Instant(milliseconds: midnight.milliseconds + Int64(seconds) * 1000)
  }

  private static func date(_ seconds: Int32, _ scenario: Scenario) -> CalendarDate {
    instant(seconds, scenario).date(in: Books.zone)
  }
}
