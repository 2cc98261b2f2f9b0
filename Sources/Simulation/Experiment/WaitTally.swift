/// The waits of one group of cards, summed over the runs of an experiment.
struct WaitTally: Hashable, Sendable {
  /// Nil for the residents with signal.
  let group: WaitGroup?
  /// By bin of ``WaitHistogram``: cards that reached their resident, and cards that had not.
  private var reached: [Int]
  private var waiting: [Int]
  private var withinPromise: Int

  static func all(in table: WaitTable) -> [WaitTally] {
    table.groups.indices.map { index in
      WaitTally(
        group: table.groups[index], reached: table.reached[index].counts.map(Int.init),
        waiting: table.waiting[index].counts.map(Int.init),
        withinPromise: table.withinPromise[index])
    }
  }

  /// The cards of this group that are not in `other`, which is part of it.
  func without(_ other: WaitTally) -> WaitTally {
    WaitTally(
      group: nil, reached: zip(reached, other.reached).map { $0 - $1 },
      waiting: zip(waiting, other.waiting).map { $0 - $1 },
      withinPromise: withinPromise - other.withinPromise)
  }

  var count: Int { reached.reduce(0, +) + waiting.reduce(0, +) }

  /// The days within which a share of the cards reach their resident, by the product-limit estimate;
  /// nil if it does not get as far.
  func quantile(_ share: Double) -> Int? {
    var atRisk = Double(count)
    var remaining = 1.0
    for bin in reached.indices where atRisk > 0 {
      remaining *= 1 - Double(reached[bin]) / atRisk
      // A hundred cards of a hundred are all of them, whatever the last bit says.
      if 1 - remaining >= share - 1e-12 { return WaitHistogram.lastDay(of: bin) }
      atRisk -= Double(reached[bin] + waiting[bin])
    }
    return nil
  }

  /// Mean days waited so far, those of a week as its last.
  var meanDays: Double {
    let days = reached.indices.reduce(0) {
      $0 + (reached[$1] + waiting[$1]) * WaitHistogram.lastDay(of: $1)
    }
    return count == 0 ? 0 : Double(days) / Double(count)
  }

  /// Nil if there are too few cards to be shown.
  func figures(runs: Int, promiseDays: Int, medianOfEveryone: Int?) -> FairnessTable.Figures? {
    guard count >= FairnessTable.fewestCards * runs else { return nil }
    let arrived = reached.reduce(0, +)
    let overdue = waiting.indices.filter { WaitHistogram.lastDay(of: $0) > promiseDays }
      .reduce(0) { $0 + waiting[$1] }
    let median = quantile(0.5)
    var ratio: Double?
    if let median, let everyone = medianOfEveryone, everyone > 0 {
      ratio = Double(median) / Double(everyone)
    }
    return FairnessTable.Figures(
      reached: Double(arrived) / Double(runs), waiting: Double(count - arrived) / Double(runs),
      median: median, ninetieth: quantile(0.9),
      withinPromisePercent: arrived + overdue == 0
        ? nil : 100 * Double(withinPromise) / Double(arrived + overdue),
      ratioToEveryone: ratio)
  }
}
