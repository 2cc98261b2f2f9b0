@testable import Simulation

/// A run that leaves the cards themselves, and not only the record.
enum SimulatedWorld {
  static func run(_ scenario: Scenario, seed: UInt64, replication: Int) -> World {
    var world = World(scenario, draws: Draws(seed: seed, replication: replication))
    var supply = Supply(scenario, &world)
    var delivery = DeliveryProcess(scenario, &world)
    while let event = world.events.next() {
      switch event.owner {
      case .supply: supply.handle(event, &world)
      case .delivery: delivery.handle(event, &world)
      case .evening:
        supply.note(day: world.day, &world)
        delivery.note(day: world.day, &world)
        world.closeDay()
      }
    }
    return world
  }
}
