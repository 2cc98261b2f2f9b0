public import Domain

/// What bounds the time of an event when its device's clock may be wrong, by mistake or on purpose.
///
/// Invariant: ``earliest`` is not after ``latest``. A device gives as `earliest` the office-signed
/// time it last saw plus what has passed since on a clock that nobody can set; as `latest` its own
/// clock's reading, and not less than that of an earlier event which the office may not have yet: a
/// clock that was set back showed a wrong time before or shows one now. The office narrows the
/// interval when the bundle arrives.
public struct ClockEvidence: Hashable, Sendable {
  public let earliest: Instant
  public let latest: Instant
  /// Milliseconds on the device's monotonic clock since ``earliest`` was last anchored in a time
  /// that the office signed; nothing where the device was restarted in between.
  public let elapsed: Int64?
  /// What a satellite receiver said, where there was one.
  public let satellite: Instant?

  /// Nothing if the interval is upside down or `elapsed` negative.
  public init?(
    earliest: Instant, latest: Instant, elapsed: Int64? = nil, satellite: Instant? = nil
  ) {
    guard earliest <= latest, elapsed ?? 0 >= 0 else { return nil }
    self.earliest = earliest
    self.latest = latest
    self.elapsed = elapsed
    self.satellite = satellite
  }
}

/// What a device's clocks show at one moment; an argument wherever time is recorded.
public struct ClockReading: Hashable, Sendable {
  /// The clock on the wall, which anyone can set.
  public let wall: Instant
  /// The running of the machine since it was last switched on: its random name.
  public let boot: String?
  /// Milliseconds since then; it counts on while the machine sleeps.
  public let uptime: Int64?
  public let satellite: Instant?

  public init(
    wall: Instant, boot: String? = nil, uptime: Int64? = nil, satellite: Instant? = nil
  ) {
    self.wall = wall
    self.boot = boot
    self.uptime = uptime
    self.satellite = satellite
  }
}
