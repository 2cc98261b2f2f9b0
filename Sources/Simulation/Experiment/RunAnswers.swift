/// The answers of every replication of one scenario.
///
/// Shape: `runs x Answer.allCases.count`, row-major; nil is what did not happen.
public struct RunAnswers: Hashable, Sendable {
  public let runs: Int
  private var values: [Double?]

  public init(runs: Int) {
    self.runs = runs
    values = Array(repeating: nil, count: runs * Answer.allCases.count)
  }

  /// Nil where it did not happen.
  public subscript(run: Int, answer: Answer) -> Double? {
    get { values[run * Answer.allCases.count + answer.index] }
    set { values[run * Answer.allCases.count + answer.index] = newValue }
  }

  /// The values of the replications in which it happened, in order.
  public subscript(answer: Answer) -> [Double] {
    (0..<runs).compactMap { self[$0, answer] }
  }

  /// What they show of each answer that happened at all.
  public var estimates: [Answer: Estimate] {
    var estimates: [Answer: Estimate] = [:]
    for answer in Answer.allCases {
      let values = self[answer]
      if !values.isEmpty { estimates[answer] = Estimate(values, runs: runs) }
    }
    return estimates
  }

  mutating func store(_ answers: [Answer: Double], ofRun run: Int) {
    for answer in Answer.allCases { self[run, answer] = answers[answer] }
  }
}

extension Answer {
  /// Its number among all answers.
  var index: Int { Self.order[self] ?? 0 }

  private static let order = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
