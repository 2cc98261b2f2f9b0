extension Timetable {
  /// Chooses one schedule: earliest return, then latest leaving, then earliest breaks.
  ///
  /// The vehicle's travel seconds and cost are left to the caller.
  func schedule(of route: Route, shift: ClosedRange<Int32>) throws(Violation) -> Schedule {
    let opening = Int(shift.lowerBound)
    let first = earliest(leaving: opening, breaksTaken: 0)
    guard let earliestReturn = first.end.compactMap({ $0?.ready }).min() else {
      throw failure(of: route, opening: opening, reached: first.stops)
    }
    guard earliestReturn <= shift.upperBound else {
      throw .shift(
        vehicle: route.vehicle, overrunSeconds: earliestReturn - Int(shift.upperBound))
    }
    let latest = latestLeaving(returningBy: earliestReturn, opening: opening)
    return follow(
      route, leaving: latest?.leaving ?? opening, breaksTaken: latest?.taken ?? 0,
      returning: earliestReturn)
  }

  /// Names the rule no state survives: a window, unless the route fits when breaks are ignored.
  private func failure(of route: Route, opening: Int, reached: [[State?]]) -> Violation {
    let unbroken = Timetable(legs: legs, setups: setups, jobs: jobs, breaks: [])
    let relaxed = unbroken.earliest(leaving: opening, breaksTaken: 0).stops
    let stuck = reached.firstIndex { $0.allSatisfy { $0 == nil } }
    guard let stuck, relaxed[stuck][0] == nil else { return .break(vehicle: route.vehicle) }
    return .timeWindow(job: route.jobs[stuck], vehicle: route.vehicle)
  }

  /// Writes down the path of states that returns at `returning`.
  private func follow(
    _ route: Route, leaving: Int, breaksTaken: Int, returning: Int
  ) -> Schedule {
    let states = earliest(leaving: leaving, breaksTaken: breaksTaken)
    var taken = states.end.lastIndex { $0?.ready == returning } ?? breaksTaken
    var counts = [taken]
    for states in ([states.end] + states.stops.reversed()) {
      taken = states[taken]?.breaksBefore ?? breaksTaken
      counts.append(taken)
    }
    counts.reverse()

    var schedule = Schedule(
      vehicle: route.vehicle, leaveSeconds: leaving, stops: [], breaks: [],
      returnSeconds: returning, durationSeconds: returning - leaving, travelSeconds: 0,
      waitingSeconds: 0, cost: 0)
    var departure = leaving
    for (index, leg) in legs.enumerated() {
      let arrival = write(
        counts[index]..<counts[index + 1], after: departure, leg: leg, before: index,
        into: &schedule)
      guard index < jobs.count, let state = states.stops[index][counts[index + 1]] else { break }
      schedule.stops.append(
        .init(
          job: route.jobs[index], arrival: arrival, start: state.start,
          departure: state.departure))
      departure = state.departure
    }
    let busySeconds = legs.reduce(0, +) + jobs.reduce(0) { $0 + Int($1.serviceSeconds) }
    schedule.durationSeconds -= schedule.breaks.reduce(0) { $0 + $1.end - $1.start }
    schedule.waitingSeconds = schedule.durationSeconds - busySeconds
    return schedule
  }

  /// Writes down the breaks of one leg, and returns when its end is reached, before setup.
  private func write(
    _ pauses: Range<Int>, after departure: Int, leg: Int, before stop: Int,
    into schedule: inout Schedule
  ) -> Int {
    var free = departure
    var arrival = departure + leg - (stop < jobs.count ? setups[stop] : 0)
    for index in pauses {
      let start = max(free, Int(breaks[index].window.lowerBound))
      free = start + Int(breaks[index].durationSeconds)
      schedule.breaks.append(.init(index: index, start: start, end: free, beforeStop: stop))
      if start <= arrival { arrival += Int(breaks[index].durationSeconds) }
    }
    return arrival
  }
}
