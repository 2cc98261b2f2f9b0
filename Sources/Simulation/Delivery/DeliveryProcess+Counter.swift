extension DeliveryProcess {
  /// Keeps a card at the office until its resident comes, at any hour of a day on which it is open,
  /// or until it is put away because nobody has.
  mutating func keepForCounter(_ card: Int, _ service: CounterService, _ world: inout World) {
    hold(card, &world)
    let luck = world.cards.luck[card]
    let days = world.draws.value(of: service.fetchDays, .fetchDay, luck)
    guard !world.draws.happens(service.neverFetchedShare, .fetched, luck),
      days < Double(service.returnAfterDays)
    else {
      let limit = moment(Double(service.returnAfterDays), after: world.now)
      schedule(.goesBack, at: limit, subject: card, &world)
      return
    }
    var day = Int(moment(days, after: world.now) / 86_400)
    while day < world.officeHours.dayCount, !world.officeHours.works(on: day) { day += 1 }
    guard day < world.officeHours.dayCount else { return }
    let opens = world.officeHours.opens[day]
    let open = Double(world.officeHours.closes[day] - opens)
    let hour = world.draws.uniform(.fetchDay, luck, turn: 1)
    let comes = max(world.now, opens + Int32(hour * open))
    schedule(.atCounter, at: comes, subject: card, &world)
  }

  /// Serves a resident who has come to the counter in turn.
  mutating func comeToCounter(_ card: Int, _ world: inout World) {
    let channel = Int(world.cards.channel[card])
    guard case .counter(let service) = world.scenario.delivery.channels[channel].means else {
      preconditionFailure("card \(card) is fetched by channel \(channel), which has no counter")
    }
    let minutes = world.draws.value(
      of: service.minutesPerCard, .counterTime, world.cards.luck[card])
    let turn = queues[queueOfChannel[channel]].serve(
      comingAt: world.now, seconds: Int32(min(minutes * 60, 1e7).rounded()),
      within: world.officeHours)
    if let turn { schedule(.fetched, at: turn.ends, subject: card, &world) }
  }
}
