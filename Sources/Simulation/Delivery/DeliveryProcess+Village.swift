extension DeliveryProcess {
  /// Sends a card to its village office, together with all others that go there today.
  func bringToVillage(_ card: Int, by service: VillageService, _ world: inout World) {
    let place = Int(world.cards.place[card])
    let days = world.draws.value(
      of: service.transitDays, .transit, place, turn: world.day + 1)
    schedule(.atVillage, at: moment(days, after: world.now), subject: card, &world)
  }

  /// Keeps a card at its village office until it is fetched, or not.
  mutating func arriveAtVillage(_ card: Int, _ world: inout World) {
    let channel = Int(world.cards.channel[card])
    guard case .village(let service) = world.scenario.delivery.channels[channel].means else {
      preconditionFailure("card \(card) came to a village by channel \(channel), which has none")
    }
    hold(card, &world)
    let luck = world.cards.luck[card]
    let isFetched = !world.draws.happens(service.neverFetchedShare, .fetched, luck)
    let days = world.draws.value(of: service.fetchDays, .fetchDay, luck)
    if isFetched, days < Double(service.returnAfterDays) {
      schedule(.fetched, at: moment(days, after: world.now), subject: card, &world)
    } else {
      let limit = moment(Double(service.returnAfterDays), after: world.now)
      schedule(.goesBack, at: limit, subject: card, &world)
    }
  }
}
