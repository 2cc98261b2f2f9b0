/// A validated routing problem: which jobs can be served by which vehicles, and what it costs.
///
/// Nothing in it can be out of range, so the search need not check again.
public struct Problem: Sendable {
  /// What a run costs, besides overtime and the fixed cost.
  public enum Measure: Sendable {
    /// The seconds from leaving to return: travel, setup, service and waiting, without breaks.
    case duration
    /// The travel seconds alone, as in the benchmarks of the literature.
    case travel
  }

  public let travel: TravelTimes
  public let jobs: [Job]
  public let vehicles: [Vehicle]
  public let measure: Measure

  /// Checks and keeps everything.
  ///
  /// - Throws: ``ProblemError`` for the first value that is wrong, jobs before vehicles.
  public init(
    travel: TravelTimes, jobs: [Job], vehicles: [Vehicle], measure: Measure = .duration
  ) throws(ProblemError) {
    for (index, job) in jobs.enumerated() {
      try job.validate(index: index, locations: travel.count, vehicles: vehicles.count)
    }
    for (index, vehicle) in vehicles.enumerated() {
      try vehicle.validate(index: index, locations: travel.count)
    }
    self.travel = travel
    self.jobs = jobs
    self.vehicles = vehicles
    self.measure = measure
  }

  /// The valid problem `other` with its jobs in another order.
  init(_ other: Problem, jobs: [Job]) {
    travel = other.travel
    self.jobs = jobs
    vehicles = other.vehicles
    measure = other.measure
  }

  /// The number of urgency levels, empty ones included.
  public var tierCount: Int { (jobs.map(\.tier).max() ?? 0) + 1 }
}
