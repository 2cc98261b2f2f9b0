import Domain

extension DeliveryProcess {
  /// Lets the planner make the runs of a fleet on land, and sets their calls.
  ///
  /// It is asked for the cards that are next in each kecamatan, as many as the bags sent there hold.
  mutating func planRuns(
    by planner: RunPlanner, fleet: Int, sent: [Int], _ working: WorkingDay, _ world: inout World
  ) {
    let asked = takeCards(for: planner, fleet: fleet, sent: sent, world)
    guard !asked.isEmpty, let shift = working.shift else {
      return putBack(asked.map(\.card), fleet: fleet, world)
    }
    let date = CalendarDate(dayNumber: world.scenario.firstDay.dayNumber + world.day)
    let plan = planner.plan(
      asked, couriers: sent, service: fleets[fleet].service, shift: shift, on: date,
      seed: world.draws.bits(.doorPlace, world.day, turn: 1 << 19))
    let midnight = Int32(world.day * 86_400)
    for run in plan.runs {
      for (card, second) in run.cards {
        schedule(.call, at: max(world.now, midnight + second), subject: card, &world)
      }
      bookRun(
        fleet: fleet, seconds: run.seconds, metres: run.metres, working, &world)
    }
    putBack(plan.leftOut, fleet: fleet, world)
  }

  private mutating func takeCards(
    for planner: RunPlanner, fleet: Int, sent: [Int], _ world: World
  ) -> [RunPlanner.AskedCard] {
    var asked: [RunPlanner.AskedCard] = []
    for kecamatan in sent.indices {
      // The door of the card before, by place: some cards share it.
      var doors: [Int: Int] = [:]
      for _ in 0..<sent[kecamatan] * fleets[fleet].bagCards {
        guard let card = fleets[fleet].land[kecamatan].removeFirst(world.cards) else { break }
        let place = Int(world.cards.place[card])
        let luck = world.cards.luck[card]
        let isShared = world.draws.happens(fleets[fleet].sharedDoorShare, .household, luck)
        let door = isShared ? doors[place] ?? luck : luck
        doors[place] = door
        asked.append(
          RunPlanner.AskedCard(
            card: card, place: place, kind: world.cards.kind[card],
            urgency: world.cards.urgency[card],
            door: planner.doors.door(of: door, in: place, world.draws)))
      }
    }
    return asked
  }

  private mutating func putBack(_ cards: [Int], fleet: Int, _ world: World) {
    for card in cards {
      let kecamatan = kecamatanOfPlace[Int(world.cards.place[card])]
      fleets[fleet].land[kecamatan].insert(card, world.cards)
    }
  }
}

extension WorkingDay {
  /// The hours as the planner knows them, the rest about half-way; nil if there are none.
  fileprivate var shift: Shift? {
    let start = leaves % 86_400
    let end = start + closes - leaves
    let rest = Int32(restSeconds)
    let middle = start + Int32(seconds / 2)
    let earliest = TimeOfDay(seconds: max(start, middle - 1800))
    let latest = TimeOfDay(seconds: min(end - rest, middle + 1800))
    guard let from = TimeOfDay(seconds: start), let to = TimeOfDay(seconds: end) else { return nil }
    guard rest > 0, let earliest, let latest else { return try? Shift(start: from, end: to) }
    return try? Shift(
      start: from, end: to,
      rest: Shift.Break(earliest: earliest, latest: latest, minutes: Int(rest) / 60))
  }
}
