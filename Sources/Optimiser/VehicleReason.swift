/// What stands between one vehicle and one job.
public struct VehicleReason: Hashable, Sendable {
  public var vehicle: Int
  /// Why the job does not fit into the vehicle's run as it is; nil when it would fit.
  public var reason: Reason?
  /// Why it would not even fit if the vehicle had nothing else to do; nil when it would.
  public var reasonWhenEmpty: Reason?
}
