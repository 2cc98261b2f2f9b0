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
  case capacity(vehicle: Int, dimension: Int, load: Int, allowed: Int)
  case maximumStops(vehicle: Int, stops: Int, allowed: Int)
  case reloadPosition(vehicle: Int, position: Int)
  case reloads(vehicle: Int, reloads: Int, allowed: Int)
  case pinTornApart(Int)
  case pinNotAtStart(Int)
  case pinNotServed(Int)
  case pinOnOtherVehicle(Int, vehicle: Int)
  case unreachable(vehicle: Int, fromLocation: Int, toLocation: Int)
  case maximumTravel(vehicle: Int, travelSeconds: Int, allowed: Int)
  case maximumDistance(vehicle: Int, metres: Int, allowed: Int)
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
    case .capacity(let vehicle, let dimension, let load, let allowed):
      "vehicle \(vehicle) carries \(load) in dimension \(dimension); it has room for \(allowed)"
    case .maximumStops(let vehicle, let stops, let allowed):
      "vehicle \(vehicle) makes \(stops) stops; it may make \(allowed)"
    case .reloadPosition(let vehicle, let position):
      """
      vehicle \(vehicle) has a reload in front of position \(position); reloads go between two \
      jobs, at most one at a place, in ascending order
      """
    case .reloads(let vehicle, let reloads, let allowed):
      "vehicle \(vehicle) fills its bag again \(reloads) times; it may do so \(allowed) times"
    case .pinTornApart(let pin):
      "the jobs of pin \(pin) are not served directly one after the other, in their order"
    case .pinNotAtStart(let pin): "pin \(pin) is not at the start of its vehicle's route"
    case .pinNotServed(let pin): "pin \(pin) is left out, but its vehicle has served it already"
    case .pinOnOtherVehicle(let pin, let vehicle):
      "pin \(pin) is served by vehicle \(vehicle), for which it is not meant"
    case .unreachable(let vehicle, let from, let to):
      "vehicle \(vehicle) goes from location \(from) to \(to), where there is no way"
    case .maximumTravel(let vehicle, let travel, let allowed):
      "vehicle \(vehicle) is on the way for \(travel) s; \(allowed) s are allowed"
    case .maximumDistance(let vehicle, let metres, let allowed):
      "vehicle \(vehicle) goes \(metres) m; \(allowed) m are allowed"
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
