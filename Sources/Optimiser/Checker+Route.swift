/// The rules of one route.
extension Checker {
  /// Lives through `route`, of which vehicle and jobs exist, and adds up what it costs.
  mutating func checkRoute(_ route: Route) {
    guard problem.vehicles.indices.contains(route.vehicle), !route.jobs.isEmpty,
      route.jobs.allSatisfy(problem.jobs.indices.contains)
    else { return }
    checkWhoServes(route)
    checkRoom(route)
    do throws(Violation) {
      let replay = try RouteReplay(route, in: problem)
      violations += replay.tooLongWays
      let day = try replay.day()
      let vehicle = problem.vehicles[route.vehicle]
      if let allowed = vehicle.maximumDurationSeconds, day.durationSeconds > allowed {
        throw .maximumDuration(
          vehicle: route.vehicle, durationSeconds: day.durationSeconds, allowed: Int(allowed))
      }
      cost += Int64(price(of: day.durationSeconds, replay, route))
    } catch {
      violations.append(error)
    }
  }

  private mutating func checkWhoServes(_ route: Route) {
    let skills = problem.vehicles[route.vehicle].skills
    for index in route.jobs {
      let job = problem.jobs[index]
      if skills & job.requiredSkills != job.requiredSkills {
        violations.append(.skill(job: index, vehicle: route.vehicle))
      }
      if let allowed = job.allowedVehicles, !allowed.contains(route.vehicle) {
        violations.append(.notAllowed(job: index, vehicle: route.vehicle))
      }
    }
  }

  /// Goes back from the last door to each filling of the bag, as a courier does who packs what the
  /// doors from there on need, and knows how much more of it they will fill.
  private mutating func checkRoom(_ route: Route) {
    let vehicle = problem.vehicles[route.vehicle]
    let reloads = route.reloadsBefore
    if reloads.count > vehicle.reload?.maximum ?? 0 {
      violations.append(
        .reloads(
          vehicle: route.vehicle, reloads: reloads.count, allowed: vehicle.reload?.maximum ?? 0))
    }
    for (index, position) in reloads.enumerated()
    where position < 1 || position >= route.jobs.count
      || (index > 0 && reloads[index - 1] >= position)
    {
      violations.append(.reloadPosition(vehicle: route.vehicle, position: position))
    }
    let room = vehicle.capacity.values.map(Int.init)
    var packed = room.map { _ in 0 }
    // The most the bag holds from here on, what was picked up before left aside.
    var fullest = packed
    for position in route.jobs.indices.reversed() {
      let job = problem.jobs[route.jobs[position]]
      for (dimension, value) in job.demand.values.enumerated() {
        packed[dimension] += Int(value)
        let picked = Int(job.pickup?[dimension] ?? 0)
        fullest[dimension] = max(packed[dimension], picked + fullest[dimension])
      }
      guard position == 0 || reloads.contains(position) else { continue }
      for (dimension, load) in fullest.enumerated() where load > room[dimension] {
        violations.append(
          .capacity(
            vehicle: route.vehicle, dimension: dimension, load: load, allowed: room[dimension]))
      }
      packed = room.map { _ in 0 }
      fullest = packed
    }
    if route.jobs.count > vehicle.maximumStops {
      violations.append(
        .maximumStops(
          vehicle: route.vehicle, stops: route.jobs.count, allowed: Int(vehicle.maximumStops)))
    }
  }

  private func price(of duration: Int, _ replay: RouteReplay, _ route: Route) -> Int {
    let vehicle = problem.vehicles[route.vehicle]
    var price = Int(vehicle.fixedCost) + replay.metres * Int(vehicle.costPerMetre)
    switch problem.measure {
    case .duration: price += duration * Int(vehicle.costPerSecond)
    case .travel: price += replay.travelSeconds * Int(vehicle.costPerSecond)
    }
    if let band = vehicle.workBand {
      if duration < band.lowerBound {
        price += (Int(band.lowerBound) - duration) * Int(vehicle.costPerSecondOutsideBand)
      }
      if duration > band.upperBound {
        price += (duration - Int(band.upperBound)) * Int(vehicle.costPerSecondOutsideBand)
      }
    }
    for index in route.jobs {
      let job = problem.jobs[index]
      if let familiar = job.familiarVehicles, !familiar.contains(route.vehicle) {
        price += Int(job.strangerCost)
      }
    }
    return price
  }
}
