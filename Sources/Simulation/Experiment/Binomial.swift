/// The number of successes in independent trials.
struct Binomial: Hashable, Sendable {
  let trials: Int
  /// Of success in each, above 0 and below 1.
  let share: Double

  /// The probability of at most `count` successes.
  func atMost(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return incompleteBeta(Double(trials - count), Double(count + 1), at: 1 - share)
  }
}
