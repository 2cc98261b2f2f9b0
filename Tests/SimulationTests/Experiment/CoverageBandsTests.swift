import TestSupport
import Testing

@testable import Simulation

@Suite struct CoverageBandsTests {
  private static func runs(
    _ count: Int, days: Int, kecamatan: Int, using random: inout SplitMix64
  ) -> [CoverageSeries] {
    (0..<count).map { _ in
      var series = CoverageSeries(dayCount: days, kecamatanCount: kecamatan)
      for cell in series.obliged.indices {
        series.obliged[cell] = .random(in: 0...900, using: &random)
        series.recorded[cell] = .random(in: 0...series.obliged[cell], using: &random)
        series.holders[cell] = .random(in: 0...series.recorded[cell], using: &random)
      }
      return series
    }
  }

  /// Percent of all kecamatan together, or of one.
  private static func percent(
    _ part: [Int32], of whole: [Int32], _ cells: [Int]
  ) -> Double {
    let sums = cells.reduce((0.0, 0.0)) { ($0.0 + Double(part[$1]), $0.1 + Double(whole[$1])) }
    return sums.1 > 0 ? 100 * sums.0 / sums.1 : 0
  }

  @Test(arguments: UInt64(0)..<10)
  func bandsAgreeWithSortingTheSharesOfEveryRun(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let runs = Self.runs(
      .random(in: 1...40, using: &random), days: 5, kecamatan: 3, using: &random)
    let bands = CoverageBands(of: runs)
    for day in 0..<5 {
      let all = (0..<3).map { day * 3 + $0 }
      let groups = [(bands.whole, all)] + (0..<3).map { (bands.kecamatan[$0], [all[$0]]) }
      for (pair, cells) in groups {
        let recorded = runs.map { Self.percent($0.recorded, of: $0.obliged, cells) }
        let holders = runs.map { Self.percent($0.holders, of: $0.obliged, cells) }
        #expect(abs(pair.recorded.mean[day] - recorded.mean) < 1e-9)
        #expect(pair.recorded.tenth[day] == recorded.sorted().quantile(0.1))
        #expect(pair.holders.median[day] == holders.sorted().quantile(0.5))
        #expect(pair.holders.ninetieth[day] == holders.sorted().quantile(0.9))
      }
    }
  }

  @Test func theMeanIsThatOfAllRunsToTheNearestResident() {
    var (first, second) = (
      CoverageSeries(dayCount: 1, kecamatanCount: 1), CoverageSeries(dayCount: 1, kecamatanCount: 1)
    )
    (first.recorded[0], second.recorded[0]) = (10, 13)
    (first.obliged[0], second.obliged[0]) = (20, 20)
    let mean = CoverageSeries.mean(of: [first, second])
    #expect(mean.recorded == [12] && mean.obliged == [20] && mean.holders == [0])
    #expect(CoverageSeries.mean(of: []).dayCount == 0)
  }
}
