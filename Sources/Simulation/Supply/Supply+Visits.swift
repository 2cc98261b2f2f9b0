import Domain

extension Supply {
  /// Sends each team of a mobile unit to the kecamatan with most unrecorded residents whom no other
  /// team of the unit visits today; ties to the smallest index.
  mutating func sendOut(_ unit: Int, _ world: inout World) {
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
}
