/// Why a set of travel times, jobs and vehicles is no routing problem.
///
/// Every case names the thing, the field and the value that is wrong.
public enum ProblemError: Error, Equatable, Sendable {
  /// The thing a refusal is about; numbers are indices into the arrays the caller passed.
  public enum Subject: Equatable, Sendable {
    case travelTimes
    case job(Int)
    case vehicle(Int)
    case `break`(vehicle: Int, index: Int)
  }

  /// `field` has `actual` values where `expected` are needed.
  case wrongCount(Subject, field: String, actual: Int, expected: Int)
  /// `field` is `value`, which is not in `allowed`.
  case outOfRange(Subject, field: String, value: Int, allowed: ClosedRange<Int>)
  /// The travel time between two locations is `value`, which is not in `allowed`.
  case travelSeconds(from: Int, to: Int, value: Int, allowed: ClosedRange<Int>)
  /// Entry `index` of `field` begins before the one in front of it has ended.
  case notInOrder(Subject, field: String, index: Int)
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
    case .notInOrder(let subject, let field, let index):
      "\(subject): \(field) \(index) begins before the one in front of it ends; sort and separate them"
    }
  }
}

extension ProblemError.Subject: CustomStringConvertible {
  public var description: String {
    switch self {
    case .travelTimes: "travel times"
    case .job(let index): "job \(index)"
    case .vehicle(let index): "vehicle \(index)"
    case .break(let vehicle, let index): "break \(index) of vehicle \(vehicle)"
    }
  }
}
