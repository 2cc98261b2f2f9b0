extension Timetable {
  /// Chooses one schedule: earliest return, then latest leaving, then earliest breaks.
  ///
  /// Travel, distance and cost are left to the caller.
  func schedule(
    of vehicle: Int, from opening: Int, until closing: Int
  ) throws(Violation) -> Schedule {
    let first = earliest(leaving: opening, breaksTaken: 0)
    guard let earliestReturn = first.end.compactMap({ $0?.ready }).min() else {
      throw failure(of: vehicle, opening: opening, reached: first.stops)
    }
    guard earliestReturn <= closing else {
      throw .shift(vehicle: vehicle, overrunSeconds: earliestReturn - closing)
    }
    let latest = latestLeaving(returningBy: earliestReturn, opening: opening)
    return follow(
      vehicle, leaving: latest?.leaving ?? opening, breaksTaken: latest?.taken ?? 0,
      returning: earliestReturn)
  }

  /// Names the rule no state survives: a window, unless the route fits when breaks are ignored.
  private func failure(of vehicle: Int, opening: Int, reached: [[State?]]) -> Violation {
    let unbroken = Timetable(visits: visits, travel: travel, breaks: [])
    let relaxed = unbroken.earliest(leaving: opening, breaksTaken: 0).stops
    let stuck = reached.firstIndex { $0.allSatisfy { $0 == nil } }
    guard let stuck, relaxed[stuck][0] == nil, let job = visits[stuck].job else {
      return .break(vehicle: vehicle)
    }
    return .timeWindow(job: job, vehicle: vehicle)
  }

  /// Writes down the path of states that returns at `returning`.
  private func follow(
    _ vehicle: Int, leaving: Int, breaksTaken: Int, returning: Int
  ) -> Schedule {
    let states = earliest(leaving: leaving, breaksTaken: breaksTaken)
    let counts = breaksTakenOnPath(states, breaksTaken: breaksTaken, returning: returning)
    var schedule = Schedule(
      vehicle: vehicle, leaveSeconds: leaving, stops: [], reloads: [], breaks: [],
      returnSeconds: returning, durationSeconds: returning - leaving, travelSeconds: 0,
      distanceMetres: 0, waitingSeconds: 0, cost: 0)
    var departure = leaving
    for index in legs.indices {
      let pauses = counts[index]..<counts[index + 1]
      let arrival = write(pauses, after: departure, leg: travel[index], into: &schedule)
      guard index < visits.count, let state = states.stops[index][counts[index + 1]] else { break }
      write(visits[index], arrival, state, into: &schedule)
      departure = state.departure
    }
    let busySeconds = legs.reduce(0, +) + visits.reduce(0) { $0 + Int($1.facts.serviceSeconds) }
    schedule.durationSeconds -= schedule.breaks.reduce(0) { $0 + $1.end - $1.start }
    schedule.waitingSeconds = schedule.durationSeconds - busySeconds
    return schedule
  }

  /// Returns the breaks taken before leaving, before each visit and before returning.
  private func breaksTakenOnPath(
    _ states: (stops: [[State?]], end: [State?]), breaksTaken: Int, returning: Int
  ) -> [Int] {
    var taken = states.end.lastIndex { $0?.ready == returning } ?? breaksTaken
    var counts = [taken]
    for states in ([states.end] + states.stops.reversed()) {
      taken = states[taken]?.breaksBefore ?? breaksTaken
      counts.append(taken)
    }
    return counts.reversed()
  }

  private func write(
    _ visit: Visit, _ arrival: Int, _ state: State, into schedule: inout Schedule
  ) {
    if let job = visit.job {
      schedule.stops.append(
        .init(job: job, arrival: arrival, start: state.start, departure: state.departure))
    } else {
      schedule.reloads.append(
        .init(
          arrival: arrival, departure: state.departure, beforeStop: schedule.stops.count))
    }
  }

  /// Writes down the breaks of one leg, and returns when its end is reached, before setup.
  private func write(
    _ pauses: Range<Int>, after departure: Int, leg: Int, into schedule: inout Schedule
  ) -> Int {
    var free = departure
    var arrival = departure + leg
    for index in pauses {
      let start = max(free, Int(breaks[index].window.lowerBound))
      free = start + Int(breaks[index].durationSeconds)
      schedule.breaks.append(
        .init(index: index, start: start, end: free, beforeStop: schedule.stops.count))
      if start <= arrival { arrival += Int(breaks[index].durationSeconds) }
    }
    return arrival
  }
}
