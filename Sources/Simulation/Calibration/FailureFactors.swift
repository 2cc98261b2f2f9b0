/// By how much hour, weekday and place raise or lower the share of calls that fail.
///
/// Each call's chance is taken as the share of first or of later calls, times a factor of its hour,
/// times one of its weekday, as the simulation has it. The factors are fitted in turn, each given
/// the others, until they settle (iterative proportional fitting), and each is drawn towards 1 by
/// ``ShrunkShares``. Places are held against what hour and weekday let expect of their calls.
///
/// Source: W. E. Deming, F. F. Stephan, "On a least squares adjustment of a sampled frequency table",
/// 1940.
struct FailureFactors: Sendable {
  private(set) var hours: [GroupShare] = []
  private(set) var weekdays: [GroupShare] = []
  private(set) var kecamatan: [GroupShare] = []
  private(set) var places: [GroupShare] = []
  /// The share of first and of later calls that fail where both factors are 1.
  private(set) var first = 0.0
  private(set) var later = 0.0

  private var hourFactors = Array(repeating: 1.0, count: 24)
  private var weekdayFactors = Array(repeating: 1.0, count: 7)

  init(_ calls: [HistorySamples.Call], _ scenario: Scenario) {
    for _ in 0..<6 {
      fitShares(calls)
      hourFactors = fit(calls, count: 24, without: .hour) { call in call.hour }.factors
      weekdayFactors = fit(calls, count: 7, without: .weekday) { call in call.weekday }.factors
    }
    hours = fit(calls, count: 24, without: .hour) { call in call.hour }.groups
    weekdays = fit(calls, count: 7, without: .weekday) { call in call.weekday }.groups
    normalise(calls)
    fitShares(calls)
    places = fit(calls, count: scenario.places.count, without: nil) { call in call.place }.groups
    kecamatan =
      fit(calls, count: scenario.kecamatan.count, without: nil) { call in
        call.place.map { scenario.places[$0].kecamatan }
      }.groups
  }

  private mutating func fitShares(_ calls: [HistorySamples.Call]) {
    first = share(of: calls.filter { $0.number == 1 })
    later = share(of: calls.filter { $0.number > 1 })
  }

  private func share(of calls: [HistorySamples.Call]) -> Double {
    let weight = calls.reduce(0) { $0 + hourFactors[$1.hour] * weekdayFactors[$1.weekday] }
    let failed = calls.count { $0.reason != nil }
    return weight > 0 ? Double(failed) / weight : 0
  }

  private enum Factor { case hour, weekday }

  private func chance(of call: HistorySamples.Call, without own: Factor?) -> Double {
    let share = call.number == 1 ? first : later
    let hour = own == .hour ? 1 : hourFactors[call.hour]
    return share * hour * (own == .weekday ? 1 : weekdayFactors[call.weekday])
  }

  /// Holds the failures of each group against what the rest lets expect.
  ///
  /// - Parameter own: The factor that is fitted anew and must not count as expected.
  private func fit(
    _ calls: [HistorySamples.Call], count: Int, without own: Factor?,
    by group: (HistorySamples.Call) -> Int?
  ) -> Fit {
    var cases = Array(repeating: 0, count: count)
    var failed = cases
    var expected = Array(repeating: 0.0, count: count)
    for call in calls {
      guard let group = group(call) else { continue }
      cases[group] += 1
      failed[group] += call.reason == nil ? 0 : 1
      expected[group] += chance(of: call, without: own)
    }
    let overall = Double(failed.reduce(0, +)) / Double(max(1, cases.reduce(0, +)))
    let means = expected.indices.map { index in
      cases[index] > 0 ? max(expected[index] / Double(cases[index]), 1e-6) : max(overall, 1e-6)
    }
    return Fit(cases: cases, failed: failed, means: means)
  }

  /// The groups of one circumstance, held against what is expected of each.
  private struct Fit {
    let cases: [Int]
    let failed: [Int]
    let means: [Double]
    private let shrunk: ShrunkShares

    init(cases: [Int], failed: [Int], means: [Double]) {
      self.cases = cases
      self.failed = failed
      self.means = means
      shrunk = ShrunkShares(cases: cases, events: failed, expected: means)
    }

    var factors: [Double] { zip(shrunk.shares, means).map { $0 / $1 } }

    var groups: [GroupShare] {
      cases.indices.map { index in
        let interval = shrunk.interval(of: index)
        let mean = means[index]
        return GroupShare(
          group: index, calls: cases[index], failed: failed[index], share: shrunk.shares[index],
          interval: interval, factor: shrunk.shares[index] / mean,
          factorInterval: (interval.lowerBound / mean)...(interval.upperBound / mean))
      }
    }
  }

  /// Makes the mean factor over first calls 1, so that the share of first calls is what it is.
  private mutating func normalise(_ calls: [HistorySamples.Call]) {
    let firstCalls = calls.filter { $0.number == 1 }
    guard !firstCalls.isEmpty else { return }
    let mean = { (factor: (HistorySamples.Call) -> Double) in
      firstCalls.reduce(0) { $0 + factor($1) } / Double(firstCalls.count)
    }
    let weekdayMean = mean { weekdayFactors[$0.weekday] }
    scale(&weekdays, by: 1 / weekdayMean)
    weekdayFactors = weekdays.map(\.factor)
    let product = mean { hourFactors[$0.hour] * weekdayFactors[$0.weekday] }
    scale(&hours, by: 1 / product)
    hourFactors = hours.map(\.factor)
  }

  private func scale(_ groups: inout [GroupShare], by scale: Double) {
    for index in groups.indices where groups[index].calls > 0 {
      let interval = groups[index].factorInterval
      groups[index].factor *= scale
      groups[index].factorInterval =
        (interval.lowerBound * scale)...(interval.upperBound * scale)
    }
  }
}
