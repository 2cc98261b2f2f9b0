internal import Simulation

/// Where the curve of a sweep flattens.
struct SweepKnee {
  /// The answer the curve shows.
  let answer: Answer
  let first: Estimate
  let last: Estimate
  /// Index of the first value from which on at least nine tenths of the whole change are reached;
  /// nil where the curve does not flatten before its last tenth.
  let index: Int?

  /// The curve of the first answer of `key` that every value has and that changes by more than its
  /// intervals; nil if none does.
  init?(_ sweep: Sweep, key: [Answer]) {
    let areWaitsCut = sweep.answers.contains(where: \.areWaitsCut)
    for answer in key where !(areWaitsCut && answer.isWait) {
      let curve = sweep.answers.compactMap { $0[answer] }.filter { $0.observed > 0 }
      guard curve.count == sweep.answers.count, curve.count > 1, let first = curve.first,
        let last = curve.last, Self.differ(first, last)
      else { continue }
      self.answer = answer
      self.first = first
      self.last = last
      index = Self.knee(curve.map(\.mean), at: sweep.numbers)
      return
    }
    return nil
  }

  private static func differ(_ first: Estimate, _ last: Estimate) -> Bool {
    let change = (last.mean - first.mean).magnitude
    return change > first.halfWidth + last.halfWidth && change > 0
  }

  private static func knee(_ means: [Double], at numbers: [Double]) -> Int? {
    guard let from = means.first, let to = means.last, let start = numbers.first,
      let end = numbers.last, start != end
    else { return nil }
    // From the right: the last value that is still short of nine tenths comes before the knee.
    let short = means.indices.last { (means[$0] - from) / (to - from) < 0.9 } ?? 0
    let index = short + 1
    guard index < means.count, (numbers[index] - start) / (end - start) <= 0.75 else { return nil }
    return index
  }
}
