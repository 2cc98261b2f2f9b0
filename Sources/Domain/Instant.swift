/// A moment, in whole milliseconds since 1 January 1970 UTC.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The moment at which clocks `zone` read `time` on `date`.
  public init(_ date: CalendarDate, at time: TimeOfDay, in zone: TimeZoneOffset) {
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(time.seconds) - Int64(zone.seconds)
    milliseconds = seconds * 1000
  }

  /// The calendar date that clocks in `zone` show at this moment.
  public func date(in zone: TimeZoneOffset) -> CalendarDate {
    CalendarDate(dayNumber: Int(localSeconds(in: zone).dividedDown(by: 86_400)))
  }

  /// `YYYY-MM-DDTHH:MM:SS+07:00` (RFC 3339).
  public func text(in zone: TimeZoneOffset) -> String {
    let local = localSeconds(in: zone)
    let seconds = Int(local - local.dividedDown(by: 86_400) * 86_400)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
    return "\(date(in: zone))T\(clock.joined(separator: ":"))\(zone)"
  }

  private func localSeconds(in zone: TimeZoneOffset) -> Int64 {
    milliseconds.dividedDown(by: 1000) + Int64(zone.seconds)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

/// One of the three fixed offsets of Indonesian clocks; there is no summer time.
public enum TimeZoneOffset: String, CaseIterable, Sendable, CustomStringConvertible {
  case western = "WIB"
  case central = "WITA"
  case eastern = "WIT"

  public var seconds: Int32 {
    switch self {
    case .western: 7 * 3600
    case .central: 8 * 3600
    case .eastern: 9 * 3600
    }
  }

  /// `+07:00`, as RFC 3339 and EPCIS write it.
  public var description: String { "+\(padded(Int(seconds) / 3600, to: 2)):00" }
}

extension Int64 {
  /// Division that rounds towards negative infinity; `divisor` is positive.
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
