import Domain

/// How often a wrong PIN was typed in a row, and when last: each makes the next wait longer.
///
/// The wait is counted on the clock that nobody can set; a restart begins it anew.
public struct PINTries: Hashable, Sendable {
  public let wrong: Int
  public let last: ClockReading?

  public static let none = PINTries(wrong: 0, last: nil)

  public init(wrong: Int, last: ClockReading?) {
    self.wrong = max(0, wrong)
    self.last = last
  }

  /// The count after one more try, which is wrong until it turns out to be right.
  public func adding(at clock: ClockReading) -> PINTries {
    PINTries(wrong: wrong + 1, last: clock)
  }

  /// One second after the first wrong PIN, doubled with every other, a quarter of an hour at most.
  public var pause: Duration {
    wrong == 0 ? .zero : .seconds(min(Self.longestSeconds, 1 << min(wrong - 1, 20)))
  }

  /// How long to wait before the next try; zero if one may be made now.
  public func wait(at clock: ClockReading) -> Duration {
    guard let last else { return .zero }
    return max(.zero, pause - .milliseconds(elapsed(from: last, to: clock)))
  }

  private static let longestSeconds = 900

  private func elapsed(from last: ClockReading, to now: ClockReading) -> Int64 {
    let (start, end) =
      switch (last.uptime, now.uptime) {
      case (let start?, let end?) where last.boot == now.boot: (start, end)
      case (_, let end?): (Int64(0), end)
      default: (last.wall.milliseconds, now.wall.milliseconds)
      }
    let (milliseconds, overflows) = end.subtractingReportingOverflow(start)
    return overflows ? 0 : max(0, milliseconds)
  }
}
