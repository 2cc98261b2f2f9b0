/// Why a text is no VRPLIB instance or solution that can be used here.
public enum VRPLIBError: Error, Equatable, Sendable {
  /// The text ends without `field`.
  case missing(field: String)
  /// `text` on `line` is not what `field` needs.
  case malformed(line: Int, field: String, text: String)
  /// `value` of `field` is a part of the format that is not handled.
  case unsupported(line: Int, field: String, value: String)
  /// `field` has `actual` entries where `expected` are needed.
  case wrongCount(field: String, actual: Int, expected: Int)
  /// The numbers make no valid problem.
  case refused(ProblemError)
}

extension VRPLIBError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let field): "\(field) is missing"
    case .malformed(let line, let field, let text):
      "line \(line): “\(text)” is not a usable \(field)"
    case .unsupported(let line, let field, let value):
      "line \(line): \(field) “\(value)” is not supported"
    case .wrongCount(let field, let actual, let expected):
      "\(field) has \(actual) entries, \(expected) are needed"
    case .refused(let error): "\(error)"
    }
  }
}
