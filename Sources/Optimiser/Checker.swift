/// Finds every rule a solution breaks, by code that shares nothing with the search.
///
/// It replays each route as a courier would live it, and looks for the latest leaving by halving
/// instead of computing it backwards.
public struct Checker {
  /// Returns every violation: of the list of routes first, then route by route, then of the
  /// objective.
  ///
  /// - Parameter claimed: An objective to compare with, if there is one.
  public static func violations(
    of solution: Solution, in problem: Problem, claiming claimed: Objective? = nil
  ) -> [Violation] {
    var checker = Checker(problem: problem)
    checker.checkWhoIsWhere(solution)
    checker.checkPins(solution)
    for route in solution.routes { checker.checkRoute(route) }
    if let claimed, checker.violations.isEmpty { checker.checkObjective(claimed, solution) }
    return checker.violations
  }

  private let problem: Problem
  private var violations: [Violation] = []
  private var cost: Int64 = 0

  private init(problem: Problem) { self.problem = problem }

  /// Every job exactly once, every vehicle at most once.
  private mutating func checkWhoIsWhere(_ solution: Solution) {
    var visits = [Int](repeating: 0, count: problem.jobs.count)
    var omissions = visits
    var uses = [Int](repeating: 0, count: problem.vehicles.count)
    for route in solution.routes {
      if uses.indices.contains(route.vehicle) {
        uses[route.vehicle] += 1
      } else {
        violations.append(.unknownVehicle(route.vehicle))
      }
      if route.jobs.isEmpty { violations.append(.emptyRoute(vehicle: route.vehicle)) }
      for job in route.jobs { count(job, in: &visits) }
    }
    for job in solution.unserved { count(job, in: &omissions) }
    for (vehicle, count) in uses.enumerated() where count > 1 {
      violations.append(.vehicleUsedTwice(vehicle))
    }
    for job in problem.jobs.indices {
      if visits[job] > 1 { violations.append(.jobServedTwice(job)) }
      if omissions[job] > 1 { violations.append(.jobLeftOutTwice(job)) }
      if visits[job] > 0, omissions[job] > 0 { violations.append(.jobServedAndLeftOut(job)) }
      if visits[job] + omissions[job] == 0 { violations.append(.jobMissing(job)) }
    }
  }

  /// Looks for each pin where its first job is, and walks along both.
  private mutating func checkPins(_ solution: Solution) {
    for (index, pin) in problem.pins.enumerated() {
      let pinned = Set(pin.jobs)
      let routes = solution.routes.filter { !pinned.isDisjoint(with: $0.jobs) }
      if routes.isEmpty {
        if pin.isAtStart { violations.append(.pinNotServed(index)) }
        continue
      }
      for route in routes {
        if let vehicle = pin.vehicle, vehicle != route.vehicle {
          violations.append(.pinOnOtherVehicle(index, vehicle: route.vehicle))
        }
        let first = route.jobs.firstIndex { $0 == pin.jobs[0] } ?? 0
        let here = Array(route.jobs.dropFirst(first).prefix(pin.jobs.count))
        let inside = route.reloadsBefore.filter { $0 > first && $0 < first + pin.jobs.count }
        if here != pin.jobs || !inside.isEmpty { violations.append(.pinTornApart(index)) }
        if pin.isAtStart, first != 0 { violations.append(.pinNotAtStart(index)) }
      }
    }
  }

  private mutating func count(_ job: Int, in counts: inout [Int]) {
    if counts.indices.contains(job) {
      counts[job] += 1
    } else {
      violations.append(.unknownJob(job))
    }
  }

  private mutating func checkRoute(_ route: Route) {
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

  /// Empties the bag door by door, as a courier does who has packed what the next doors need.
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
    for position in route.jobs.indices.reversed() {
      let demand = problem.jobs[route.jobs[position]].demand.values
      for (dimension, value) in demand.enumerated() { packed[dimension] += Int(value) }
      guard position == 0 || reloads.contains(position) else { continue }
      for (dimension, load) in packed.enumerated() where load > room[dimension] {
        violations.append(
          .capacity(
            vehicle: route.vehicle, dimension: dimension, load: load, allowed: room[dimension]))
      }
      packed = room.map { _ in 0 }
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

  private mutating func checkObjective(_ claimed: Objective, _ solution: Solution) {
    var actual = Objective(
      unservedByTier: [Int64](repeating: 0, count: problem.tierCount), cost: cost)
    for job in solution.unserved {
      actual.unservedByTier[problem.jobs[job].tier] += Int64(problem.jobs[job].weight)
    }
    if actual != claimed { violations.append(.objective(claimed: claimed, actual: actual)) }
  }
}
