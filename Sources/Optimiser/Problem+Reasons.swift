extension Problem {
  /// Returns, vehicle by vehicle, why `job` does not fit into the runs of `solution`.
  ///
  /// Of all places in a run the one closest to fitting gives the reason. Where the bag is too
  /// full, one more reload is tried as well, if there may be one.
  ///
  /// - Precondition: `job` is one of the problem's jobs, and the routes of `solution` are
  ///   feasible.
  /// - Complexity: O(Σ stops²) over the routes, O(Σ stops³) where reloads are tried.
  public func reasons(for job: Int, in solution: Solution) -> [VehicleReason] {
    precondition(jobs.indices.contains(job), "there is no job \(job)")
    let pin = pinOfJob[job].map { pins[$0] } ?? PinnedSequence(jobs: [job])
    let empty = vehicles.indices.map { routeUnderWay(of: $0).without(pin.jobs) }
    var routes = empty
    for route in solution.routes where vehicles.indices.contains(route.vehicle) {
      routes[route.vehicle] = route.without(pin.jobs)
    }
    return vehicles.indices.map { vehicle in
      VehicleReason(
        vehicle: vehicle, reason: reason(against: pin, in: routes[vehicle]),
        reasonWhenEmpty: reason(against: pin, in: empty[vehicle]))
    }
  }

  /// What `vehicle` has served already.
  private func routeUnderWay(of vehicle: Int) -> Route {
    let pin = pins.first { $0.isAtStart && $0.vehicle == vehicle }
    return Route(vehicle: vehicle, jobs: pin?.jobs ?? [])
  }

  private func reason(against pin: PinnedSequence, in route: Route) -> Reason? {
    guard pin.vehicle == nil || pin.vehicle == route.vehicle else { return .pinned }
    var closest: Reason?
    for position in pin.isAtStart ? [0] : places(in: route) {
      for longer in route.inserting(pin.jobs, at: position) {
        guard let reason = reason(against: longer) else { return nil }
        closest = closer(reason, closest)
        // Skills, permission and stops, and a bag that is filled once, are the same everywhere.
        guard canPlaceMatter(reason, to: route.vehicle) else { return reason }
      }
    }
    return closest
  }

  /// Returns the positions of `route` that are not inside a pinned sequence.
  private func places(in route: Route) -> [Int] {
    (0...route.jobs.count).filter { position in
      guard position < route.jobs.count, let pin = pinOfJob[route.jobs[position]] else {
        return true
      }
      return route.jobs[position] == pins[pin].jobs.first && !pins[pin].isAtStart
    }
  }

  /// Returns why `route` is impossible, also with one more reload if that is what it lacks.
  private func reason(against route: Route) -> Reason? {
    guard let violation = violation(of: route) else { return nil }
    var closest = Reason(violation)
    guard case .capacity = violation else { return closest }
    for refilled in refillings(of: route) {
      guard let violation = self.violation(of: refilled) else { return nil }
      closest = closer(Reason(violation), closest)
    }
    return closest
  }

  private func violation(of route: Route) -> Violation? {
    do throws(Violation) {
      _ = try schedule(of: route)
      return nil
    } catch {
      return error
    }
  }

  /// Returns `route` with one more reload at each place where there may be one.
  private func refillings(of route: Route) -> [Route] {
    let allowed = vehicles[route.vehicle].reload?.maximum ?? 0
    guard route.reloadsBefore.count < allowed else { return [] }
    return places(in: route).filter {
      (1..<route.jobs.count).contains($0) && !route.reloadsBefore.contains($0)
    }.map { position in
      Route(
        vehicle: route.vehicle, jobs: route.jobs,
        reloadsBefore: (route.reloadsBefore + [position]).sorted())
    }
  }

  private func canPlaceMatter(_ reason: Reason, to vehicle: Int) -> Bool {
    switch reason {
    case .notAllowed, .skill, .pinned, .maximumStops: false
    case .capacity: vehicles[vehicle].reload != nil || hasPickups
    default: true
    }
  }

  private func closer(_ reason: Reason, _ other: Reason?) -> Reason {
    guard let other, other.distance <= reason.distance else { return reason }
    return other
  }
}

extension Route {
  /// Returns the route without `left`, and without reloads that are at no place between jobs then.
  fileprivate func without(_ left: [Int]) -> Route {
    var shorter = Route(vehicle: vehicle, jobs: [])
    for (position, job) in jobs.enumerated() {
      let count = shorter.jobs.count
      if reloadsBefore.contains(position), count > 0, shorter.reloadsBefore.last != count {
        shorter.reloadsBefore.append(count)
      }
      if !left.contains(job) { shorter.jobs.append(job) }
    }
    if shorter.reloadsBefore.last == shorter.jobs.count { shorter.reloadsBefore.removeLast() }
    return shorter
  }

  /// Returns the route with `added` in front of the job at `position`: in front of a reload that
  /// is there, and behind it.
  fileprivate func inserting(_ added: [Int], at position: Int) -> [Route] {
    var longer = self
    longer.jobs.insert(contentsOf: added, at: position)
    longer.reloadsBefore = reloadsBefore.map { $0 < position ? $0 : $0 + added.count }
    guard let reload = reloadsBefore.firstIndex(of: position) else { return [longer] }
    var behind = longer
    behind.reloadsBefore[reload] = position
    return [longer, behind]
  }
}

extension Reason {
  fileprivate init(_ violation: Violation) {
    self =
      switch violation {
      case .notAllowed: .notAllowed
      case .skill: .skill
      case .capacity(_, _, let load, let allowed): .capacity(missing: load - allowed)
      case .maximumStops: .maximumStops
      case .unreachable: .unreachable
      case .break: .break
      case .maximumDuration(_, let duration, let allowed):
        .maximumDuration(overrunSeconds: duration - allowed)
      case .maximumTravel(_, let travel, let allowed):
        .maximumTravel(overrunSeconds: travel - allowed)
      case .maximumDistance(_, let metres, let allowed):
        .maximumDistance(overrunMetres: metres - allowed)
      case .shift(_, let overrun): .shift(overrunSeconds: overrun)
      default: .timeWindow
      }
  }

  /// How far from fitting: first the kind of rule, and then by how much.
  fileprivate var distance: (rank: Int, amount: Int) {
    switch self {
    case .notAllowed, .skill, .pinned, .maximumStops: (0, 0)
    case .shift(let overrun): (1, overrun)
    case .maximumDuration(let overrun): (2, overrun)
    case .maximumTravel(let overrun): (3, overrun)
    case .maximumDistance(let overrun): (4, overrun)
    case .break: (5, 0)
    case .timeWindow: (6, 0)
    case .capacity(let missing): (7, missing)
    case .unreachable: (8, 0)
    }
  }
}
