/// A time on the clock of the office, in whole seconds since midnight.
///
/// Invariant: from 00:00 to 47:59:59, so that a shift may end after midnight.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let seconds: Int32

  public static let midnight = TimeOfDay(checked: 0)

  /// Creates a time, or nothing outside two days.
  public init?(seconds: Int32) {
    guard (0..<172_800).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  private init(checked seconds: Int32) { self.seconds = seconds }

  /// Reads `HH:MM`, or `HH.MM` as Indonesian forms write it.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(isASCIIDigit) }),
      (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hours = Int32(parts[0]), let minutes = Int32(parts[1]), minutes < 60
    else { return nil }
    self.init(seconds: hours * 3600 + minutes * 60)
  }

  /// The time so many minutes later, at most the last second of the second day.
  public func adding(minutes: Int) -> TimeOfDay {
    let later = Int(seconds) + 60 * max(-3000, min(3000, minutes))
    return TimeOfDay(checked: Int32(max(0, min(172_799, later))))
  }

  /// `HH:MM`; a time past midnight counts on, as `25:10`.
  public var description: String {
    "\(padded(Int(seconds) / 3600, to: 2)):\(padded(Int(seconds) / 60 % 60, to: 2))"
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}
