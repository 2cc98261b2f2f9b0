/// Fits the estimate of run times to the real planner, kecamatan by kecamatan.
///
/// Start here: ``result()``. Samples of random doors are planned at several sizes and numbers of
/// couriers; the factor that brings the estimated way between doors nearest to the planned one
/// becomes ``SimulatedKecamatan/estimateFactor``. Its error is then measured on other samples, of
/// other sizes, that the fit has not seen. Same seed: same result.
public struct RunCalibration: Sendable {
  /// How many doors, visited by how many couriers.
  struct Size: Sendable {
    var stops: Int
    var couriers: Int
  }

  static let usualFittedSizes = [
    Size(stops: 5, couriers: 1), Size(stops: 10, couriers: 1), Size(stops: 20, couriers: 1),
    Size(stops: 40, couriers: 1), Size(stops: 80, couriers: 1), Size(stops: 60, couriers: 2),
    Size(stops: 120, couriers: 3),
  ]
  static let usualHeldOutSizes = [
    Size(stops: 8, couriers: 1), Size(stops: 15, couriers: 1), Size(stops: 30, couriers: 1),
    Size(stops: 60, couriers: 1), Size(stops: 80, couriers: 2), Size(stops: 90, couriers: 3),
  ]

  private let scenario: Scenario
  private let sampler: RunSampler
  /// Samples of each size.
  private let repetitions: Int
  private let fittedSizes: [Size]
  private let heldOutSizes: [Size]

  /// - Parameters:
  ///   - repetitions: Samples of each size and kecamatan, at least one.
  /// - Precondition: ``PlannedRuns/check(_:)`` finds nothing.
  public init(
    _ scenario: Scenario, planner: PlannedRuns, seed: UInt64, repetitions: Int = 4
  ) {
    self.init(
      scenario, planner: planner, seed: seed, repetitions: repetitions,
      fitting: Self.usualFittedSizes, holdingOut: Self.usualHeldOutSizes)
  }

  init(
    _ scenario: Scenario, planner: PlannedRuns, seed: UInt64, repetitions: Int,
    fitting fittedSizes: [Size], holdingOut heldOutSizes: [Size]
  ) {
    precondition(repetitions > 0, "\(repetitions) samples fit nothing")
    self.scenario = scenario
    self.repetitions = repetitions
    self.fittedSizes = fittedSizes
    self.heldOutSizes = heldOutSizes
    sampler = RunSampler(scenario, planner, seed: seed)
  }

  /// Plans all samples, fits and measures.
  ///
  /// - Complexity: 13 plans for each repetition and kecamatan, of 5 to 120 doors.
  public func result() -> Result {
    var fits: [Result.Fit] = []
    var before: [RunSampler.Sample] = []
    var after: [RunSampler.Sample] = []
    for kecamatan in scenario.kecamatan.indices {
      guard let fit = fit(kecamatan, &before, &after) else { continue }
      fits.append(fit)
    }
    return Result(
      fits: fits, uncalibrated: Result.Errors(before), calibrated: Result.Errors(after))
  }

  /// The fit of one kecamatan, or nil where nobody lives on land; the held-out samples with the
  /// factors 1 and fitted are added to `before` and `after`.
  private func fit(
    _ kecamatan: Int, _ before: inout [RunSampler.Sample], _ after: inout [RunSampler.Sample]
  ) -> Result.Fit? {
    let fitted = samples(of: fittedSizes, in: kecamatan, round: 0)
    guard !fitted.isEmpty else { return nil }
    let factor = Self.factor(fitting: fitted)
    let heldOut = samples(of: heldOutSizes, in: kecamatan, round: 1)
    let scaled = heldOut.map { $0.scaled(by: factor) }
    before += heldOut
    after += scaled
    return Result.Fit(
      kecamatan: kecamatan, factor: factor, samples: fitted.count,
      uncalibrated: Result.Errors(heldOut), calibrated: Result.Errors(scaled))
  }

  private func samples(of sizes: [Size], in kecamatan: Int, round: Int) -> [RunSampler.Sample] {
    sizes.enumerated().flatMap { index, size in
      (0..<repetitions).compactMap { repetition in
        sampler.sample(
          stops: size.stops, couriers: size.couriers, in: kecamatan,
          number: (round * 100 + index) * 10_000 + repetition)
      }
    }
  }

  /// The factor with the least squares of the relative misses of the way.
  static func factor(fitting samples: [RunSampler.Sample]) -> Double {
    var (above, below) = (0.0, 0.0)
    for sample in samples {
      let share = sample.betweenSeconds / sample.plannedWaySeconds
      let rest = 1 - sample.lineHaulSeconds / sample.plannedWaySeconds
      above += share * rest
      below += share * share
    }
    // Where doors lie nearer than the line haul says, the way between them cannot be negative.
    return below > 0 ? max(0.05, above / below) : 1
  }
}

extension RunCalibration {
  /// What the fit found, and how far estimates are from plans that it has not seen.
  public struct Result: Hashable, Sendable {
    /// Misses in percent of the planned time.
    public struct Errors: Hashable, Sendable {
      /// Of the time of a whole run, doors included: mean, and the worst sample.
      public var meanRunPercent = 0.0
      public var worstRunPercent = 0.0
      /// Of the time on the way alone.
      public var meanWayPercent = 0.0
      public var worstWayPercent = 0.0
    }

    public struct Fit: Hashable, Sendable {
      /// Index into ``Scenario/kecamatan``.
      public var kecamatan: Int
      public var factor: Double
      /// Plans that it was fitted to.
      public var samples: Int
      /// On held-out plans: with the factor 1, and with the fitted one.
      public var uncalibrated: Errors
      public var calibrated: Errors
    }

    /// In order of kecamatan; one in which nobody lives on land is not among them.
    public var fits: [Fit]
    /// Over the held-out plans of all kecamatan.
    public var uncalibrated: Errors
    public var calibrated: Errors
  }
}

extension RunCalibration.Result.Errors {
  init(_ samples: [RunSampler.Sample]) {
    guard !samples.isEmpty else { return }
    let runs = samples.map(\.runMissPercent)
    let ways = samples.map(\.wayMissPercent)
    meanRunPercent = runs.reduce(0, +) / Double(runs.count)
    worstRunPercent = runs.reduce(0, max)
    meanWayPercent = ways.reduce(0, +) / Double(ways.count)
    worstWayPercent = ways.reduce(0, max)
  }
}

extension Scenario {
  /// The same scenario with the fitted factors.
  public func calibrated(by result: RunCalibration.Result) -> Scenario {
    var scenario = self
    for fit in result.fits { scenario.kecamatan[fit.kecamatan].estimateFactor = fit.factor }
    return scenario
  }
}
