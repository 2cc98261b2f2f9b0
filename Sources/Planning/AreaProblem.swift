import Domain
import Geometry
import Optimiser

/// A ``PlanArea`` in the optimiser's terms: a job per stop, a vehicle per courier.
struct AreaProblem: Sendable {
  let area: PlanArea
  let problem: Problem
  /// The place of each location index.
  let places: [Coordinate]
  /// The stop behind each job; those whose residents have no hour in common are no job.
  let stopOfJob: [Int]
  /// Indices of stops at which no hour suits everyone.
  let stopsWithoutHours: [Int]

  /// - Throws: ``ProblemError`` for a time, a place or a number the optimiser cannot plan with.
  init(
    _ area: PlanArea, travel: any TravelModel, hours: [CardID: [ClosedRange<TimeOfDay>]]
  ) throws(ProblemError) {
    var places = LocationList()
    let bases = area.couriers.map { places.index(ofBase: $0.base) }
    var jobs: [Job] = []
    var stopOfJob: [Int] = []
    var stopsWithoutHours: [Int] = []
    for (index, stop) in area.stops.enumerated() {
      let windows = OpenHours(of: stop.cards.map { hours[$0.id] }).windows
      if windows?.isEmpty == true {
        stopsWithoutHours.append(index)
        continue
      }
      jobs.append(
        Job(
          location: places.index(of: stop), setupSeconds: stop.setupSeconds,
          serviceSeconds: stop.serviceSeconds, demand: Amount(Int32(clamping: stop.cards.count)),
          timeWindows: windows ?? [], requiredSkills: Self.bits(stop.skills), tier: stop.tier,
          weight: Int32(clamping: stop.weight), allowedVehicles: area.vehicles(for: stop)))
      stopOfJob.append(index)
    }
    self.area = area
    self.places = places.coordinates
    self.stopOfJob = stopOfJob
    self.stopsWithoutHours = stopsWithoutHours
    problem = try Problem(
      travel: try travel.travelTimes(among: places.coordinates, in: area.kecamatan), jobs: jobs,
      vehicles: zip(area.couriers, bases).map {
        Self.vehicle($0, at: $1, reference: travel.referenceKilometresPerHour)
      })
  }

  /// The same problem in which every second beyond `seconds` of a run costs more, so that no
  /// courier works much longer than the others.
  func sharing(evenlyAbove seconds: Int32, costPerSecond: Int32) throws(ProblemError) -> Problem {
    let vehicles = problem.vehicles.map { vehicle in
      var vehicle = vehicle
      vehicle.workBand = 0...seconds
      vehicle.costPerSecondOutsideBand = costPerSecond
      return vehicle
    }
    return try Problem(travel: problem.travel, jobs: problem.jobs, vehicles: vehicles)
  }

  private static func vehicle(
    _ courier: Courier, at base: Int, reference: Int
  ) -> Optimiser.Vehicle {
    let shift = courier.shift
    let breaks = shift.rest.map { rest in
      Break(
        window: rest.earliest.seconds...rest.latest.seconds,
        durationSeconds: Int32(clamping: rest.minutes * 60))
    }
    return Optimiser.Vehicle(
      startLocation: base, endLocation: base, shift: shift.start.seconds...shift.end.seconds,
      breaks: breaks.map { [$0] } ?? [], capacity: Amount(Int32(clamping: courier.capacityCards)),
      maximumStops: Int32(clamping: courier.maximumStops), skills: bits(courier.skills),
      speedPermille: Int32(clamping: courier.speedKilometresPerHour * 1000 / reference))
  }

  /// One bit per skill, in order of declaration.
  private static func bits(_ skills: Set<Skill>) -> UInt64 {
    zip(0..., Skill.allCases).reduce(0) { skills.contains($1.1) ? $0 | 1 << $1.0 : $0 }
  }
}

extension PlanArea {
  /// Indices of the couriers who may serve the kecamatan of `stop`; nothing means all.
  fileprivate func vehicles(for stop: PlannedStop) -> [Int]? {
    guard kecamatan == nil, let home = stop.desa.kecamatan else { return nil }
    let allowed = couriers.indices.filter { couriers[$0].serves(home) }
    return allowed.count == couriers.count ? nil : allowed
  }
}
