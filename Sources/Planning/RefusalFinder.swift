import Domain
import Optimiser

/// Finds what each courier of an area lacked to take a stop that was left out.
struct RefusalFinder {
  private let problem: AreaProblem
  private let solution: Solution
  private let stopsByVehicle: [Int]
  private let cardsByVehicle: [Int]
  /// Whether only the length of the shift can stand in the way of a stop for which there is room.
  private let onlyShiftsBind: Bool

  init(_ problem: AreaProblem, _ solution: Solution) {
    self.problem = problem
    self.solution = solution
    var stops = [Int](repeating: 0, count: problem.area.couriers.count)
    var cards = stops
    for route in solution.routes {
      stops[route.vehicle] = route.jobs.count
      cards[route.vehicle] = route.jobs.reduce(0) { $0 + Int(problem.problem.jobs[$1].demand[0]) }
    }
    stopsByVehicle = stops
    cardsByVehicle = cards
    // Without hours at doors, a break always finds a place before or after a visit that is
    // shorter than its window.
    let windows = problem.problem.vehicles.flatMap(\.breaks).map { $0.window.count }
    let shortestWindow = windows.min() ?? .max
    onlyShiftsBind = problem.problem.jobs.allSatisfy {
      $0.timeWindows.isEmpty && Int($0.setupSeconds) + Int($0.serviceSeconds) < shortestWindow
    }
  }

  /// The reasons against `job`, one per courier.
  ///
  /// - Complexity: O(couriers), or the square of the stops of each run where hours bind.
  func reasons(against job: Int) -> [LeftOutReason] {
    let reasons = reasonsOfSearch(against: job)
    return reasons.indices.map {
      problem.remoteCouriers.contains($0) ? .farFromRoad : reasons[$0]
    }
  }

  private func reasonsOfSearch(against job: Int) -> [LeftOutReason] {
    guard onlyShiftsBind else {
      return problem.problem.reasons(for: job, in: solution).map { found in
        found.reason.map(LeftOutReason.init) ?? .shift
      }
    }
    return problem.area.couriers.indices.map { quickReason(against: job, vehicle: $0) }
  }

  private func quickReason(against index: Int, vehicle number: Int) -> LeftOutReason {
    let job = problem.problem.jobs[index]
    let vehicle = problem.problem.vehicles[number]
    if let allowed = job.allowedVehicles, !allowed.contains(number) { return .area }
    if job.requiredSkills & ~vehicle.skills != 0 { return .skill }
    if cardsByVehicle[number] + Int(job.demand[0]) > vehicle.capacity[0] { return .capacity }
    if stopsByVehicle[number] >= vehicle.maximumStops { return .stopCount }
    let travel = problem.problem.travel[vehicle.profile]
    let base = vehicle.startLocation ?? job.location
    let there = travel.seconds(from: base, to: job.location)
    let back = travel.seconds(from: job.location, to: base)
    return there == TravelTimes.unreachable || back == TravelTimes.unreachable
      ? .unreachable : .shift
  }
}

extension LeftOutReason {
  fileprivate init(_ reason: Reason) {
    self =
      switch reason {
      case .notAllowed, .pinned: .area
      case .skill: .skill
      case .capacity: .capacity
      case .maximumStops: .stopCount
      case .unreachable: .unreachable
      case .timeWindow: .timeWindow
      case .break: .rest
      case .maximumDuration, .maximumTravel, .maximumDistance, .shift: .shift
      }
  }
}
