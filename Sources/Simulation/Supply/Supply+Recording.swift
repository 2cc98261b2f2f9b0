import Domain

extension Supply {
  mutating func numberTeams() {
    var first = 0
    for unit in units.indices {
      units[unit].firstTeam = first
      first += units[unit].facts.count
    }
  }

  /// Schedules the units of the day and moves the lines of offices that are gone.
  mutating func openAndCloseUnits(_ day: Int, _ world: inout World) {
    var sentAway = stranded
    stranded = []
    for unit in units.indices where !units[unit].exists(on: day) {
      sentAway += units[unit].dissolveLine()
    }
    for card in sentAway { standInLine(card, &world) }
    for unit in units.indices
    where units[unit].exists(on: day) && units[unit].hours.works(on: day) {
      schedule(.unitOpens, at: units[unit].hours.opens[day], subject: unit, &world)
    }
  }

  mutating func openUnit(_ unit: Int, _ world: inout World) {
    units[unit].openDay = world.day
    if units[unit].isOffice {
      serveLine(of: unit, &world)
    } else {
      sendOut(unit, &world)
    }
  }

  /// Notes that a resident is recorded and sends the record on.
  mutating func record(_ card: Int, unit: Int, _ world: inout World) {
    let place = Int(world.cards.place[card])
    world.recorded[place] += 1
    world.count(.recorded)
    world.cards.recordedAt[card] = world.now
    let isOffline =
      units[unit].isOffice ? units[unit].isOffline : !world.scenario.places[place].hasSignal
    if isOffline {
      offlineCount += 1
      let days = world.draws.value(
        of: units[unit].facts.offlineDays, .offlineDays, world.cards.luck[card])
      schedule(.reachesCentre, after: days * 86_400, subject: card, &world)
    } else if let minutes = units[unit].facts.printsOnTheSpotMinutes {
      printOnTheSpot(card, minutes, &world)
    } else {
      startProcessing(card, recordedAt: world.now, &world)
    }
  }

  /// Prints a card where its resident was recorded, if there is a blank; else it goes the usual way.
  private mutating func printOnTheSpot(_ card: Int, _ minutes: Double, _ world: inout World) {
    let tier = Int(world.cards.tier[card])
    let kecamatan = world.scenario.places[Int(world.cards.place[card])].kecamatan
    let site = routes.site(of: kecamatan, waiting: queues.waiting)
    guard !isDuplicate(card, world), mayPrint(tier: tier, world.scenario),
      blanks.takeOnTheSpot(near: site)
    else {
      startProcessing(card, recordedAt: world.now, &world)
      return
    }
    today.blanksUsed += 1
    onTheSpotCount += 1
    world.count(.becameReady)
    world.cards.blanksUsed[card] = 1
    world.cards.readyAt[card] = world.now
    world.ages.enter(readyAt: world.now)
    world.cards.stage[card] = .printing
    schedule(.printedOnTheSpot, after: minutes * 60, subject: card, &world)
  }

  private func mayPrint(tier: Int, _ scenario: Scenario) -> Bool {
    let floor = scenario.priority.indices.contains(tier) ? scenario.priority[tier].leavesInStock : 0
    return floor == 0 || blanks.total - 1 >= floor
  }

  /// Gives a card made on the spot to its resident.
  mutating func finishOnTheSpot(_ card: Int, _ world: inout World) {
    onTheSpotCount -= 1
    outCount += 1
    world.count(.printed)
    world.count(.delivered)
    world.cards.stage[card] = .delivered
    world.cards.printedAt[card] = world.now
    world.cards.endedAt[card] = world.now
    world.ages.arrive(readyAt: world.cards.readyAt[card], now: world.now)
    if world.cards.isFirst[card] { world.holders[Int(world.cards.place[card])] += 1 }
  }
}
