/// The jobs one vehicle serves, in visiting order.
public struct Route: Hashable, Sendable {
  /// An index into the problem's vehicles.
  public var vehicle: Int
  /// Indices into the problem's jobs.
  public var jobs: [Int]
  /// Positions in ``jobs`` in front of which the bag is filled again, ascending; the first job
  /// needs no reload.
  public var reloadsBefore: [Int]

  public init(vehicle: Int, jobs: [Int], reloadsBefore: [Int] = []) {
    self.vehicle = vehicle
    self.jobs = jobs
    self.reloadsBefore = reloadsBefore
  }
}
