/// Why a set of travel times, jobs, vehicles and pins is no routing problem.
///
/// Every case names the thing, the field and the value that is wrong.
public enum ProblemError: Error, Equatable, Sendable {
  /// The thing a refusal is about; numbers are indices into the arrays the caller passed.
  public enum Subject: Equatable, Sendable {
    case travelTimes
    case profile(Int)
    case job(Int)
    case vehicle(Int)
    case `break`(vehicle: Int, index: Int)
    case pin(Int)
  }

  /// `field` has `actual` values where `expected` are needed.
  case wrongCount(Subject, field: String, actual: Int, expected: Int)
  /// `field` is `value`, which is not in `allowed`.
  case outOfRange(Subject, field: String, value: Int, allowed: ClosedRange<Int>)
  /// The travel time between two locations is `value`, which is not in `allowed`.
  case travelSeconds(from: Int, to: Int, value: Int, allowed: ClosedRange<Int>)
  /// The way between two locations is `value` metres long, which is not in `allowed`.
  case travelMetres(from: Int, to: Int, value: Int, allowed: ClosedRange<Int>)
  /// Entry `index` of `field` begins before the one in front of it has ended.
  case notInOrder(Subject, field: String, index: Int)
  /// `field` counts metres, and the profile in use has none.
  case noMetres(Subject, field: String, _ profile: Int)
  /// The runs together could cost `worst`, which is more than can be added up.
  case costsTooHigh(worst: Double)
  /// A pin has no jobs.
  case emptyPin(Int)
  /// A pin is at the start of a run, and no vehicle says of which.
  case pinWithoutVehicle(Int)
  /// A job is in two pins, or twice in one.
  case pinnedTwice(job: Int, first: Int, second: Int)
  /// Two pins are at the start of the run of one vehicle.
  case twoPinsAtStart(vehicle: Int, first: Int, second: Int)
  /// The vehicle of a pin cannot keep it.
  case impossiblePin(Int, Violation)
}

extension ProblemError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wrongCount(let subject, let field, let actual, let expected):
      "\(subject): \(field) has \(actual) values, \(expected) are needed"
    case .outOfRange(let subject, let field, let value, let allowed):
      "\(subject): \(field) is \(value); use \(allowed.lowerBound) to \(allowed.upperBound)"
    case .travelSeconds(let from, let to, let value, let allowed):
      """
      travel times: from location \(from) to \(to) is \(value) s; \
      use \(allowed.lowerBound) to \(allowed.upperBound) s, or unreachable
      """
    case .travelMetres(let from, let to, let value, let allowed):
      """
      travel times: from location \(from) to \(to) is \(value) m; \
      use \(allowed.lowerBound) to \(allowed.upperBound) m
      """
    case .notInOrder(let subject, let field, let index):
      "\(subject): \(field) \(index) begins before the one in front of it ends; sort and separate them"
    case .noMetres(let subject, let field, let profile):
      "\(subject): \(field) counts metres; give profile \(profile) metres beside its seconds"
    case .costsTooHigh(let worst):
      "the runs could cost \(worst) together; use smaller costs, times or distances"
    case .emptyPin(let index):
      "pin \(index): jobs is empty; name at least one job, or leave the pin out"
    case .pinWithoutVehicle(let index):
      "pin \(index): vehicle is missing; a pin at the start of a run has to name it"
    case .pinnedTwice(let job, let first, let second):
      first == second
        ? "pin \(first): jobs names job \(job) twice; name it once"
        : "pin \(second): jobs names job \(job), which pin \(first) holds; name it in one of them"
    case .twoPinsAtStart(let vehicle, let first, let second):
      """
      pin \(second): vehicle \(vehicle) has pin \(first) at its start already; \
      join the two
      """
    case .impossiblePin(let index, let violation):
      "pin \(index) cannot be kept: \(violation); change the pin, the job or the vehicle"
    }
  }
}

extension ProblemError.Subject: CustomStringConvertible {
  public var description: String {
    switch self {
    case .travelTimes: "travel times"
    case .profile(let index): "profile \(index)"
    case .job(let index): "job \(index)"
    case .vehicle(let index): "vehicle \(index)"
    case .break(let vehicle, let index): "break \(index) of vehicle \(vehicle)"
    case .pin(let index): "pin \(index)"
    }
  }
}
