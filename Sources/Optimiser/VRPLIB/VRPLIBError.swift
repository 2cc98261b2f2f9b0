/// Why a text is no VRPLIB instance or solution that can be used here.
///
/// Lines are counted from 1; `use` says what would be right in place of what is there.
public enum VRPLIBError: Error, Equatable, Sendable {
  /// The text ends without `field`.
  case missing(field: String)
  /// `text` on `line` is not what `field` needs.
  case malformed(line: Int, field: String, text: String, use: String)
  /// `value` of `field` is a part of the format that is not handled.
  case unsupported(line: Int, field: String, value: String, use: String)
  /// `field` on `line` was given before.
  case repeated(line: Int, field: String)
  /// `field` has `actual` entries where `expected` are needed.
  case wrongCount(field: String, actual: Int, expected: Int)
  /// There are more points than `allowed`, for distances that must be kept in a table.
  case tooManyPoints(Int, allowed: Int, use: String)
  /// The numbers make no valid problem.
  case refused(ProblemError)
}

extension VRPLIBError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let field): "\(field) is missing; add it"
    case .malformed(let line, let field, let text, let use):
      "line \(line): “\(text)” is not a usable \(field); use \(use)"
    case .unsupported(let line, let field, let value, let use):
      "line \(line): \(field) “\(value)” is not supported; use \(use)"
    case .repeated(let line, let field):
      "line \(line): \(field) is given a second time; keep one"
    case .wrongCount(let field, let actual, let expected):
      "\(field) has \(actual) entries, \(expected) are needed; add or remove entries"
    case .tooManyPoints(let count, let allowed, let use):
      "\(count) points need more than a table of \(allowed) holds; \(use)"
    case .refused(let error): "\(error)"
    }
  }
}
