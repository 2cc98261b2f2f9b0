extension DeliveryProcess {
  /// Takes a card for the door through the transit of its channel.
  ///
  /// Transit is counted in whole days of the calendar, to the nearest.
  mutating func carry(_ card: Int, by fleet: Int, _ world: inout World) {
    let days = world.draws.value(
      of: fleets[fleet].service.transitDays, .transit, world.cards.luck[card])
    wait(card, days: Int(min(100_000, days).rounded()), &world)
  }

  /// Lets a card wait for a courier from the morning `days` from today on.
  private mutating func wait(_ card: Int, days: Int, _ world: inout World) {
    guard days > 0 else { return waitForCourier(card, &world) }
    let morning = min(Int(Int32.max), (world.day + days) * 86_400)
    schedule(.readyToCall, at: Int32(morning), subject: card, &world)
  }

  /// Puts a card where the next courier to its kecamatan, or boat to its island, takes it.
  mutating func waitForCourier(_ card: Int, _ world: inout World) {
    let fleet = fleetOfChannel[Int(world.cards.channel[card])]
    let place = Int(world.cards.place[card])
    let kecamatan = kecamatanOfPlace[place]
    if isIsland[place] {
      fleets[fleet].islands[kecamatan].insert(card, world.cards)
    } else {
      fleets[fleet].land[kecamatan].insert(card, world.cards)
    }
  }

  /// A courier calls at the door of a card.
  mutating func call(on card: Int, _ world: inout World) {
    let channel = Int(world.cards.channel[card])
    let fleet = fleetOfChannel[channel]
    let earlier = Int(world.cards.calls[card])
    world.cards.calls[card] = UInt8(min(255, earlier + 1))
    world.channels[channel].calls += 1
    tally.calls += 1
    let share = fleets[fleet].odds.failureShare(at: world.now, isFirstCall: earlier == 0)
    if world.draws.happens(share, .callFails, world.cards.luck[card], turn: earlier) {
      fail(card, fleet: fleet, calls: earlier + 1, &world)
    } else {
      deliver(card, &world)
    }
  }

  private mutating func fail(_ card: Int, fleet: Int, calls: Int, _ world: inout World) {
    let attempts = fleets[fleet].service.attempts
    let luck = world.cards.luck[card]
    let reason = fleets[fleet].odds.reason(
      at: world.draws.uniform(.failureReason, luck, turn: calls - 1))
    world.failures[fleets[fleet].channel][reason] += 1
    if !attempts.failures[reason].allowsRetry {
      sendBack(card, &world)
    } else if calls < attempts.maximum {
      wait(card, days: max(1, attempts.retryDays), &world)
    } else {
      keepAfterCalls(card, attempts, &world)
    }
  }

  /// Holds a card after the last call: fetched on one of the days of holding, or sent back after.
  private mutating func keepAfterCalls(
    _ card: Int, _ attempts: Attempts, _ world: inout World
  ) {
    guard attempts.holdDays > 0 else { return sendBack(card, &world) }
    hold(card, &world)
    let luck = world.cards.luck[card]
    if world.draws.happens(attempts.fetchedShare, .fetched, luck) {
      let day = 1 + Int(world.draws.uniform(.fetchDay, luck) * Double(attempts.holdDays))
      schedule(.fetched, at: moment(Double(day), after: world.now), subject: card, &world)
    } else {
      let limit = moment(Double(attempts.holdDays), after: world.now)
      schedule(.goesBack, at: limit, subject: card, &world)
    }
  }
}
