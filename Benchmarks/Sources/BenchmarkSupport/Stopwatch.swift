import Foundation

/// Seconds of the process since it was made.
public struct Stopwatch: Sendable {
  public enum Clock: Sendable {
    /// CPU seconds of all threads: other work on the machine does not count.
    case cpu
    /// Seconds on the wall: what comparing numbers of threads needs.
    case wall
  }

  private let clock: Clock
  private let begin: Double

  public init(_ clock: Clock) {
    self.clock = clock
    begin = Self.now(clock)
  }

  public var seconds: Double { Self.now(clock) - begin }

  private static func now(_ clock: Clock) -> Double {
    var time = timespec()
    clock_gettime(clock == .cpu ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
