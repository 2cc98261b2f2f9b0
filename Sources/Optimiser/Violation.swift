/// One rule a solution breaks.
public enum Violation: Error, Hashable, Sendable {
  case unknownVehicle(Int)
  case unknownJob(Int)
  case vehicleUsedTwice(Int)
  case emptyRoute(vehicle: Int)
  case jobServedTwice(Int)
  case jobServedAndLeftOut(Int)
  case jobLeftOutTwice(Int)
  case jobMissing(Int)
  case skill(job: Int, vehicle: Int)
  case notAllowed(job: Int, vehicle: Int)
  case capacity(vehicle: Int, load: Int, allowed: Int)
  case maximumStops(vehicle: Int, stops: Int, allowed: Int)
  case unreachable(vehicle: Int, fromLocation: Int, toLocation: Int)
  case timeWindow(job: Int, vehicle: Int)
  case `break`(vehicle: Int)
  case shift(vehicle: Int, overrunSeconds: Int)
  case maximumDuration(vehicle: Int, durationSeconds: Int, allowed: Int)
  case objective(claimed: Objective, actual: Objective)
}

extension Violation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownVehicle(let vehicle): "there is no vehicle \(vehicle)"
    case .unknownJob(let job): "there is no job \(job)"
    case .vehicleUsedTwice(let vehicle): "vehicle \(vehicle) has two routes; it can run one"
    case .emptyRoute(let vehicle): "the route of vehicle \(vehicle) is empty; leave it out"
    case .jobServedTwice(let job): "job \(job) is served twice; keep one visit"
    case .jobServedAndLeftOut(let job): "job \(job) is served and also listed as left out"
    case .jobLeftOutTwice(let job): "job \(job) is listed twice as left out"
    case .jobMissing(let job): "job \(job) is neither served nor listed as left out"
    case .skill(let job, let vehicle): "vehicle \(vehicle) lacks a skill that job \(job) requires"
    case .notAllowed(let job, let vehicle): "job \(job) does not allow vehicle \(vehicle)"
    case .capacity(let vehicle, let load, let allowed):
      "vehicle \(vehicle) carries \(load); it has room for \(allowed)"
    case .maximumStops(let vehicle, let stops, let allowed):
      "vehicle \(vehicle) makes \(stops) stops; it may make \(allowed)"
    case .unreachable(let vehicle, let from, let to):
      "vehicle \(vehicle) goes from location \(from) to \(to), where there is no way"
    case .timeWindow(let job, let vehicle):
      "vehicle \(vehicle) comes to job \(job) when all its time windows have closed"
    case .break(let vehicle): "vehicle \(vehicle) has no moment left for its break"
    case .shift(let vehicle, let overrun):
      "vehicle \(vehicle) is back \(overrun) s after its shift has ended"
    case .maximumDuration(let vehicle, let duration, let allowed):
      "vehicle \(vehicle) is out for \(duration) s; \(allowed) s are allowed"
    case .objective(let claimed, let actual):
      "the objective is claimed to be \(claimed); it is \(actual)"
    }
  }
}

extension Objective: CustomStringConvertible {
  public var description: String { "left out \(unservedByTier), cost \(cost)" }
}
