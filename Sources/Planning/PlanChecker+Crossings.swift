import Domain
import Geometry

extension PlanChecker {
  /// Whether every crossing of `run` is in the timetable and open to its courier.
  func crossings(of run: Run, _ courier: Courier) -> [PlanViolation] {
    var violations: [PlanViolation] = []
    let places = run.crossings.map(\.beforeStop)
    let isLastOvernight = run.crossings.dropLast().allSatisfy { $0.daysLater == 0 }
    if places != places.sorted() || !isLastOvernight
      || !places.allSatisfy((1...run.stops.count + 1).contains)
    {
      violations.append(.crossingsOutOfOrder(run.id))
    }
    for crossing in run.crossings { violations += self.crossing(crossing, of: run, courier) }
    return violations
  }

  /// Boats of the day with more couriers than they take.
  func fullBoats(of plan: Plan) -> [PlanViolation] {
    struct Boat: Hashable {
      let route: String
      let from: Coordinate
      let daysLater: Int
      let departs: TimeOfDay?
    }
    var couriers: [Boat: Int] = [:]
    var violations: [PlanViolation] = []
    for run in plan.runs {
      for crossing in run.crossings where crossing.boat != .own {
        let boat = Boat(
          route: crossing.route, from: crossing.from.coordinate, daysLater: crossing.daysLater,
          departs: crossing.boat == .charter ? nil : crossing.departs)
        couriers[boat, default: 0] += 1
        if let limit = sailings[crossing.route]?.capacity, couriers[boat] == limit + 1 {
          violations.append(.boatFull(run.id, crossing.route, crossing.departs, limit: limit))
        }
      }
    }
    return violations
  }

  /// The moment at which a courier has to be at the pier.
  func boarding(_ crossing: Crossing, of run: Run) -> TimeOfDay {
    if crossing.daysLater > 0 { return run.returns }
    guard crossing.boat != .own, let sailing = sailings[crossing.route] else {
      return crossing.departs
    }
    return crossing.departs.adding(minutes: -sailing.boardingMinutes)
  }

  /// Whether two places lie on different land that no way joins, where no map of roads knows.
  func isAcrossWater(from origin: Coordinate, to destination: Coordinate) -> Bool {
    guard !travel.followsRoads, let land, let here = land.mass(of: origin),
      let there = land.mass(of: destination), here != there
    else { return false }
    return land.distance(from: here, to: there, within: Shores.bridgedWater) == nil
  }

  private func crossing(
    _ crossing: Crossing, of run: Run, _ courier: Courier
  ) -> [PlanViolation] {
    let route = crossing.route
    guard let sailing = sailings[route] else { return [.unknownSailing(run.id, route)] }
    let isOut = crossing.from == sailing.pier && crossing.to == sailing.islandPier
    guard isOut || (crossing.from == sailing.islandPier && crossing.to == sailing.pier) else {
      return [.wrongPiers(run.id, route)]
    }
    var violations: [PlanViolation] = []
    if !isOpen(crossing, sailing, to: courier) {
      violations.append(.wrongBoat(run.id, route, crossing.boat))
    }
    let day = run.id.plan.date.adding(days: crossing.daysLater)
    if crossing.boat != .own, !sailing.runs(on: day) {
      violations.append(.notSailing(run.id, route, day))
    }
    if !leaves(crossing, sailing, isOut: isOut) {
      violations.append(.noSuchDeparture(run.id, route, crossing.departs))
    }
    let minutes = isOut ? sailing.minutesOut : sailing.minutesBack
    if Int(crossing.arrives.seconds) - Int(crossing.departs.seconds) != minutes * 60 {
      violations.append(.wrongCrossingTime(run.id, route, minutes: minutes))
    }
    if crossing.daysLater < 0 || (crossing.daysLater > 0 && (isOut || !sailing.allowsOvernight)) {
      violations.append(.stayNotAllowed(run.id, route))
    }
    return violations
  }

  private func isOpen(_ crossing: Crossing, _ sailing: Sailing, to courier: Courier) -> Bool {
    switch crossing.boat {
    case .own: courier.vehicle == .boat && courier.skills.contains(.boat)
    case .charter: sailing.isCharter && courier.skills.contains(.boat)
    case .scheduled: !sailing.isCharter
    }
  }

  private func leaves(_ crossing: Crossing, _ sailing: Sailing, isOut: Bool) -> Bool {
    if crossing.boat == .own { return true }
    return switch sailing.timetable {
    case .scheduled(let departures, let returns):
      (isOut ? departures : returns).contains(crossing.departs)
    case .charter(let departures, let returns):
      (isOut ? departures : returns).contains(crossing.departs)
    }
  }
}
