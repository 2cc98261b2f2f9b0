import Optimiser

/// Makes a ``Problem`` of what a VROOM file says.
///
/// A plan of that problem keeps all rules of the file and costs the same there, up to the unit.
struct VroomProblem {
  /// Units of the problem's cost per second, metre and vehicle when one unit of the file's cost is
  /// this many: the least in which an hour's and a kilometre's price have whole parts.
  static let unitsPerCost = 18_000

  let jobs: [VroomJob]
  let vehicles: [VroomVehicle]
  let roads: VroomRoads
  let amountSize: Int

  func problem(notes: inout [VroomNote]) throws(VroomError) -> Problem {
    try requireFittingCosts()
    let clock = try VroomClock(jobs: jobs, vehicles: vehicles)
    let skills = VroomSkills(jobs: jobs, vehicles: vehicles)
    var fleet: [Vehicle] = []
    for index in vehicles.indices {
      fleet.append(try vehicle(index, clock: clock, skills: skills, notes: &notes))
    }
    let visits = self.visits(clock: clock, skills: skills, notes: &notes)
    let travel = roads.profiles.map { $0.costs ?? $0.travel }
    do throws(ProblemError) {
      return try Problem(travel: travel, jobs: visits, vehicles: fleet, measure: .travel)
    } catch {
      throw .refused(error)
    }
  }

  private func requireFittingCosts() throws(VroomError) {
    for (index, vehicle) in vehicles.enumerated() {
      let profile = roads.profiles[roads.profileOfVehicle[index]]
      let costs = VroomPath.key(vehicle.path, "costs")
      if vehicle.costs.perTaskHour != vehicles[0].costs.perTaskHour {
        throw .unsupported(
          path: VroomPath.key(costs, "per_task_hour").text, .differingTaskPrices)
      }
      if profile.costs != nil {
        guard vehicle.costs.perHour == VroomCosts.ordinaryPerHour,
          vehicle.costs.perKilometre == 0, vehicle.maximumDistanceMetres == nil
        else { throw .unsupported(path: vehicle.path.text, .costsMatrixAndPrices) }
      } else if !profile.travel.hasMetres {
        guard vehicle.costs.perKilometre == 0 else {
          throw .unsupported(path: VroomPath.key(costs, "per_km").text, .noDistances)
        }
        guard vehicle.maximumDistanceMetres == nil else {
          throw .unsupported(path: VroomPath.key(vehicle.path, "max_distance").text, .noDistances)
        }
      }
    }
  }
}

/// Jobs.
extension VroomProblem {
  /// Windows of the file hold the beginning of the setup, those of the problem that of the service;
  /// where it depends on the stop before whether there is a setup, it is always planned.
  private func visits(
    clock: VroomClock, skills: VroomSkills, notes: inout [VroomNote]
  ) -> [Job] {
    let isShared = roads.places.isShared
    let isTwoWay = dimensionsWithBoth
    return jobs.enumerated().map { index, job in
      var visit = Job(location: roads.places.ofJobs[index], demand: demand(of: job, isTwoWay))
      if isTwoWay.contains(true), !job.pickup.isEmpty {
        visit.pickup = amount { isTwoWay[$0] ? job.pickup[$0] : 0 }
      }
      visit.setupSeconds = Int32(job.setupSeconds)
      visit.serviceSeconds = Int32(job.serviceSeconds)
      if job.setupSeconds > 0, !job.timeWindows.isEmpty, isShared[index] {
        notes.append(.setupAlways(path: job.path.text))
        visit.setupSeconds = 0
        visit.serviceSeconds = Int32(clamping: job.setupSeconds + job.serviceSeconds)
      }
      visit.timeWindows = job.timeWindows.map { window in
        clock.window(window, later: Int(visit.setupSeconds))
      }
      visit.weight = Int32(clamping: job.priority * (jobs.count + 1) + 1)
      skills.apply(to: &visit, job)
      return visit
    }
  }

  /// Whether each dimension has both deliveries and pickups.
  private var dimensionsWithBoth: [Bool] {
    (0..<amountSize).map { dimension in
      jobs.contains { !$0.delivery.isEmpty && $0.delivery[dimension] > 0 }
        && jobs.contains { !$0.pickup.isEmpty && $0.pickup[dimension] > 0 }
    }
  }

  /// What is picked up where nothing is delivered adds up like what is delivered, which is easier
  /// to plan.
  private func demand(of job: VroomJob, _ isTwoWay: [Bool]) -> Amount {
    amount { dimension in
      let delivery = job.delivery.isEmpty ? 0 : job.delivery[dimension]
      let pickup = job.pickup.isEmpty || isTwoWay[dimension] ? 0 : job.pickup[dimension]
      return delivery + pickup
    }
  }

  private func amount(_ value: (_ dimension: Int) -> Int) -> Amount {
    Amount((0..<amountSize).map { Int32(clamping: value($0)) })
  }
}

/// Vehicles.
extension VroomProblem {
  private func vehicle(
    _ index: Int, clock: VroomClock, skills: VroomSkills, notes: inout [VroomNote]
  ) throws(VroomError) -> Vehicle {
    let file = vehicles[index]
    var vehicle = Vehicle(
      startLocation: roads.places.starts[index], endLocation: roads.places.ends[index])
    if let window = file.timeWindow { vehicle.shift = clock.window(window, later: 0) }
    vehicle.breaks = try clock.breaks(of: file, shift: vehicle.shift, notes: &notes)
    if amountSize > 0 { vehicle.capacity = Amount(file.capacity.map { Int32($0) }) }
    vehicle.maximumStops = file.maximumTasks.map { Int32($0) } ?? vehicle.maximumStops
    vehicle.maximumTravelSeconds = file.maximumTravelSeconds.map { Int32($0) }
    vehicle.maximumDistanceMetres = file.maximumDistanceMetres.map { Int32($0) }
    vehicle.skills = skills.ofVehicles[index]
    vehicle.profile = roads.profileOfVehicle[index]
    // Rounded so that no way takes less than the hundredths the file's rules count.
    vehicle.speedPermille = Int32(100_000 / file.hundredthsPerSecond)
    let prices = prices(of: index)
    let unit = priceUnit
    vehicle.fixedCost = Int32(clamping: prices.fixed / unit)
    vehicle.costPerSecond = Int32(clamping: prices.perSecond / unit)
    vehicle.costPerMetre = Int32(clamping: prices.perMetre / unit)
    return vehicle
  }

  /// The largest unit of which all prices are multiples.
  var priceUnit: Int {
    var unit = 0
    for index in vehicles.indices {
      let prices = prices(of: index)
      for price in [prices.fixed, prices.perSecond, prices.perMetre] {
        unit = Self.greatestCommonDivisor(unit, price)
      }
    }
    return max(1, unit)
  }

  private func prices(of index: Int) -> (fixed: Int, perSecond: Int, perMetre: Int) {
    let costs = vehicles[index].costs
    let fixed = costs.fixed * Self.unitsPerCost
    guard roads.profiles[roads.profileOfVehicle[index]].costs == nil else {
      return (fixed, 0, Self.unitsPerCost)
    }
    return (
      fixed, costs.perHour * Self.unitsPerCost / 3_600,
      costs.perKilometre * Self.unitsPerCost / 1_000
    )
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
