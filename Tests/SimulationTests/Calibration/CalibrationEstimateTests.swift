import TestSupport
import Testing

@testable import Simulation

@Suite struct CalibrationEstimateTests {
  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func aShareHasTheIntervalOfThePaper(_ events: Int, _ cases: Int, _ low: Double, _ high: Double) {
    let estimate = ShareEstimate(events: events, cases: cases)
    #expect(abs(estimate.interval.lowerBound - low) < 0.00006)
    #expect(abs(estimate.interval.upperBound - high) < 0.00006)
  }

  @Test func aShareOfAllCasesReachesOne() {
    let estimate = ShareEstimate(events: 20, cases: 20)
    #expect(estimate.interval.upperBound == 1)
    #expect(abs(estimate.interval.lowerBound - 0.8389) < 0.0001)
  }

  @Test func tooFewCasesAreRefusedWithTheirNumber() {
    #expect(throws: CalibrationRefusal.tooFew(cases: 29, needed: 30, .calls)) {
      try ShareEstimate(events: 3, cases: 29, needed: 30, .calls)
    }
    #expect(throws: CalibrationRefusal.tooFew(cases: 0, needed: 1, .calls)) {
      try ShareEstimate(events: 0, cases: 0, needed: 0, .calls)
    }
    #expect(throws: CalibrationRefusal.tooFew(cases: 35, needed: 36, .gaps)) {
      try QuantileEstimate((0..<35).map(Double.init), needed: 10, .gaps)
    }
    #expect(throws: CalibrationRefusal.tooFew(cases: 1, needed: 2, .days)) {
      try MeanEstimate([4], needed: 1, .days)
    }
  }

  @Test func quantilesAreThoseOfTheSortedCases() throws {
    let estimate = try QuantileEstimate((1...101).reversed().map(Double.init), needed: 30, .gaps)
    #expect(estimate.median == 51)
    #expect(estimate.ninetieth == 91)
    // Of 101 cases the 41st and the 61st: 40 or fewer below the median in 2.3 % of samples.
    #expect(estimate.medianInterval == 41...61)
    #expect(try estimate.logNormal() == .logNormal(median: 51, ninetieth: 91))
  }

  @Test func halvingFindsTheIntervalsThatTryingEveryRankFinds() {
    for count in Array(1...60) + [99, 250, 401] {
      let sorted = (0..<count).map(Double.init)
      for share in [0.1, 0.5, 0.9] {
        #expect(
          QuantileEstimate.interval(of: share, in: sorted) == sorted.quantileInterval(share),
          "\(share) of \(count)")
      }
    }
  }

  @Test func casesThatAreAllAlikeHaveNoSpread() throws {
    let estimate = try QuantileEstimate(Array(repeating: 3, count: 50), needed: 30, .gaps)
    #expect(throws: CalibrationRefusal.noSpread(cases: 50)) { try estimate.logNormal() }
  }

  @Test func evenCountsAreStillTakenToVaryAsChanceDoes() throws {
    let even = try MeanEstimate(
      Array(repeating: 100, count: 16), needed: 5, .days, areCounts: true)
    // Poisson: a standard deviation of 10, a standard error of 2.5, t of 2.131.
    #expect(even.mean == 100)
    #expect(abs(even.interval.upperBound - 105.328) < 0.001)
    let measured = try MeanEstimate(Array(repeating: 100, count: 16), needed: 5, .days)
    #expect(measured.interval == 100...100)
  }

  @Test func theMedianOfTwoGroupsDiffersByTheShiftBetweenThem() throws {
    let short = (0..<101).map { Double($0) / 10 }
    let difference = try MedianDifference(short.map { $0 + 2 }, over: short, needed: 30)
    #expect(abs(difference.difference - 2) < 1e-9)
    #expect(difference.interval.contains(2))
    #expect(difference.interval.lowerBound > 0)
  }

  @Test func theIntervalOfAShareCoversTheTruthInItsNominalShare() {
    var random = SplitMix64(seed: 11)
    for truth in [0.05, 0.2, 0.5] {
      var covered = 0
      for _ in 0..<1000 {
        let events = (0..<120).count { _ in Double.random(in: 0..<1, using: &random) < truth }
        if ShareEstimate(events: events, cases: 120).interval.contains(truth) { covered += 1 }
      }
      #expect((925...980).contains(covered), "\(truth): \(covered)")
    }
  }

  @Test func theIntervalsOfQuantilesCoverTheTruthInTheirNominalShare() throws {
    var random = SplitMix64(seed: 12)
    let spread = Spread.logNormal(median: 3, ninetieth: 7)
    var (middle, high) = (0, 0)
    for _ in 0..<400 {
      let values = (0..<80).map { _ in
        spread.value(at: Double.random(in: 0..<1, using: &random))
      }
      let estimate = try QuantileEstimate(values, needed: 30, .gaps)
      if estimate.medianInterval.contains(3) { middle += 1 }
      if estimate.ninetiethInterval.contains(7) { high += 1 }
    }
    #expect((370...399).contains(middle), "\(middle)")
    #expect((370...399).contains(high), "\(high)")
  }
}
