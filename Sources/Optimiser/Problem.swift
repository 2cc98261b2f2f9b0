/// A validated routing problem: which jobs can be served by which vehicles, and what it costs.
///
/// Nothing in it can be out of range, so the search need not check again.
public struct Problem: Sendable {
  /// Which seconds of a run cost ``Vehicle/costPerSecond``.
  public enum Measure: Sendable {
    /// The seconds from leaving to return: travel, setup, service, reloads and waiting, without
    /// breaks.
    case duration
    /// The travel seconds alone, as in the benchmarks of the literature.
    case travel
  }

  /// One entry per kind of way, all for the same locations; at least one.
  public let travel: [TravelTimes]
  public let jobs: [Job]
  public let vehicles: [Vehicle]
  public let measure: Measure
  public let pins: [PinnedSequence]
  /// The index in ``pins`` of every job that is pinned.
  let pinOfJob: [Int: Int]
  /// Whether any job picks something up.
  let hasPickups: Bool

  /// Checks and keeps everything.
  ///
  /// - Throws: ``ProblemError`` for the first value that is wrong: travel before jobs before
  ///   vehicles before pins.
  public init(
    travel: [TravelTimes], jobs: [Job], vehicles: [Vehicle], measure: Measure = .duration,
    pins: [PinnedSequence] = []
  ) throws(ProblemError) {
    self.travel = travel
    self.jobs = jobs
    self.vehicles = vehicles
    self.measure = measure
    self.pins = pins
    pinOfJob = Self.pinOfJob(pins)
    hasPickups = jobs.contains(where: \.picksUp)
    try validate()
  }

  /// The same for vehicles that all use the same kind of way.
  public init(
    travel: TravelTimes, jobs: [Job], vehicles: [Vehicle], measure: Measure = .duration,
    pins: [PinnedSequence] = []
  ) throws(ProblemError) {
    try self.init(
      travel: [travel], jobs: jobs, vehicles: vehicles, measure: measure, pins: pins)
  }

  /// The valid problem `other` with its jobs in another order, and the pins in their new numbers.
  init(_ other: Problem, jobs: [Job], pins: [PinnedSequence]) {
    travel = other.travel
    self.jobs = jobs
    vehicles = other.vehicles
    measure = other.measure
    self.pins = pins
    pinOfJob = Self.pinOfJob(pins)
    hasPickups = other.hasPickups
  }

  /// The number of locations.
  public var locationCount: Int { travel[0].count }

  /// The number of urgency levels, empty ones included.
  public var tierCount: Int { (jobs.map(\.tier).max() ?? 0) + 1 }

  /// The number of dimensions of every load.
  public var dimensionCount: Int { vehicles.first?.capacity.count ?? jobs.first?.demand.count ?? 1 }

  private static func pinOfJob(_ pins: [PinnedSequence]) -> [Int: Int] {
    var pinOfJob: [Int: Int] = [:]
    for (index, pin) in pins.enumerated() {
      for job in pin.jobs { pinOfJob[job] = index }
    }
    return pinOfJob
  }
}
