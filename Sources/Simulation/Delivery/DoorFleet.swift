import Domain

/// The couriers and boats of one door channel, and the cards that wait for them.
struct DoorFleet: Sendable {
  /// Its place in ``Delivery/channels``.
  let channel: Int
  let service: DoorService
  let hours: DayHours
  let odds: CallOdds
  let restSeconds: Double
  /// Of each run, and of each door: here so that the loops over cards need not copy the service.
  let bagCards: Int
  let setupSeconds: Double
  /// By kecamatan: the runs on land.
  let estimates: [RunEstimate]
  /// The share of cards that are for the door of the card before.
  let sharedDoorShare: Double
  /// Whether its couriers are paid by the day.
  let paysCouriers: Bool
  /// Cards that wait to be brought, by kecamatan: those on land, and those on islands.
  var land: [CardPool]
  var islands: [CardPool]
  var shares: CourierShares
  /// The first day on which each boat, with its courier, is back.
  var boatsBackOn: [Int]
  /// Mean seconds that a card takes at its door, set-up included and exchange not, to judge the work
  /// that waits.
  private let meanSecondsAtDoor: Double

  init(_ service: DoorService, channel: Int, of scenario: Scenario) {
    self.channel = channel
    self.service = service
    hours = DayHours(service.hours, of: scenario)
    odds = CallOdds(service.attempts, firstDay: scenario.firstDay)
    restSeconds = Double(service.restMinutes * 60)
    bagCards = service.bagCards
    setupSeconds = service.setupMinutes * 60
    estimates = scenario.kecamatan.indices.map { RunEstimate(ofLandIn: $0, scenario) }
    sharedDoorShare = 1 - 1 / max(1, service.cardsPerDoor)
    let paid = scenario.costs.paysCouriersOfChannel
    paysCouriers = channel < paid.count ? paid[channel] : true
    land = Array(repeating: CardPool(), count: scenario.kecamatan.count)
    islands = land
    shares = CourierShares(kecamatanCount: scenario.kecamatan.count)
    boatsBackOn = Array(repeating: 0, count: service.boats?.count ?? 0)
    meanSecondsAtDoor =
      60 * (service.minutesAtDoor.mean + service.setupMinutes / max(1, service.cardsPerDoor))
  }

  /// Couriers who are not at sea on `day`.
  func couriersAshore(on day: Int) -> Int {
    service.couriers - boatsBackOn.count { $0 > day }
  }

  /// Days of one courier of `seconds` that the cards waiting on land take, by kecamatan.
  func work(secondsOfDay seconds: Double) -> [Double] {
    land.indices.map { kecamatan in
      let cards = land[kecamatan].count
      guard cards > 0 else { return 0 }
      let estimate = estimates[kecamatan]
      let stops = max(1, Int(Double(cards) * (1 - sharedDoorShare)))
      let takes =
        Double(cards) * meanSecondsAtDoor
        + Double(land[kecamatan].exchangeCount) * service.oldCardMinutes * 60
        + estimate.secondsBetween(stops: stops, couriers: 1)
      let useful = max(seconds / 20, seconds - estimate.lineHaulSeconds)
      return max(takes / useful, Double(cards) / Double(max(1, bagCards)))
    }
  }

  /// What a card takes at its door once the courier stands there, in seconds.
  func secondsAtDoor(of card: Int, _ world: World) -> Double {
    let minutes = world.draws.value(
      of: service.minutesAtDoor, .doorTime, world.cards.luck[card],
      turn: Int(world.cards.calls[card]))
    let exchange = world.cards.kind[card].surrendersOldCard ? service.oldCardMinutes : 0
    return (minutes + exchange) * 60
  }
}
