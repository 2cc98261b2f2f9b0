import Glibc

/// Shares of several groups, each drawn towards what is expected of it the more, the fewer its cases
/// and the more alike the groups are: a desa with three calls does not go wild.
///
/// The share of a group is taken to vary about what is expected as a beta distribution, whose
/// strength, counted in cases, is that under which the groups' events are most likely (empirical
/// Bayes, beta-binomial). A group without cases has its expectation; one with many its own share.
///
/// Source: B. Efron, C. Morris, "Stein's estimation rule and its competitors", 1973; J. C. Kleinman,
/// "Proportions with extraneous variance", 1973.
struct ShrunkShares: Hashable, Sendable {
  let shares: [Double]
  /// How many cases the expectation weighs as much as.
  let strength: Double
  private let cases: [Int]

  static let weakest = 1.0
  static let strongest = 1e5

  /// - Parameter expected: The expected share of each group, above 0 and below 1.
  /// - Precondition: As many of each, and no group has more events than cases.
  init(cases: [Int], events: [Int], expected: [Double]) {
    precondition(cases.count == events.count && cases.count == expected.count)
    precondition(zip(cases, events).allSatisfy { $0 >= $1 && $1 >= 0 })
    let means = expected.map { min(max($0, 1e-6), 1 - 1e-6) }
    let groups = cases.indices.filter { cases[$0] > 0 }.map { index in
      Group(cases: cases[index], events: events[index], mean: means[index])
    }
    let strength = Self.likeliestStrength(groups)
    self.strength = strength
    shares = cases.indices.map { index in
      (Double(events[index]) + strength * means[index]) / (Double(cases[index]) + strength)
    }
    self.cases = cases
  }

  /// Where the share of a group lies with 95 % probability.
  func interval(of group: Int) -> ClosedRange<Double> {
    let weight = Double(cases[group]) + strength
    let success = shares[group] * weight
    let failure = (1 - shares[group]) * weight
    let lower = Self.quantile(0.025, success, failure)
    return lower...max(lower, Self.quantile(0.975, success, failure))
  }

  private struct Group {
    let cases: Int
    let events: Int
    let mean: Double
  }

  /// By golden section over the logarithm of the strength.
  private static func likeliestStrength(_ groups: [Group]) -> Double {
    guard groups.count > 1 else { return strongest }
    var (low, high) = (log(weakest), log(strongest))
    let ratio = 0.6180339887498949
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (likelihood(groups, exp(left)), likelihood(groups, exp(right)))
    while high - low > 0.01 {
      if atLeft < atRight {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = likelihood(groups, exp(right))
      } else {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = likelihood(groups, exp(left))
      }
    }
    let best = exp((low + high) / 2)
    // Where the groups differ no more than chance lets them, the likelihood rises to the end.
    return likelihood(groups, strongest) >= likelihood(groups, best) ? strongest : best
  }

  private static func likelihood(_ groups: [Group], _ strength: Double) -> Double {
    groups.reduce(0) { sum, group in
      sum + logRising(strength * group.mean, group.events)
        + logRising(strength * (1 - group.mean), group.cases - group.events)
        - logRising(strength, group.cases)
    }
  }

  /// The logarithm of `start (start + 1) ...`, so many factors.
  private static func logRising(_ start: Double, _ factors: Int) -> Double {
    guard factors > 0 else { return 0 }
    if factors < 16 {
      return (0..<factors).reduce(0) { $0 + log(start + Double($1)) }
    }
    var sign: Int32 = 0
    return lgamma_r(start + Double(factors), &sign) - lgamma_r(start, &sign)
  }

  /// The quantile of a beta distribution, by bisection.
  private static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if incompleteBeta(a, b, at: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
