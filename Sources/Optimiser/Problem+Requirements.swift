/// The rules for which a route needs no clock.
extension Problem {
  func requireKnown(_ route: Route) throws(Violation) {
    guard vehicles.indices.contains(route.vehicle) else { throw .unknownVehicle(route.vehicle) }
    guard !route.jobs.isEmpty else { throw .emptyRoute(vehicle: route.vehicle) }
    for job in route.jobs where !jobs.indices.contains(job) { throw .unknownJob(job) }
  }

  /// Refuses a job that its vehicle may not serve.
  func requireServable(_ route: Route) throws(Violation) {
    for job in route.jobs {
      guard vehicles[route.vehicle].canServe(jobs[job]) else {
        throw .skill(job: job, vehicle: route.vehicle)
      }
      guard jobs[job].allowedVehicles?.contains(route.vehicle) ?? true else {
        throw .notAllowed(job: job, vehicle: route.vehicle)
      }
    }
  }

  /// Refuses reloads that are no part of a route or more than are allowed.
  func requireReloads(_ route: Route) throws(Violation) {
    let allowed = vehicles[route.vehicle].reload?.maximum ?? 0
    guard route.reloadsBefore.count <= allowed else {
      throw .reloads(
        vehicle: route.vehicle, reloads: route.reloadsBefore.count, allowed: allowed)
    }
    var before = 0
    for position in route.reloadsBefore {
      guard before < position, position < route.jobs.count else {
        throw .reloadPosition(vehicle: route.vehicle, position: position)
      }
      before = position
    }
  }

  /// Refuses more load anywhere between two fillings of the bag, or more stops, than there may be.
  func requireRoom(_ route: Route) throws(Violation) {
    let vehicle = vehicles[route.vehicle]
    let bounds = [0] + route.reloadsBefore + [route.jobs.count]
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      for dimension in 0..<vehicle.capacity.count {
        let load = mostLoad(on: route.jobs[start..<end], dimension)
        let allowed = Int(vehicle.capacity[dimension])
        guard load <= allowed else {
          throw .capacity(
            vehicle: route.vehicle, dimension: dimension, load: load, allowed: allowed)
        }
      }
    }
    guard route.jobs.count <= vehicle.maximumStops else {
      throw .maximumStops(
        vehicle: route.vehicle, stops: route.jobs.count, allowed: Int(vehicle.maximumStops))
    }
  }

  /// Returns the most the bag holds on a trip: all its deliveries at first, and behind each stop
  /// what is left of them and what was picked up.
  private func mostLoad(on trip: ArraySlice<Int>, _ dimension: Int) -> Int {
    var load = trip.reduce(0) { $0 + Int(jobs[$1].demand[dimension]) }
    var most = load
    for job in trip {
      load += Int(jobs[job].pickup?[dimension] ?? 0) - Int(jobs[job].demand[dimension])
      most = max(most, load)
    }
    return most
  }
}
