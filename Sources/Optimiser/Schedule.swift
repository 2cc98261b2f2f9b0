/// When everything on one route happens, in seconds of the day.
///
/// The route returns as early as it can, then leaves as late as that allows; service starts at
/// once where a window is open, and a break is taken at the earliest moment that fits.
public struct Schedule: Equatable, Sendable {
  /// One visit: setup and waiting from `arrival`, service from `start` to `departure`.
  public struct Stop: Equatable, Sendable {
    public var job: Int
    public var arrival: Int
    public var start: Int
    public var departure: Int
  }

  /// One break of the vehicle, taken on the way to a stop.
  public struct Pause: Equatable, Sendable {
    /// An index into the vehicle's breaks.
    public var index: Int
    public var start: Int
    public var end: Int
    /// The position in `stops` it is in front of; `stops.count` is the way back.
    public var beforeStop: Int
  }

  public var vehicle: Int
  public var leaveSeconds: Int
  public var stops: [Stop]
  public var breaks: [Pause]
  public var returnSeconds: Int
  /// From leaving to return, breaks not counted.
  public var durationSeconds: Int
  /// The part of `durationSeconds` on the way.
  public var travelSeconds: Int
  /// The part of `durationSeconds` spent waiting for a window to open or a break to begin.
  public var waitingSeconds: Int
  /// What the route adds to ``Objective/cost``.
  public var cost: Int64
}
