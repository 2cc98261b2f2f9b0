import Domain
import Geometry
import Optimiser

/// A ``PlanArea`` in the optimiser's terms: a job per stop, a vehicle per courier.
///
/// A courier who comes by boat begins and ends at the island's pier, within the hours ashore.
struct AreaProblem: Sendable {
  let area: PlanArea
  let problem: Problem
  /// The stop behind each job; those that nobody could serve whoever came are no job.
  let stopOfJob: [Int]
  /// Indices of stops at which no hour suits everyone.
  let stopsWithoutHours: [Int]
  /// Stops too far from any way of any courier, with the distance to the nearest, at least.
  let remoteStops: [(stop: Int, distance: Metres)]
  /// Indices of couriers whose base is too far from any way of theirs.
  let remoteCouriers: Set<Int>

  /// - Throws: ``ProblemError`` for a time, a place or a number the optimiser cannot plan with.
  init(
    _ area: PlanArea, travel: any TravelModel, hours: [CardID: [ClosedRange<TimeOfDay>]],
    threads: Int
  ) throws(ProblemError) {
    let profiles = Self.profiles(of: area.couriers)
    var places = LocationList()
    let bases = zip(area.couriers, area.trips).map { courier, trip in
      places.index(ofBase: trip?.sailing.islandPier.coordinate ?? courier.base)
    }
    var jobs: [Job] = []
    var stopOfJob: [Int] = []
    var stopsWithoutHours: [Int] = []
    var remoteStops: [(stop: Int, distance: Metres)] = []
    for (index, stop) in area.stops.enumerated() {
      if let distance = Self.remoteness(of: stop, from: profiles, travel) {
        remoteStops.append((index, distance))
        continue
      }
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
    self.stopOfJob = stopOfJob
    self.stopsWithoutHours = stopsWithoutHours
    self.remoteStops = remoteStops
    remoteCouriers = Set(
      area.couriers.indices.filter { index in
        let courier = area.couriers[index]
        return area.trips[index] == nil
          && travel.remoteness(of: courier.base, by: courier.vehicle.profile) != nil
      })
    var tables: [TravelTimes] = []
    for profile in profiles {
      tables.append(
        try travel.travelTimes(
          among: places.coordinates, by: profile, in: area.kecamatan, threads: threads))
    }
    let vehicles = area.couriers.indices.map { index in
      Self.vehicle(
        area.couriers[index], at: bases[index], on: area.trips[index],
        profile: profiles.firstIndex(of: area.couriers[index].vehicle.profile) ?? 0,
        speedPermille: travel.speedPermille(of: area.couriers[index]))
    }
    problem = try Problem(travel: tables, jobs: jobs, vehicles: vehicles)
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

  /// The kinds of ways the couriers use, in the order of their declaration.
  private static func profiles(of couriers: [Courier]) -> [TravelProfile] {
    let used = Set(couriers.map(\.vehicle.profile))
    return TravelProfile.allCases.filter(used.contains)
  }

  /// The distance to the nearest way of any courier; nothing if one is near enough.
  private static func remoteness(
    of stop: PlannedStop, from profiles: [TravelProfile], _ travel: any TravelModel
  ) -> Metres? {
    var nearest: Metres?
    for profile in profiles {
      let place = stop.location.coordinate
      guard let distance = travel.remoteness(of: place, by: profile) else { return nil }
      nearest = nearest.map { min($0, distance) } ?? distance
    }
    return nearest
  }

  private static func vehicle(
    _ courier: Courier, at base: Int, on trip: IslandTrip?, profile: Int, speedPermille: Int
  ) -> Optimiser.Vehicle {
    let shift =
      trip.map { Int32($0.ashore.lowerBound)...Int32($0.ashore.upperBound) }
      ?? courier.shift.start.seconds...courier.shift.end.seconds
    let rest = trip.map(\.owedRest) ?? courier.shift.rest
    return Optimiser.Vehicle(
      startLocation: base, endLocation: base, shift: shift,
      breaks: rest.flatMap { pause($0, in: shift) }.map { [$0] } ?? [],
      capacity: Amount(Int32(clamping: courier.capacityCards)),
      maximumStops: Int32(clamping: courier.maximumStops), skills: bits(courier.skills),
      profile: profile, speedPermille: Int32(clamping: speedPermille))
  }

  /// A break in the vehicle's terms; nothing where the run is over before it has to begin.
  private static func pause(_ rest: Shift.Break, in shift: ClosedRange<Int32>) -> Break? {
    guard shift.contains(rest.latest.seconds) else { return nil }
    return Break(
      window: max(rest.earliest.seconds, shift.lowerBound)...rest.latest.seconds,
      durationSeconds: Int32(clamping: rest.minutes * 60))
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
