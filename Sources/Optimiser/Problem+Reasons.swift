extension Problem {
  /// Returns, vehicle by vehicle, why `job` does not fit into the runs of `solution`.
  ///
  /// Of all places in a run the one closest to fitting gives the reason.
  ///
  /// - Precondition: `job` is one of the problem's jobs, and the routes of `solution` are
  ///   feasible.
  /// - Complexity: O(Σ stops²) over the routes.
  public func reasons(for job: Int, in solution: Solution) -> [VehicleReason] {
    precondition(jobs.indices.contains(job), "there is no job \(job)")
    var routes = [[Int]](repeating: [], count: vehicles.count)
    for route in solution.routes where vehicles.indices.contains(route.vehicle) {
      routes[route.vehicle] = route.jobs.filter { $0 != job }
    }
    return vehicles.indices.map { vehicle in
      VehicleReason(
        vehicle: vehicle,
        reason: reason(for: job, in: Route(vehicle: vehicle, jobs: routes[vehicle])),
        reasonWhenEmpty: reason(for: job, in: Route(vehicle: vehicle, jobs: [])))
    }
  }

  private func reason(for job: Int, in route: Route) -> Reason? {
    var closest: Reason?
    for position in 0...route.jobs.count {
      var longer = route
      longer.jobs.insert(job, at: position)
      guard let reason = reasonAgainst(longer) else { return nil }
      // Room, skills and permission do not depend on the place.
      guard reason.distance.rank > 0 else { return reason }
      if reason.distance < closest?.distance ?? (.max, .max) { closest = reason }
    }
    return closest
  }

  private func reasonAgainst(_ route: Route) -> Reason? {
    do throws(Violation) {
      _ = try schedule(of: route)
      return nil
    } catch {
      return Reason(error)
    }
  }
}

extension Reason {
  fileprivate init(_ violation: Violation) {
    self =
      switch violation {
      case .notAllowed: .notAllowed
      case .skill: .skill
      case .capacity(_, let load, let allowed): .capacity(missing: load - allowed)
      case .maximumStops: .maximumStops
      case .unreachable: .unreachable
      case .break: .break
      case .maximumDuration(_, let duration, let allowed):
        .maximumDuration(overrunSeconds: duration - allowed)
      case .shift(_, let overrun): .shift(overrunSeconds: overrun)
      default: .timeWindow
      }
  }

  /// How far from fitting: first the kind of rule, 0 where no place can help, then by how much.
  fileprivate var distance: (rank: Int, seconds: Int) {
    switch self {
    case .notAllowed, .skill, .capacity, .maximumStops: (0, 0)
    case .shift(let overrun): (1, overrun)
    case .maximumDuration(let overrun): (2, overrun)
    case .break: (3, 0)
    case .timeWindow: (4, 0)
    case .unreachable: (5, 0)
    }
  }
}
