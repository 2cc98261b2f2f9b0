import Domain

extension Supply {
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

  mutating func standInLine(_ card: Int32, _ world: inout World) {
    let kecamatan = world.scenario.places[Int(world.cards.place[Int(card)])].kecamatan
    guard let unit = office(for: kecamatan, on: world.day) else {
      stranded.append(card)
      return
    }
    units[unit].stand(card)
    serveLine(of: unit, &world)
  }

  /// Calls residents to every free counter; a recording is begun only if it is done by closing.
  mutating func serveLine(of unit: Int, _ world: inout World) {
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
}
