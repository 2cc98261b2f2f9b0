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

  /// One filling of the bag during the run: on the spot from `arrival`, off again at `departure`.
  public struct ReloadVisit: Equatable, Sendable {
    public var arrival: Int
    public var departure: Int
    /// The position in `stops` it is in front of.
    public var beforeStop: Int
  }

  /// One break of the vehicle, taken on the way to a stop or to a reload in front of it.
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
  public var reloads: [ReloadVisit]
  public var breaks: [Pause]
  public var returnSeconds: Int
  /// From leaving to return, breaks not counted.
  public var durationSeconds: Int
  /// The part of `durationSeconds` on the way.
  public var travelSeconds: Int
  /// The length of the way; 0 when ``TravelTimes`` has none.
  public var distanceMetres: Int
  /// The part of `durationSeconds` spent waiting for a window to open or a break to begin.
  public var waitingSeconds: Int
  /// What the route adds to ``Objective/cost``: the seconds that count and the metres at the
  /// vehicle's prices, its fixed cost, the seconds outside its work band, and what is paid for
  /// stops its driver does not know.
  public var cost: Int64
}
