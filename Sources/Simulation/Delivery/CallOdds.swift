import Domain

/// How often calls fail, looked up by the hour of the week.
struct CallOdds: Sendable {
  /// Share of first calls, and of later ones, that fail.
  ///
  /// Shape: `7 x 24`, row-major, Monday first.
  private let firstShares: [Double]
  private let laterShares: [Double]
  /// Shares of the failures summed up to each.
  private let cumulativeReasons: [Double]
  /// The day of the week of the first simulated day, 0 for Monday.
  private let firstWeekday: Int

  /// - Precondition: 24 hour factors, 7 weekday factors and at least one failure.
  init(_ attempts: Attempts, firstDay: CalendarDate) {
    precondition(attempts.hourFactors.count == 24, "\(attempts.hourFactors.count) hour factors")
    precondition(
      attempts.weekdayFactors.count == 7, "\(attempts.weekdayFactors.count) weekday factors")
    precondition(!attempts.failures.isEmpty, "calls that fail need a reason")
    let factors = attempts.weekdayFactors.flatMap { day in attempts.hourFactors.map { day * $0 } }
    firstShares = factors.map { min(1, $0 * attempts.firstFailureShare) }
    laterShares = factors.map { min(1, $0 * attempts.laterFailureShare) }
    var sum = 0.0
    cumulativeReasons = attempts.failures.map { failure in
      sum += failure.share
      return sum
    }
    firstWeekday = firstDay.dayOfWeek.rawValue - 1
  }

  /// The share of calls at `time` that fail.
  func failureShare(at time: Int32, isFirstCall: Bool) -> Double {
    let weekday = (firstWeekday + Int(time / 86_400)) % 7
    let hour = weekday * 24 + Int(time % 86_400 / 3600)
    return isFirstCall ? firstShares[hour] : laterShares[hour]
  }

  /// The reason of a failure by a number from 0 to below 1.
  func reason(at uniform: Double) -> Int {
    let wanted = uniform * cumulativeReasons[cumulativeReasons.count - 1]
    var reason = 0
    while reason < cumulativeReasons.count - 1, cumulativeReasons[reason] <= wanted {
      reason += 1
    }
    return reason
  }
}
