internal import Custody
internal import Domain

/// The clocks of one device: the one on the wall, which anyone can set, and the one that counts from
/// when it was switched on.
struct DeviceClock {
  /// By how much the wall clock is ahead of the true time.
  var aheadMilliseconds: Int64 = 0
  private var boot: Int
  private var bootedAt: Instant
  private let name: String

  init(name: String, bootedAt: Instant) {
    self.name = name
    boot = 1
    self.bootedAt = bootedAt
  }

  mutating func restart(at now: Instant) {
    boot += 1
    bootedAt = now
  }

  func reading(at now: Instant) -> ClockReading {
    ClockReading(
      wall: now.adding(milliseconds: aheadMilliseconds), boot: "\(name)-\(boot)",
      uptime: now.milliseconds - bootedAt.milliseconds)
  }
}

extension Instant {
  func adding(milliseconds: Int64) -> Instant {
    Instant(milliseconds: self.milliseconds + milliseconds)
  }
}
