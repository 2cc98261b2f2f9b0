import Domain

/// A moment as the clocks of the office show it.
struct LocalTime: Hashable, Comparable, Sendable {
  /// Seconds since midnight of 1 January 1970 on those clocks.
  let seconds: Int

  init(_ instant: Instant, in zone: TimeZoneOffset) {
    let milliseconds = Int(instant.milliseconds)
    let whole = (milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000
    seconds = whole + Int(zone.seconds)
  }

  /// As ``CalendarDate/dayNumber``.
  var day: Int { (seconds - secondOfDay) / 86_400 }

  var hour: Int { secondOfDay / 3600 }

  private var secondOfDay: Int { (seconds % 86_400 + 86_400) % 86_400 }

  static func < (left: LocalTime, right: LocalTime) -> Bool { left.seconds < right.seconds }
}
