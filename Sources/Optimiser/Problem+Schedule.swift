extension Problem {
  /// Returns when everything on `route` happens.
  ///
  /// - Throws: The first ``Violation`` that makes the route impossible.
  /// - Complexity: O(stops × (breaks² + reloads) + pins).
  public func schedule(of route: Route) throws(Violation) -> Schedule {
    try requireKnown(route)
    try requireServable(route)
    try requireReloads(route)
    try requirePins(route)
    try requireRoom(route)
    let vehicle = vehicles[route.vehicle]
    let visits = visits(of: route)
    let way = try Way(along: visits, of: route, in: self)
    let timetable = Timetable(visits: visits, travel: way.legSeconds, breaks: vehicle.breaks)
    var schedule = try timetable.schedule(
      of: route.vehicle, from: Int(vehicle.shift.lowerBound), until: vehicle.latestReturn)
    if let allowed = vehicle.maximumDurationSeconds, schedule.durationSeconds > allowed {
      throw .maximumDuration(
        vehicle: route.vehicle, durationSeconds: schedule.durationSeconds, allowed: Int(allowed))
    }
    schedule.travelSeconds = way.seconds
    schedule.distanceMetres = way.metres
    schedule.cost = cost(of: route, taking: schedule)
    return schedule
  }

  /// Returns what `solution` leaves out and what it costs.
  ///
  /// - Throws: The first ``Violation`` of one of its routes; use ``Checker`` to find them all.
  public func objective(of solution: Solution) throws(Violation) -> Objective {
    var objective = Objective(
      unservedByTier: Array(repeating: 0, count: tierCount), cost: 0)
    for route in solution.routes where !route.jobs.isEmpty {
      objective.cost += try schedule(of: route).cost
    }
    for job in solution.unserved {
      guard jobs.indices.contains(job) else { throw .unknownJob(job) }
      objective.unservedByTier[jobs[job].tier] += Int64(jobs[job].weight)
    }
    return objective
  }

  private func cost(of route: Route, taking schedule: Schedule) -> Int64 {
    let vehicle = vehicles[route.vehicle]
    let seconds = measure == .duration ? schedule.durationSeconds : schedule.travelSeconds
    let outside = vehicle.secondsOutsideBand(durationSeconds: schedule.durationSeconds)
    let cost =
      seconds * Int(vehicle.costPerSecond) + schedule.distanceMetres * Int(vehicle.costPerMetre)
      + outside * Int(vehicle.costPerSecondOutsideBand) + Int(vehicle.fixedCost)
    return Int64(route.jobs.reduce(cost) { $0 + jobs[$1].strangerCost(servedBy: route.vehicle) })
  }
}
