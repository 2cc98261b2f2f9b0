import Domain

/// From the sorted card to the resident's hand, or back: hand-over, channels, runs, calls, holding.
///
/// Start here: ``handle(_:_:)`` is the list of everything that happens; each happening is a method
/// in the file of its channel.
struct DeliveryProcess: Sendable {
  let router: ChannelRouter
  /// The door channels, in order.
  var fleets: [DoorFleet] = []
  /// Of each channel its index in ``fleets`` or ``queues``, or -1.
  var fleetOfChannel: [Int] = []
  var queueOfChannel: [Int] = []
  /// The queues of the counter channels, in order.
  var queues: [CounterQueue] = []
  /// The kecamatan of each place, and whether it is reached only by boat.
  let kecamatanOfPlace: [Int]
  let isIsland: [Bool]
  /// Sorted cards that wait for the hand-over to each channel.
  var toHandOver: [[Int32]]
  /// The first day on which cards are handed over to each channel.
  let firstHandOver: [Int]
  var tally = DeliveryTally()
  /// The run that is being made up.
  var load = RunLoad()
  /// Makes the runs where they are not estimated.
  let planner: RunPlanner?

  /// - Precondition: There is a `planner` if runs are to be planned.
  init(_ scenario: Scenario, _ world: inout World, planner: PlannedRuns? = nil) {
    router = ChannelRouter(scenario)
    kecamatanOfPlace = scenario.places.map(\.kecamatan)
    isIsland = scenario.places.map(\.isIsland)
    precondition(
      scenario.delivery.runs == .estimate || planner != nil, "planned runs need a planner")
    self.planner =
      scenario.delivery.runs == .planner ? planner.map { RunPlanner(scenario, $0) } : nil
    let channels = scenario.delivery.channels
    toHandOver = Array(repeating: [], count: channels.count)
    firstHandOver = channels.map { channel in
      channel.from.map { max(0, $0.dayNumber - scenario.firstDay.dayNumber) } ?? 0
    }
    for (index, channel) in channels.enumerated() {
      fleetOfChannel.append(-1)
      queueOfChannel.append(-1)
      switch channel.means {
      case .door(let service):
        fleetOfChannel[index] = fleets.count
        fleets.append(DoorFleet(service, channel: index, of: scenario))
      case .counter(let service):
        queueOfChannel[index] = queues.count
        queues.append(CounterQueue(counters: service.counters))
      case .village: break
      }
    }
    guard !channels.isEmpty else { return }
    schedule(.morning, at: 0, &world)
  }

  mutating func handle(_ event: Event, _ world: inout World) {
    let subject = Int(event.subject)
    guard let happening = DeliveryEvent(rawValue: event.code) else {
      preconditionFailure("no delivery event has code \(event.code)")
    }
    switch happening {
    case .morning: beginDay(&world)
    case .handOver: handOver(&world)
    case .runs: sendOut(fleet: subject, &world)
    case .readyToCall: waitForCourier(subject, &world)
    case .call: call(on: subject, &world)
    case .atVillage: arriveAtVillage(subject, &world)
    case .atCounter: comeToCounter(subject, &world)
    case .fetched: deliver(subject, &world)
    case .goesBack: sendBack(subject, &world)
    }
  }

  /// Notes the levels and shares of `day` in the evening.
  mutating func note(day: Int, _ world: inout World) {
    let waiting = toHandOver.reduce(world.sorted.count) { $0 + $1.count }
    world.note(.waitingToHandOver, Double(waiting))
    let forBoats = fleets.reduce(0) { $0 + $1.islands.reduce(0) { $0 + $1.count } }
    world.note(.waitingForBoat, Double(forBoats))
    tally.close(&world)
  }

  /// Sets a happening for `time`, unless the simulation is over by then.
  func schedule(
    _ happening: DeliveryEvent, at time: Int32, subject: Int = 0, _ world: inout World
  ) {
    guard Int(time) < world.scenario.dayCount * 86_400 else { return }
    world.events.schedule(
      at: time, .delivery, code: happening.rawValue, subject: Int32(truncatingIfNeeded: subject))
  }

  /// The moment `days` after `time`, however many they are.
  func moment(_ days: Double, after time: Int32) -> Int32 {
    let later = Double(time) + max(0, days) * 86_400
    return later < Double(Int32.max) ? Int32(later) : .max
  }
}
