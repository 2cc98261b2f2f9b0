/// Residents who come for their cards, served in the order in which they come by the counter that
/// is free first, within the hours of the office.
///
/// Who is not called by closing time is served first on the next working day; whose turn has begun
/// is served to the end.
struct CounterQueue: Sendable {
  /// When each counter is free.
  private var freeAt: [Int32]

  init(counters: Int) {
    freeAt = Array(repeating: 0, count: max(1, counters))
  }

  /// Serves a resident who comes at `time`, no earlier than the one before.
  ///
  /// - Returns: When the turn begins and ends; nil if it is not within the simulated days.
  mutating func serve(
    comingAt time: Int32, seconds: Int32, within hours: DayHours
  ) -> (begins: Int32, ends: Int32)? {
    var counter = 0
    for other in freeAt.indices where freeAt[other] < freeAt[counter] { counter = other }
    guard let begins = Self.opening(from: max(time, freeAt[counter]), within: hours) else {
      return nil
    }
    freeAt[counter] = begins + seconds
    return (begins, begins + seconds)
  }

  /// The first moment from `time` on at which the office is open.
  private static func opening(from time: Int32, within hours: DayHours) -> Int32? {
    var day = Int(time / 86_400)
    while day < hours.dayCount {
      if hours.works(on: day), time < hours.closes[day] { return max(time, hours.opens[day]) }
      day += 1
    }
    return nil
  }
}
