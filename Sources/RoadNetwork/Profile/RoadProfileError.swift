/// Why a text is not a profile.
public enum RoadProfileError: Error, Equatable, CustomStringConvertible {
  case unknownField(line: Int, field: String, nearest: String?)
  case unknownWord(line: Int, field: String, word: String, nearest: String?)
  case notANumber(line: Int, field: String, word: String, smallest: Double, largest: Double)
  case wrongNumberOfWords(line: Int, field: String, example: String)
  case repeated(line: Int, field: String, firstLine: Int)
  case missing(field: String, example: String)

  public var description: String {
    switch self {
    case .unknownField(let line, let field, let nearest):
      "line \(line): there is no field \"\(field)\"\(Self.hint(nearest))"
    case .unknownWord(let line, let field, let word, let nearest):
      "line \(line): \(field) does not know \"\(word)\"\(Self.hint(nearest))"
    case .notANumber(let line, let field, let word, let smallest, let largest):
      "line \(line): \(field) needs a number from \(smallest) to \(largest), not \"\(word)\""
    case .wrongNumberOfWords(let line, let field, let example):
      "line \(line): \(field) needs other values; write it like \"\(example)\""
    case .repeated(let line, let field, let firstLine):
      "line \(line): \(field) was given in line \(firstLine) already; keep one of the two"
    case .missing(let field, let example):
      "the profile has no line \"\(field)\"; add one like \"\(example)\""
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean \"\($0)\"?" } ?? "; see the list in the description of profiles"
  }
}
