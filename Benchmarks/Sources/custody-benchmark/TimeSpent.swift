import Foundation

/// What something took on the wall and of the processor, in seconds.
struct TimeSpent {
  let wallSeconds: Double
  /// Of all threads of the process: other work on the machine counts little.
  let processorSeconds: Double

  /// The clocks as they stand.
  static var now: TimeSpent {
    TimeSpent(
      wallSeconds: seconds(of: CLOCK_MONOTONIC),
      processorSeconds: seconds(of: CLOCK_PROCESS_CPUTIME_ID))
  }

  static func since(_ begin: TimeSpent) -> TimeSpent {
    let end = now
    return TimeSpent(
      wallSeconds: end.wallSeconds - begin.wallSeconds,
      processorSeconds: end.processorSeconds - begin.processorSeconds)
  }

  static func * (time: TimeSpent, factor: Double) -> TimeSpent {
    TimeSpent(
      wallSeconds: time.wallSeconds * factor, processorSeconds: time.processorSeconds * factor)
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
