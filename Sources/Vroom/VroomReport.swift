import Optimiser

/// Adds up what a timed route carries and costs, and finds the rules it breaks besides its times.
struct VroomReport {
  /// One step, in hundredths of seconds.
  struct Entry {
    let kind: VroomRoute.Step.Kind
    let place: Int?
    let arrival: Int
    let waiting: Int
    let setup: Int
    let service: Int
    let travelled: Int
    let delay: Int
    let isReachable: Bool
  }

  let instance: VroomInstance
  /// An index into ``VroomInstance/vehicles``.
  let vehicle: Int
  let entries: [Entry]

  func route() -> VroomRoute {
    let jobs = entries.compactMap(\.kind.job)
    let delivery = total(jobs.map { instance.jobs[$0].delivery })
    let steps = steps(loadedWith: delivery)
    let (duration, distance) = (steps.last?.duration ?? 0, steps.last?.distance ?? 0)
    return VroomRoute(
      vehicle: vehicle, steps: steps, cost: cost(duration: duration, distance: distance),
      duration: duration,
      waiting: steps.reduce(0) { $0 + $1.waiting }, distance: distance,
      priority: jobs.reduce(0) { $0 + instance.jobs[$1].priority }, delivery: delivery,
      pickup: total(jobs.map { instance.jobs[$0].pickup }),
      violations: routeViolations(distance: distance) + steps.flatMap(\.violations))
  }

  /// In whole seconds every step begins when the one before it and the way from there are over, so
  /// parts of a second are cut off moments, not ways.
  private func steps(loadedWith delivery: [Int]) -> [VroomRoute.Step] {
    var load = delivery
    var (duration, distance) = (0, 0)
    var departure: Int?
    var here = entries.first?.place
    return entries.map { entry in
      if let job = entry.kind.job {
        for (dimension, amount) in instance.jobs[job].delivery.enumerated() {
          load[dimension] -= amount
        }
        for (dimension, amount) in instance.jobs[job].pickup.enumerated() {
          load[dimension] += amount
        }
      }
      if let from = here, let to = entry.place {
        distance += instance.metres(from: from, to: to, byVehicle: vehicle)
        here = to
      }
      let arrival = entry.arrival / 100
      let start = (entry.arrival + entry.waiting) / 100
      duration += arrival - (departure ?? arrival)
      departure = start + (entry.setup + entry.service) / 100
      return VroomRoute.Step(
        kind: entry.kind, place: entry.place, arrival: arrival, waiting: start - arrival,
        setup: entry.setup / 100, service: entry.service / 100, load: load, duration: duration,
        distance: distance, violations: violations(at: entry, load: load))
    }
  }

  private func violations(at entry: Entry, load: [Int]) -> [VroomViolation] {
    var violations: [VroomViolation] = []
    if !entry.isReachable { violations.append(.unreachable) }
    if entry.delay > 0 { violations.append(.delay(seconds: (entry.delay + 99) / 100)) }
    for (dimension, room) in instance.vehicles[vehicle].capacity.enumerated()
    where load[dimension] > room {
      violations.append(.load(dimension: dimension, load: load[dimension], allowed: room))
    }
    if let job = entry.kind.job {
      let skills = Set(instance.vehicles[vehicle].skills)
      if !instance.jobs[job].skills.allSatisfy(skills.contains) { violations.append(.skills) }
    }
    return violations
  }

  private func routeViolations(distance: Int) -> [VroomViolation] {
    let rules = instance.vehicles[vehicle]
    var violations: [VroomViolation] = []
    let tasks = entries.count { $0.kind.job != nil }
    if let allowed = rules.maximumTasks, tasks > allowed {
      violations.append(.maximumTasks(tasks, allowed: allowed))
    }
    let travelled = entries.last?.travelled ?? 0
    if let allowed = rules.maximumTravelSeconds, travelled > allowed * 100 {
      violations.append(.maximumTravel(seconds: (travelled + 99) / 100, allowed: allowed))
    }
    if let allowed = rules.maximumDistanceMetres, distance > allowed {
      violations.append(.maximumDistance(metres: distance, allowed: allowed))
    }
    for (index, pause) in rules.breaks.enumerated()
    where !entries.contains(where: { $0.kind == .break(index) }) {
      violations.append(.missingBreak(id: pause.id))
    }
    return violations
  }

  private func total(_ amounts: [[Int]]) -> [Int] {
    amounts.reduce(into: Array(repeating: 0, count: instance.amountSize)) { total, amount in
      for (dimension, value) in amount.enumerated() { total[dimension] += value }
    }
  }

  /// In whole units of the file's cost, to the nearest.
  private func cost(duration: Int, distance: Int) -> Int {
    let costs = instance.vehicles[vehicle].costs
    let busy = entries.reduce(0) { $0 + $1.setup + $1.service }
    var cost = Double(costs.fixed) + Double(busy) * Double(costs.perTaskHour) / 360_000
    if let prices = instance.profiles[vehicle].costs {
      let places = entries.compactMap(\.place)
      for (from, to) in zip(places, places.dropFirst()) {
        cost += Double(prices.metres(from: from, to: to))
      }
    } else {
      cost += Double(duration) * Double(costs.perHour) / 3_600
      cost += Double(distance) * Double(costs.perKilometre) / 1_000
    }
    return Int(min(cost, 0x1p62).rounded())
  }
}

extension VroomInstance {
  /// How long the way takes a vehicle, in hundredths of seconds; nil where there is none.
  func hundredths(from: Int, to: Int, byVehicle vehicle: Int) -> Int? {
    let seconds = profiles[vehicle].travel.seconds(from: from, to: to)
    guard seconds != TravelTimes.unreachable else { return nil }
    return Int(seconds) * vehicles[vehicle].hundredthsPerSecond
  }

  /// How long the way is; 0 where that is not known.
  func metres(from: Int, to: Int, byVehicle vehicle: Int) -> Int {
    Int(profiles[vehicle].travel.metres(from: from, to: to))
  }
}
