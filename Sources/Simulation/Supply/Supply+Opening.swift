import Domain

extension Supply {
  /// Puts the cards of the first morning where they stand.
  mutating func openBacklogs(_ world: inout World) {
    let total = world.scenario.demand.backlog.reduce(0) { $0 + $1.cards }
    world.cards.reserve(total + total / 4)
    let people = openingWeights(world.scenario)
    for (index, backlog) in world.scenario.demand.backlog.enumerated() {
      open(backlog, index, sharedOut(backlog.cards, by: people), &world)
    }
  }

  /// People without a card in each place; where no place has one, all who must hold a card.
  private func openingWeights(_ scenario: Scenario) -> [Int] {
    let without = scenario.places.map { $0.obliged - $0.holders }
    return without.contains { $0 > 0 } ? without : scenario.places.map(\.obliged)
  }

  /// Adds the cards of one backlog, those of the places well mixed.
  private mutating func open(
    _ backlog: Demand.Backlog, _ index: Int, _ shares: [Int], _ world: inout World
  ) {
    guard backlog.cards > 0, !shares.isEmpty else { return }
    let placeOfPosition = shares.indices.flatMap { Array(repeating: $0, count: shares[$0]) }
    let step = Self.stride(over: backlog.cards)
    for number in 0..<backlog.cards {
      let luck = index << 32 | number
      let place = placeOfPosition[number * step % backlog.cards]
      let drawn = world.draws.value(of: backlog.agedDays, .agedDays, luck)
      let aged = min(drawn, Double(CardAges.longestBefore))
      let since = -Int32((aged * 86_400).rounded())
      let card = world.cards.add(
        place: place, kind: backlog.kind, urgency: backlog.urgency,
        age: .drawn(world.draws, luck), sex: .drawn(world.draws, luck), isOpening: true,
        stage: .processing, tier: tier(of: backlog.kind, backlog.urgency), recordedAt: since,
        luck: luck)
      settle(card, at: backlog.stage, since: since, &world)
    }
  }

  private mutating func settle(
    _ card: Int, at stage: Demand.Stage, since: Int32, _ world: inout World
  ) {
    switch stage {
    case .processing:
      startProcessing(card, recordedAt: since, &world)
    case .ready:
      queue(card, readyAt: since, &world)
    case .printed:
      world.cards.readyAt[card] = since
      world.ages.enter(readyAt: since)
      world.cards.printedAt[card] = min(since, -1)
      release(card, &world)
    }
  }

  /// A step that visits all of `count` positions, each next one far from the last.
  private static func stride(over count: Int) -> Int {
    var step = max(1, Int((Double(count) * 0.6180339887498949).rounded()))
    while greatestCommonDivisor(step, count) != 1 { step += 1 }
    return step
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
