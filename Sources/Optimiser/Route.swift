/// The jobs one vehicle serves, in visiting order.
public struct Route: Hashable, Sendable {
  /// An index into the problem's vehicles.
  public var vehicle: Int
  /// Indices into the problem's jobs.
  public var jobs: [Int]

  public init(vehicle: Int, jobs: [Int]) {
    self.vehicle = vehicle
    self.jobs = jobs
  }
}
