import Glibc

extension Comparison {
  /// Holds the runs of an alternative against those of a base, each against the run that met the same
  /// luck.
  ///
  /// An answer that never happened in both runs of a pair has no difference here. Whether one is
  /// distinguishable is decided by ``Holm``'s procedure over all that have one, by paired t tests;
  /// one pair shows nothing.
  public init(of alternative: RunAnswers, against base: RunAnswers) {
    precondition(alternative.runs == base.runs, "\(alternative.runs) runs against \(base.runs)")
    let pairs = Answer.allCases.map { Pairs(of: $0, alternative, base) }.filter { $0.count > 0 }
    let verdicts = Holm.areDistinguishable(pairs.map(\.probabilityByChance))
    differences = [:]
    for (pair, verdict) in zip(pairs, verdicts) {
      differences[pair.answer] = Difference(
        estimate: Estimate(pair.differences, runs: base.runs), isDistinguishable: verdict,
        correlation: pair.correlation, varianceSaved: pair.varianceSaved)
    }
  }
}

/// One answer in the runs in which both scenarios have it.
private struct Pairs {
  let answer: Answer
  private var first: [Double] = []
  private var second: [Double] = []

  init(of answer: Answer, _ alternative: RunAnswers, _ base: RunAnswers) {
    self.answer = answer
    for run in 0..<base.runs {
      guard let one = alternative[run, answer], let other = base[run, answer] else { continue }
      first.append(one)
      second.append(other)
    }
  }

  var count: Int { first.count }
  var differences: [Double] { zip(first, second).map { $0 - $1 } }

  /// The probability of a mean difference at least as large if there were none: by the paired t test,
  /// or, where every pair differs by the same, by the sign test, since whole numbers often do.
  var probabilityByChance: Double {
    guard count > 1 else { return 1 }
    let mean = differences.mean
    let error = differences.standardDeviation / Double(count).squareRoot()
    if mean == 0 { return 1 }
    if error == 0 { return answer.isGiven ? 0 : exp2(1 - Double(count)) }
    return StudentT(degreesOfFreedom: count - 1).shareOutside(mean / error)
  }

  var correlation: Double? {
    let spread = first.standardDeviation * second.standardDeviation
    guard spread > 0 else { return nil }
    let means = (first.mean, second.mean)
    let products = zip(first, second).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
    return products / Double(count - 1) / spread
  }

  var varianceSaved: Double? {
    let apart = square(first.standardDeviation) + square(second.standardDeviation)
    guard apart > 0 else { return nil }
    return 1 - square(differences.standardDeviation) / apart
  }

  private func square(_ value: Double) -> Double { value * value }
}

extension Answer {
  /// Whether it follows from the scenario without chance.
  fileprivate var isGiven: Bool {
    switch self {
    case .printersAtStart, .operatorsAtStart, .recordedPercentAtStart: true
    default: false
    }
  }
}
