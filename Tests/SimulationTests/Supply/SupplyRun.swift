import Domain
import Testing

@testable import Simulation

/// A run of the supply alone: printed cards pile up, sorted.
struct SupplyRun {
  var world: World
  var supply: Supply
  /// Whether every evening found as many cards and blanks as should be there, and the last evening
  /// each of them in its place.
  var wasAlwaysBalanced: Bool

  init(_ scenario: Scenario, seed: UInt64 = 1, replication: Int = 0) {
    world = World(scenario, draws: Draws(seed: seed, replication: replication))
    supply = Supply(scenario, &world)
    wasAlwaysBalanced = supply.isBalanced(world)
    while let event = world.events.next() {
      switch event.owner {
      case .supply: supply.handle(event, &world)
      case .delivery: Issue.record("no delivery runs here")
      case .evening:
        wasAlwaysBalanced = wasAlwaysBalanced && supply.countsAgree(world)
        supply.note(day: world.day, &world)
        world.closeDay()
      }
    }
    wasAlwaysBalanced = wasAlwaysBalanced && supply.isBalanced(world)
  }

  var record: SimulationRecord { world.record(replication: 0) }

  subscript(answer: Answer) -> Double? { record.answers[answer] }
  subscript(measure: Measure) -> [Double] { world.daily[measure] }
}
