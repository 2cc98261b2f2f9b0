extension DeliveryProcess {
  /// Puts a card aside for its resident to fetch.
  mutating func hold(_ card: Int, _ world: inout World) {
    world.cards.stage[card] = .held
    tally.withChannel -= 1
    tally.held += 1
  }

  /// Hands a card to its resident.
  mutating func deliver(_ card: Int, _ world: inout World) {
    end(card, as: .delivered, &world)
    world.ages.arrive(readyAt: world.cards.readyAt[card], now: world.now)
    world.channels[Int(world.cards.channel[card])].delivered += 1
    tally.delivered += 1
    if world.cards.isFirst[card] { world.holders[Int(world.cards.place[card])] += 1 }
  }

  /// Takes a card back to the office.
  mutating func sendBack(_ card: Int, _ world: inout World) {
    end(card, as: .returned, &world)
    world.ages.leave(readyAt: world.cards.readyAt[card])
    world.channels[Int(world.cards.channel[card])].returned += 1
    tally.returned += 1
  }

  private mutating func end(_ card: Int, as stage: CardStage, _ world: inout World) {
    if world.cards.stage[card] == .held { tally.held -= 1 } else { tally.withChannel -= 1 }
    world.cards.stage[card] = stage
    world.cards.endedAt[card] = world.now
  }
}
