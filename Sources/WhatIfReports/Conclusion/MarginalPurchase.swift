internal import Simulation

/// Days that one step saves, and what it costs.
struct MarginalPurchase {
  let lever: String
  let step: String
  let answer: Answer
  /// Alternative minus base, in days.
  let difference: Estimate
  /// What the step adds to the total cost; nil if it is not known.
  let rupiah: Double?

  /// Of a step that saves days.
  var rupiahPerDay: Double? {
    guard difference.mean < 0 else { return nil }
    return rupiah.map { $0 / -difference.mean }
  }

  private static let dayAnswers: [Answer] = [
    .printBacklogClearedDay, .openingCardsDoneDay, .greenDay, .waitNinetyFifthDays,
    .waitNinetiethDays, .waitMedianDays, .daysWithoutBlanks,
  ]

  /// The step that saves the most of the first kind of days that any step saves for certain.
  static func best(of values: [MarginalValue]) -> MarginalPurchase? {
    for answer in dayAnswers {
      let saving = purchases(of: values, answer: answer)
      if let best = saving.min(by: { $0.difference.mean < $1.difference.mean }) { return best }
    }
    return nil
  }

  /// The step with the least rupiah for each day of `answer` that it saves for certain.
  static func cheapest(of values: [MarginalValue], answer: Answer) -> MarginalPurchase? {
    purchases(of: values, answer: answer).filter { $0.rupiahPerDay != nil }
      .min { ($0.rupiahPerDay ?? 0) < ($1.rupiahPerDay ?? 0) }
  }

  private static func purchases(of values: [MarginalValue], answer: Answer) -> [MarginalPurchase] {
    values.compactMap { value in
      guard let difference = value.comparison.differences[answer], difference.isDistinguishable,
        difference.estimate.mean < 0
      else { return nil }
      return MarginalPurchase(
        lever: value.lever, step: value.step, answer: answer, difference: difference.estimate,
        rupiah: value.comparison.differences[.cost]?.estimate.mean)
    }
  }
}
