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

  // MARK: Offices

  /// The office for residents of `kecamatan`: the one with the shortest line per counter, ties to
  /// the smallest index; nil if none exists.
  func office(for kecamatan: Int, on day: Int) -> Int? {
    var best: Int?
    for unit in units.indices
    where units[unit].isOffice && units[unit].serves[kecamatan] && units[unit].exists(on: day)
      && units[unit].facts.count > 0
    {
      guard let other = best else {
        best = unit
        continue
      }
      if units[unit].lineCount * units[other].facts.count
        < units[other].lineCount * units[unit].facts.count
      {
        best = unit
      }
    }
    return best
  }

  mutating func arrive(_ card: Int32, _ world: inout World) {
    awaitedCount -= 1
    standInLine(card, &world)
  }

  private mutating func standInLine(_ card: Int32, _ world: inout World) {
    let kecamatan = world.scenario.places[Int(world.cards.place[Int(card)])].kecamatan
    guard let unit = office(for: kecamatan, on: world.day) else {
      stranded.append(card)
      return
    }
    units[unit].stand(card)
    serveLine(of: unit, &world)
  }

  /// Calls residents to every free counter; a recording is begun only if it is done by closing.
  private mutating func serveLine(of unit: Int, _ world: inout World) {
    let day = units[unit].openDay
    guard day >= 0, units[unit].lineCount > 0, world.now >= units[unit].hours.opens[day] else {
      return
    }
    for team in units[unit].teamRange where teams[team].card < 0 {
      let seconds = units[unit].secondsForNext()
      guard world.now + seconds <= units[unit].hours.closes[day],
        let card = units[unit].callNext()
      else { return }
      units[unit].begun += 1
      teams[team].card = card
      today.recordingBusySeconds += Double(seconds)
      schedule(.residentRecorded, at: world.now + seconds, subject: team, &world)
    }
  }

  mutating func finishRecording(team: Int, _ world: inout World) {
    let unit = teams[team].unit
    let card = Int(teams[team].card)
    teams[team].card = -1
    record(card, unit: unit, &world)
    serveLine(of: unit, &world)
  }

  // MARK: Visits

  /// Sends each team of a mobile unit to the kecamatan with most unrecorded residents whom no other
  /// team of the unit visits today; ties to the smallest index.
  private mutating func sendOut(_ unit: Int, _ world: inout World) {
    let facts = units[unit].facts
    let (opens, closes) = (units[unit].hours.opens[world.day], units[unit].hours.closes[world.day])
    let visits = Int(Double(closes - opens) / 3600 * facts.residentsPerHour)
    var left = world.scenario.kecamatan.indices.map { kecamatan in
      units[unit].serves[kecamatan]
        ? residents.count(in: kecamatan, onlyWithoutSignal: facts.onlyWithoutSignal) : 0
    }
    for team in units[unit].teamRange {
      let most = left.max() ?? 0
      guard most > 0, let kecamatan = left.firstIndex(of: most) else { return }
      left[kecamatan] -= visits
      teams[team].kecamatan = kecamatan
      scheduleAppointment(team: team, &world)
    }
  }

  private mutating func scheduleAppointment(team: Int, _ world: inout World) {
    let unit = teams[team].unit
    let seconds = units[unit].secondsForNext()
    guard world.now + seconds <= units[unit].hours.closes[units[unit].openDay] else { return }
    units[unit].begun += 1
    today.recordingBusySeconds += Double(seconds)
    schedule(.appointmentOver, at: world.now + seconds, subject: team, &world)
  }

  /// The resident of an appointment was recorded, or did not come.
  mutating func finishAppointment(team: Int, _ world: inout World) {
    let unit = teams[team].unit
    let kecamatan = teams[team].kecamatan
    let onlyWithoutSignal = units[unit].facts.onlyWithoutSignal
    let count = residents.count(in: kecamatan, onlyWithoutSignal: onlyWithoutSignal)
    guard count > 0 else { return }
    let turn = teams[team].appointments
    teams[team].appointments += 1
    if !world.draws.happens(units[unit].facts.noShowShare, .noShow, team, turn: turn) {
      let uniform = world.draws.uniform(.recordingPlace, team, turn: turn)
      if let place = residents.place(
        of: Int(uniform * Double(count)), in: kecamatan, onlyWithoutSignal: onlyWithoutSignal)
      {
        record(addUnrecorded(at: place, &world), unit: unit, &world)
      }
    }
    scheduleAppointment(team: team, &world)
  }

  // MARK: Records

  /// Notes that a resident is recorded and sends the record on.
  private mutating func record(_ card: Int, unit: Int, _ world: inout World) {
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
    if world.cards.isFirst[card] { world.holders[Int(world.cards.place[card])] += 1 }
  }
}
