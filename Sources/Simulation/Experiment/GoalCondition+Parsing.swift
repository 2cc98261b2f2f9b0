extension GoalCondition {
  /// Reads a condition such as `wait-95-days <= 14`, `within-promise-percent >= 95%` or
  /// `green-day <= 120 in 90% of runs`; `pada 90% ulangan` is the same in Indonesian.
  ///
  /// - Throws: ``GoalConditionError`` naming what was not understood, and what comes nearest.
  public init(_ text: String) throws(GoalConditionError) {
    guard let start = text.firstIndex(where: { "<>≤≥=".contains($0) }) else {
      throw .noRelation(text)
    }
    let signs = text[start...].prefix { "<>≤≥=".contains($0) }
    guard let relation = Relation(sign: signs) else { throw .unknownRelation(String(signs)) }
    let name = text[..<start].trimmed
    guard let answer = Answer(rawValue: name) else {
      throw .unknownAnswer(name, nearest: Answer.nearestNames(to: name))
    }
    let words = text[signs.endIndex...].split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first,
      let bound = Self.number(first, allowsPercent: answer.unit == .percent)
    else { throw .badBound(words.first ?? "", answer) }
    self.init(
      answer: answer, relation: relation, bound: bound,
      certainty: try Self.certainty(Array(words.dropFirst())), text: text.trimmed)
  }

  private static func certainty(_ words: [String]) throws(GoalConditionError) -> Certainty {
    if words.isEmpty { return .ofMean }
    let said = words.joined(separator: " ")
    guard words.count >= 2, ["in", "pada"].contains(words[0]), words[1].hasSuffix("%"),
      ["", "runs", "of runs", "ulangan"].contains(words.dropFirst(2).joined(separator: " ")),
      let percent = number(words[1], allowsPercent: true), percent > 0, percent <= 100
    else { throw .badShare(said) }
    return .ofRuns(percent / 100)
  }

  private static func number(_ word: String, allowsPercent: Bool) -> Double? {
    let digits = allowsPercent && word.hasSuffix("%") ? String(word.dropLast()) : word
    guard digits.allSatisfy({ "0123456789.-+".contains($0) }) else { return nil }
    return Double(digits)
  }
}

extension GoalCondition.Relation {
  init?(sign: Substring) {
    switch sign {
    case "<=", "≤", "=<": self = .atMost
    case ">=", "≥", "=>": self = .atLeast
    case "<": self = .below
    case ">": self = .above
    default: return nil
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let from = drop { $0.isWhitespace }
    guard let last = from.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(from[...last])
  }
}
