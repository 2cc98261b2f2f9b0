/// Coverage over the days, in percent of those who must hold a card, as the replications show it.
public struct CoverageBands: Hashable, Sendable {
  /// Of one kecamatan, or of the place as a whole; zero where nobody must hold a card.
  public struct Pair: Hashable, Sendable {
    /// Residents whose biometrics are recorded.
    public var recorded: Band
    /// Residents who hold their card.
    public var holders: Band
  }

  public var whole: Pair
  /// In the order of ``Scenario/kecamatan``.
  public var kecamatan: [Pair]

  /// - Parameter runs: The coverage of each replication, all of one shape.
  /// - Precondition: There is at least one.
  public init(of runs: [CoverageSeries]) {
    precondition(!runs.isEmpty, "no replication to draw bands from")
    let count = runs[0].kecamatanCount
    whole = Pair(of: runs, 0..<count)
    kecamatan = (0..<count).map { Pair(of: runs, $0..<$0 + 1) }
  }
}

extension CoverageBands.Pair {
  /// Of the kecamatan of a range together.
  fileprivate init(of runs: [CoverageSeries], _ kecamatan: Range<Int>) {
    let dayCount = runs[0].dayCount
    recorded = Band(dayCount: dayCount) { day in
      runs.map { $0.percent(of: $0.recorded, day: day, kecamatan) }
    }
    holders = Band(dayCount: dayCount) { day in
      runs.map { $0.percent(of: $0.holders, day: day, kecamatan) }
    }
  }
}

extension CoverageSeries {
  /// What part `counted` is of the residents who must hold a card.
  fileprivate func percent(of counted: [Int32], day: Int, _ kecamatan: Range<Int>) -> Double {
    var (part, whole) = (0, 0)
    for index in kecamatan {
      part += Int(counted[day * kecamatanCount + index])
      whole += Int(obliged[day * kecamatanCount + index])
    }
    return whole > 0 ? 100 * Double(part) / Double(whole) : 0
  }

  /// The mean of several replications, to the nearest resident; of no shape where there are none.
  static func mean(of runs: [CoverageSeries]) -> CoverageSeries {
    guard var mean = runs.first else { return CoverageSeries(dayCount: 0, kecamatanCount: 0) }
    func means(_ counts: (CoverageSeries) -> [Int32]) -> [Int32] {
      var sums = Array(repeating: 0, count: mean.recorded.count)
      for run in runs {
        for (cell, count) in counts(run).enumerated() { sums[cell] += Int(count) }
      }
      return sums.map { Int32(($0 + runs.count / 2) / runs.count) }
    }
    (mean.recorded, mean.holders, mean.obliged) = (
      means { $0.recorded }, means { $0.holders }, means { $0.obliged }
    )
    return mean
  }
}
