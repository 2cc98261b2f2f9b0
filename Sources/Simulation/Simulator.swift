/// Runs a scenario from its first morning to its last evening.
///
/// Start here: ``run(replication:)`` is the whole simulation. Time is in whole seconds since
/// midnight of the first day. Chance comes from ``Draws``: each decision about each card, printer
/// or day has its own numbers, fixed by the seed and the replication, so that two scenarios meet the
/// same residents at home (common random numbers).
///
/// Source: A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, chapters 1 and 11.
public struct Simulator: Sendable {
  public let scenario: Scenario
  public let seed: UInt64
  private let planner: PlannedRuns?

  /// - Parameter planner: Makes the runs where ``Delivery/runs`` is ``RunModel/planner``.
  /// - Precondition: Where runs are to be planned there is a `planner`, and
  ///   ``PlannedRuns/check(_:)`` finds nothing.
  public init(_ scenario: Scenario, seed: UInt64, planner: PlannedRuns? = nil) {
    precondition(
      scenario.delivery.runs == .estimate || planner != nil,
      "the scenario \(scenario.name) asks for planned runs; hand in a planner")
    self.scenario = scenario
    self.seed = seed
    self.planner = planner
  }

  /// Simulates one replication.
  ///
  /// - Complexity: a few events per card, each in time logarithmic in the events that are due.
  public func run(replication: Int) -> SimulationRecord {
    var world = World(scenario, draws: Draws(seed: seed, replication: replication))
    var supply = Supply(scenario, &world)
    var delivery = DeliveryProcess(scenario, &world, planner: planner)
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
    return world.record(replication: replication)
  }
}
