/// Why a text is no VRPLIB instance or solution that can be used here.
///
/// Lines are counted from 1; the need says what would be right in place of what is there.
public enum VRPLIBError: Error, Equatable, Sendable {
  /// The text ends without `field`.
  case missing(field: String)
  /// `text` on `line` is not what `field` needs.
  case malformed(line: Int, field: String, text: String, need: VRPLIBNeed)
  /// `value` of `field` is a part of the format that is not handled.
  case unsupported(line: Int, field: String, value: String, need: VRPLIBNeed)
  /// `field` on `line` was given before.
  case repeated(line: Int, field: String)
  /// `field` has `actual` entries where `expected` are needed.
  case wrongCount(field: String, actual: Int, expected: Int)
  /// There are more points than `allowed`, for distances that must be kept in a table.
  case tooManyPoints(Int, allowed: Int)
  /// The numbers make no valid problem.
  case refused(ProblemError)
}

/// What a field of a VRPLIB text has to be.
public enum VRPLIBNeed: Equatable, Sendable {
  case plainNumber
  case whole(ClosedRange<Int>)
  case number(upTo: Int)
  /// With one decimal at most.
  case decimal(upTo: Int)
  /// A length in a table.
  case way
  /// So many fields on the line.
  case fields(Int)
  /// Every number from 1 on, each once.
  case onceEach(upTo: Int)
  case openingFirst
  case nothingAtDepot(node: Int)
  /// A node of `DEPOT_SECTION`.
  case depot
  case headerLine(String)
  case sectionName
  case routeLine
  case oneOf([String])
  /// Something `docs/FORMATS.md` lists.
  case documented
}

extension VRPLIBError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let field): "\(field) is missing; add it"
    case .malformed(let line, let field, let text, let need):
      "line \(line): “\(text)” is not a usable \(field); use \(need)"
    case .unsupported(let line, let field, let value, let need):
      "line \(line): \(field) “\(value)” is not supported; use \(need)"
    case .repeated(let line, let field):
      "line \(line): \(field) is given a second time; keep one"
    case .wrongCount(let field, let actual, let expected):
      "\(field) has \(actual) entries, \(expected) are needed; add or remove entries"
    case .tooManyPoints(let count, let allowed):
      """
      \(count) points need a table, which holds \(allowed); use EUC_2D coordinates with at most \
      three decimals
      """
    case .refused(let error): "\(error)"
    }
  }
}

extension VRPLIBNeed: CustomStringConvertible {
  public var description: String {
    switch self {
    case .plainNumber: "a plain number"
    case .whole(let allowed):
      "a whole number from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .number(let most): "a number from 0 to \(most)"
    case .decimal(let most): "a number from 0 to \(most) with one decimal at most"
    case .way:
      "0 to \(Limits.travelSeconds.upperBound), or \(TravelTimes.unreachable) where there is no way"
    case .fields(let count): "\(count) numbers on the line"
    case .onceEach(let most): "every number from 1 to \(most) at most once"
    case .openingFirst: "an opening that is not after the closing"
    case .nothingAtDepot(let node): "0, because node \(node) is a depot"
    case .depot: "a node of DEPOT_SECTION"
    case .headerLine(let keyword): "“\(keyword) : value”"
    case .sectionName: "a section's name in front of its numbers"
    case .routeLine: "“Route #1: 3 1 2”"
    case .oneOf(let values): values.joined(separator: ", ")
    case .documented: "what docs/FORMATS.md lists, or take it out if nothing depends on it"
    }
  }
}
