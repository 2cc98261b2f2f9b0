/// Where a route leads, leg by leg.
struct Way {
  /// Travel to each visit and, last, back, in seconds.
  private(set) var legSeconds: [Int] = []
  private(set) var metres = 0

  /// The travel of all legs, in seconds.
  var seconds: Int { legSeconds.reduce(0, +) }

  /// - Throws: A ``Violation`` for the first leg on which there is no way, and then for a way that
  ///   is longer than the vehicle's may be.
  init(along visits: [Visit], of route: Route, in problem: Problem) throws(Violation) {
    let vehicle = problem.vehicles[route.vehicle]
    let travel = problem.travel[vehicle.profile]
    let locations =
      [vehicle.startLocation] + visits.map { $0.facts.location } + [vehicle.endLocation]
    for (from, to) in zip(locations, locations.dropFirst()) {
      // An open start or end is where the first or last visit is.
      guard let from, let to else {
        legSeconds.append(0)
        continue
      }
      guard let leg = vehicle.travelSeconds(base: travel.seconds(from: from, to: to)) else {
        throw .unreachable(vehicle: route.vehicle, fromLocation: from, toLocation: to)
      }
      legSeconds.append(leg)
      metres += Int(travel.metres(from: from, to: to))
    }
    if let allowed = vehicle.maximumTravelSeconds, seconds > allowed {
      throw .maximumTravel(
        vehicle: route.vehicle, travelSeconds: seconds, allowed: Int(allowed))
    }
    if let allowed = vehicle.maximumDistanceMetres, metres > allowed {
      throw .maximumDistance(vehicle: route.vehicle, metres: metres, allowed: Int(allowed))
    }
  }
}
