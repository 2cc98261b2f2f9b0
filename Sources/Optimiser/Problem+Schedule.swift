extension Problem {
  /// Returns when everything on `route` happens.
  ///
  /// - Throws: The first ``Violation`` that makes the route impossible.
  /// - Complexity: O(stops × breaks²).
  public func schedule(of route: Route) throws(Violation) -> Schedule {
    try requireKnown(route)
    let vehicle = vehicles[route.vehicle]
    try requireServable(route, by: vehicle)
    let travelled = try travelSeconds(along: route, by: vehicle)
    let served = route.jobs.map { jobs[$0] }
    let setups = served.indices.map { setupSeconds(before: $0, of: served) }
    let timetable = Timetable(
      legs: zip(travelled, setups + [0]).map { $0 + $1 }, setups: setups, jobs: served,
      breaks: vehicle.breaks)
    var schedule = try timetable.schedule(of: route, shift: vehicle.shift)
    schedule.travelSeconds = travelled.reduce(0, +)
    schedule.cost = vehicle.cost(
      durationSeconds: schedule.durationSeconds, travelSeconds: schedule.travelSeconds,
      measure: measure)
    let allowed = Int(vehicle.maximumDurationSeconds ?? .max)
    guard schedule.durationSeconds <= allowed else {
      throw .maximumDuration(
        vehicle: route.vehicle, durationSeconds: schedule.durationSeconds, allowed: allowed)
    }
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

  private func requireKnown(_ route: Route) throws(Violation) {
    guard vehicles.indices.contains(route.vehicle) else { throw .unknownVehicle(route.vehicle) }
    guard !route.jobs.isEmpty else { throw .emptyRoute(vehicle: route.vehicle) }
    for job in route.jobs where !jobs.indices.contains(job) { throw .unknownJob(job) }
  }

  private func requireServable(_ route: Route, by vehicle: Vehicle) throws(Violation) {
    for job in route.jobs {
      guard jobs[job].requiredSkills & ~vehicle.skills == 0 else {
        throw .skill(job: job, vehicle: route.vehicle)
      }
      guard jobs[job].allowedVehicles?.contains(route.vehicle) ?? true else {
        throw .notAllowed(job: job, vehicle: route.vehicle)
      }
    }
    let load = route.jobs.reduce(0) { $0 + Int(jobs[$1].demand) }
    guard load <= vehicle.capacity else {
      throw .capacity(vehicle: route.vehicle, load: load, allowed: Int(vehicle.capacity))
    }
    guard route.jobs.count <= vehicle.maximumStops else {
      throw .maximumStops(
        vehicle: route.vehicle, stops: route.jobs.count, allowed: Int(vehicle.maximumStops))
    }
  }

  /// Returns the travel to each stop and, last, back, in seconds.
  private func travelSeconds(along route: Route, by vehicle: Vehicle) throws(Violation) -> [Int] {
    var locations = [vehicle.startLocation] + route.jobs.map { jobs[$0].location }
    if let endLocation = vehicle.endLocation { locations.append(endLocation) }
    var seconds: [Int] = []
    for (from, to) in zip(locations, locations.dropFirst()) {
      guard let leg = vehicle.travelSeconds(base: travel.seconds(from: from, to: to)) else {
        throw .unreachable(vehicle: route.vehicle, fromLocation: from, toLocation: to)
      }
      seconds.append(leg)
    }
    return vehicle.endLocation == nil ? seconds + [0] : seconds
  }

  private func setupSeconds(before position: Int, of served: [Job]) -> Int {
    let isSameDoor = position > 0 && served[position - 1].location == served[position].location
    return isSameDoor ? 0 : Int(served[position].setupSeconds)
  }
}
