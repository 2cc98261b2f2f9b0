/// A rule of the file that a route breaks, in VROOM's words.
public enum VroomViolation: Hashable, Sendable {
  /// Service begins, or the route ends, so many seconds after the last moment it may.
  case delay(seconds: Int)
  case load(dimension: Int, load: Int, allowed: Int)
  case skills
  /// There is no way to this step.
  case unreachable
  case maximumTasks(Int, allowed: Int)
  case maximumTravel(seconds: Int, allowed: Int)
  case maximumDistance(metres: Int, allowed: Int)
  /// A break of the vehicle is not in its route.
  case missingBreak(id: Int)

  var json: JSONValue {
    switch self {
    case .delay(let seconds):
      .object([.init("cause", "delay"), .init("duration", .integer(seconds))])
    case .load: .object([.init("cause", "load")])
    case .skills: .object([.init("cause", "skills")])
    case .unreachable: .object([.init("cause", "unreachable")])
    case .maximumTasks: .object([.init("cause", "max_tasks")])
    case .maximumTravel(let seconds, let allowed):
      .object([
        .init("cause", "max_travel_time"), .init("duration", .integer(seconds - allowed)),
      ])
    case .maximumDistance(let metres, let allowed):
      .object([.init("cause", "max_distance"), .init("distance", .integer(metres - allowed))])
    case .missingBreak: .object([.init("cause", "missing_break")])
    }
  }
}
