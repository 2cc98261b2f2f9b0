public import Domain

/// Who waits how long from print ready (PRR) to the card in hand, group beside group.
///
/// Waits of cards still under way when the period ends count as long as they have lasted: medians and
/// percentiles are those of the product-limit estimate, so that a group that gets no cards does not
/// look as if it were served fast.
///
/// Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", Journal
/// of the American Statistical Association 53, 1958.
public struct FairnessTable: Hashable, Sendable {
  /// How cards are told apart.
  public enum Dimension: String, CaseIterable, Hashable, Sendable {
    case kecamatan, place, kind, urgency, age, sex, channel, signal
  }

  public struct Row: Hashable, Sendable {
    /// Nil for the residents with signal, whom no group of the record names.
    public var group: WaitGroup?
    public var title: Phrase
    /// Nil if the group is too small to be shown.
    public var figures: Figures?
  }

  /// What a group of cards shows.
  public struct Figures: Hashable, Sendable {
    /// Cards of one run, mean: with their resident by the end, and not.
    public var reached: Double
    public var waiting: Double
    /// In days; nil if too many of them were still waiting to tell.
    public var median: Int?
    public var ninetieth: Int?
    /// Of those whose promise fell due or that came earlier, in percent; nil if there are none.
    public var withinPromisePercent: Double?
    /// The median over everyone's; nil if either is not known or everyone's is 0.
    public var ratioToEveryone: Double?

    /// Cards of one run, mean.
    public var cards: Double { reached + waiting }
  }

  public struct Section: Hashable, Sendable {
    public var dimension: Dimension
    /// In the order of the scenario.
    public var rows: [Row]
    /// The longest median over the shortest of those shown, at least 1; nil for fewer than two, or
    /// if the shortest is 0 days.
    public var longestToShortest: Double?
    /// The Gini coefficient of the groups' mean waits, weighted by their cards: 0 if all groups wait
    /// alike, towards 1 if one does all the waiting; nil for fewer than two groups shown.
    public var gini: Double?
  }

  /// Groups with fewer cards in a run, on average, are not shown.
  public static let fewestCards = 5

  public var everyone: Figures?
  /// One for each dimension that tells at least one group, in the order of ``Dimension``.
  public var sections: [Section]

  /// - Parameters:
  ///   - runs: The replications that `waits` is the sum of.
  ///   - includesSex: Whether it was asked for; told from the NIK rule.
  public init(
    _ waits: WaitTable, of scenario: Scenario, runs: Int, includesSex: Bool = false
  ) {
    let cards = WaitTally.all(in: waits)
    let promise = scenario.goals.promiseDays
    let everyone = cards.first { $0.group == .everyone }
    let median = everyone?.quantile(0.5)
    self.everyone = everyone?.figures(runs: runs, promiseDays: promise, medianOfEveryone: median)
    sections = []
    for dimension in Dimension.allCases where includesSex || dimension != .sex {
      let tallies = Self.tallies(of: dimension, among: cards)
      guard !tallies.isEmpty else { continue }
      let rows = tallies.map { tally in
        Row(
          group: tally.group, title: tally.group.title(in: scenario),
          figures: tally.figures(runs: runs, promiseDays: promise, medianOfEveryone: median))
      }
      let shown = zip(tallies, rows).filter { $1.figures != nil }.map { $0.0 }
      sections.append(
        Section(
          dimension: dimension, rows: rows,
          longestToShortest: Self.longestToShortest(rows.compactMap { $0.figures?.median }),
          gini: gini(shown.map { (Double($0.count), $0.meanDays) })))
    }
  }

  /// The tables of a study's scenario.
  public init(_ studied: StudiedScenario, runs: Int, includesSex: Bool = false) {
    self.init(studied.waits, of: studied.scenario, runs: runs, includesSex: includesSex)
  }

  private static func tallies(of dimension: Dimension, among all: [WaitTally]) -> [WaitTally] {
    guard dimension == .signal else {
      return all.filter { $0.group?.dimension == dimension }
    }
    guard let without = all.first(where: { $0.group == .withoutSignal }), without.count > 0,
      let everyone = all.first(where: { $0.group == .everyone })
    else { return [] }
    return [everyone.without(without), without]
  }

  private static func longestToShortest(_ medians: [Int]) -> Double? {
    guard medians.count > 1, let longest = medians.max(), let shortest = medians.min(),
      shortest > 0
    else { return nil }
    return Double(longest) / Double(shortest)
  }
}

/// The Gini coefficient of values with weights; nil for fewer than two.
///
/// Half the mean absolute difference of two cards' values over their mean.
func gini(_ weighted: [(weight: Double, value: Double)]) -> Double? {
  let total = weighted.reduce(0) { $0 + $1.weight }
  let mean = weighted.reduce(0) { $0 + $1.weight * $1.value } / total
  guard weighted.count > 1, total > 0 else { return nil }
  guard mean > 0 else { return 0 }
  var differences = 0.0
  for one in weighted {
    for other in weighted {
      differences += one.weight * other.weight * abs(one.value - other.value)
    }
  }
  return differences / (2 * total * total * mean)
}
