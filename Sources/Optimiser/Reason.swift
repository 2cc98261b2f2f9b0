/// Why a vehicle cannot take a job into its run.
///
/// A pinned job comes with all jobs of its sequence.
public enum Reason: Hashable, Sendable {
  /// The job does not allow this vehicle.
  case notAllowed
  /// The vehicle lacks a skill.
  case skill
  /// The job is pinned to another vehicle.
  case pinned
  /// The bag lacks so much room in the first dimension that is too full, even with one reload more
  /// where there may be one.
  case capacity(missing: Int)
  /// The run has as many stops as it may have.
  case maximumStops
  /// There is no way to the job's location, or none onward.
  case unreachable
  /// No window can be kept: the job's own, or one of a job already in the run.
  case timeWindow
  /// The vehicle would have no moment left for its break.
  case `break`
  /// The run would be out longer than it may be, by so much.
  case maximumDuration(overrunSeconds: Int)
  /// The run would be on the way longer than it may be, by so much.
  case maximumTravel(overrunSeconds: Int)
  /// The run would go farther than it may, by so much.
  case maximumDistance(overrunMetres: Int)
  /// The run would be back after the shift, by so much.
  case shift(overrunSeconds: Int)
}
