import Domain

extension DeliveryProcess {
  /// Sets what the clock of the office and of each door channel brings today, and tomorrow.
  ///
  /// Where cards are handed over to couriers, they set out only afterwards.
  mutating func beginDay(_ world: inout World) {
    let day = world.day
    let office = world.officeHours
    let isOpen = office.works(on: day)
    if isOpen { schedule(.handOver, at: office.opens[day], &world) }
    for index in fleets.indices where fleets[index].hours.works(on: day) {
      let hours = fleets[index].hours
      let comesToOffice = isOpen && handsOver(to: fleets[index].channel, on: day, world)
      let opens = comesToOffice ? max(hours.opens[day], office.opens[day]) : hours.opens[day]
      if opens < hours.closes[day] { schedule(.runs, at: opens, subject: index, &world) }
    }
    schedule(.morning, at: Int32((day + 1) * 86_400), &world)
  }

  /// Gives each channel whose day it is the cards that are sorted for it.
  mutating func handOver(_ world: inout World) {
    route(&world)
    for channel in toHandOver.indices
    where !toHandOver[channel].isEmpty && handsOver(to: channel, on: world.day, world) {
      let cards = toHandOver[channel]
      toHandOver[channel].removeAll()
      note(handOverOf: cards.count, to: channel, &world)
      for card in cards { take(Int(card), by: channel, &world) }
    }
  }

  /// Chooses the channels of the cards that were sorted since the last hand-over.
  private mutating func route(_ world: inout World) {
    for sorted in world.sorted {
      let card = Int(sorted)
      let channel = router.channel(
        place: Int(world.cards.place[card]), kind: world.cards.kind[card],
        at: world.draws.uniform(.channel, world.cards.luck[card]))
      world.cards.channel[card] = Int8(channel)
      toHandOver[channel].append(sorted)
    }
    world.sorted.removeAll(keepingCapacity: true)
  }

  private func handsOver(to channel: Int, on day: Int, _ world: World) -> Bool {
    let weekday = CalendarDate(dayNumber: world.scenario.firstDay.dayNumber + day).dayOfWeek
    return day >= firstHandOver[channel]
      && world.scenario.delivery.channels[channel].handoverDays.contains(weekday)
  }

  private mutating func note(handOverOf cards: Int, to channel: Int, _ world: inout World) {
    let fees = world.scenario.costs.perCardOfChannel
    let fee = channel < fees.count ? fees[channel] : 0
    world.channels[channel].handedOver += cards
    pay(fee * Double(cards), channel: channel, &world)
    tally.handedOver += cards
  }

  private mutating func take(_ card: Int, by channel: Int, _ world: inout World) {
    world.cards.handedOverAt[card] = world.now
    world.cards.stage[card] = .withChannel
    tally.withChannel += 1
    if fleetOfChannel[channel] >= 0 {
      carry(card, by: fleetOfChannel[channel], &world)
      return
    }
    switch world.scenario.delivery.channels[channel].means {
    case .door: preconditionFailure("door channel \(channel) has no fleet")
    case .village(let service): bringToVillage(card, by: service, &world)
    case .counter(let service): keepForCounter(card, service, &world)
    }
  }

  /// Books `rupiah` on a channel.
  mutating func pay(_ rupiah: Double, channel: Int, _ world: inout World) {
    world.channels[channel].cost += rupiah
    tally.cost += rupiah
  }
}
