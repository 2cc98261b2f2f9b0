/// The rules of pinned sequences.
extension Checker {
  /// Where a pinned job is served.
  private struct Place {
    var job: Int
    var route: Int
    var position: Int
  }

  /// Collects where the jobs of each pin are, and compares that with the pin.
  mutating func checkPins(_ solution: Solution) {
    guard !problem.pins.isEmpty else { return }
    var pinOfJob = [Int?](repeating: nil, count: problem.jobs.count)
    for (index, pin) in problem.pins.enumerated() {
      for job in pin.jobs { pinOfJob[job] = index }
    }
    var places = [[Place]](repeating: [], count: problem.pins.count)
    var routeOfVehicle = [Int?](repeating: nil, count: problem.vehicles.count)
    for (number, route) in solution.routes.enumerated() {
      if routeOfVehicle.indices.contains(route.vehicle) { routeOfVehicle[route.vehicle] = number }
      for (position, job) in route.jobs.enumerated() where pinOfJob.indices.contains(job) {
        guard let pin = pinOfJob[job] else { continue }
        places[pin].append(Place(job: job, route: number, position: position))
      }
    }
    for index in problem.pins.indices {
      checkShape(of: index, places[index], solution)
      checkVehicle(of: index, places[index], solution)
      checkStart(of: index, places[index], solution, routeOfVehicle)
    }
  }

  private mutating func checkShape(of index: Int, _ places: [Place], _ solution: Solution) {
    guard let first = places.first else { return }
    let isInOrder = places.map(\.job) == problem.pins[index].jobs
    let isTogether = places.enumerated().allSatisfy { offset, place in
      place.route == first.route && place.position == first.position + offset
        && (offset == 0 || !solution.routes[place.route].reloadsBefore.contains(place.position))
    }
    if !isInOrder || !isTogether { violations.append(.pinTornApart(index)) }
  }

  private mutating func checkVehicle(of index: Int, _ places: [Place], _ solution: Solution) {
    guard let meant = problem.pins[index].vehicle else { return }
    var previous = meant
    for vehicle in places.map({ solution.routes[$0.route].vehicle }) where vehicle != previous {
      if vehicle != meant { violations.append(.pinOnOtherVehicle(index, vehicle: vehicle)) }
      previous = vehicle
    }
  }

  private mutating func checkStart(
    of index: Int, _ places: [Place], _ solution: Solution, _ routeOfVehicle: [Int?]
  ) {
    let pin = problem.pins[index]
    guard pin.isAtStart, let vehicle = pin.vehicle else { return }
    if places.count < pin.jobs.count { violations.append(.pinNotServed(index)) }
    guard let route = routeOfVehicle[vehicle] else { return }
    if Array(solution.routes[route].jobs.prefix(pin.jobs.count)) != pin.jobs {
      violations.append(.pinNotAtStart(index))
    }
  }
}
