/// What a manager wants to be true, such as `wait-95-days <= 14`.
///
/// Without more words it must hold for the mean with 95 % certainty: the worse end of the confidence
/// interval of the mean meets the bound. With `in 90% of runs` it must hold in at least that share
/// of the replications.
///
/// What never happened counts as infinitely late, long or dear: `stock-out-day >= 60` holds where
/// the stock never ran out, and `green-day <= 90` does not where the zone was never reached. A share
/// or number of cards that does not exist meets nothing.
public struct GoalCondition: Hashable, Sendable {
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atMost: value <= bound
      case .atLeast: value >= bound
      case .below: value < bound
      case .above: value > bound
      }
    }

    var asksForLess: Bool { self == .atMost || self == .below }
  }

  public enum Certainty: Hashable, Sendable {
    /// The worse end of the 95 % confidence interval of the mean must meet the bound.
    case ofMean
    /// At least this share of the replications must, above 0 up to 1.
    case ofRuns(Double)
  }

  public var answer: Answer
  public var relation: Relation
  /// In the answer's unit.
  public var bound: Double
  public var certainty: Certainty
  /// As asked.
  public var text: String

  /// Whether a value meets the bound; nil is what never happened.
  func isMet(by value: Double?) -> Bool {
    if let value { return relation.holds(value, bound) }
    switch answer.unit {
    case .days, .rupiah: return !relation.asksForLess
    case .cards, .residents, .percent, .machines, .people: return false
    }
  }

  func verdict(on answers: RunAnswers) -> GoalSearch.Verdict {
    let values = answers[answer]
    let estimate = values.isEmpty ? nil : Estimate(values, runs: answers.runs)
    switch certainty {
    case .ofRuns(let share):
      let met = (0..<answers.runs).count { isMet(by: answers[$0, answer]) }
      // The share was written in decimals; 9 of 10 runs are 90 %.
      let holds = Double(met) >= share * Double(answers.runs) - 1e-9
      return GoalSearch.Verdict(estimate: estimate, isMet: holds)
    case .ofMean:
      let allKnown = values.count == answers.runs
      let holds = isMet(by: estimate.map(worseEnd)) && (allKnown || isMet(by: nil))
      return GoalSearch.Verdict(estimate: estimate, isMet: holds)
    }
  }

  private func worseEnd(of estimate: Estimate) -> Double {
    relation.asksForLess ? estimate.interval.upperBound : estimate.interval.lowerBound
  }
}
