/// A time limit shared out over problems by their size.
struct TimeBudget: Sendable {
  private let shares: [Duration]
  private let now: @Sendable () -> ContinuousClock.Instant

  /// - Parameter threads: How many problems are solved at the same time.
  init(
    _ limit: Duration, sizes: [Int], threads: Int,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    let total = max(1, sizes.reduce(0, +))
    let parallel = min(max(1, threads), max(1, sizes.count))
    shares = sizes.map { min(limit, limit * (Double(parallel * $0) / Double(total))) }
    self.now = now
  }

  /// Starts the clock of one problem; asked, it tells which part of the share is over, from 0 to 1.
  func started(_ problem: Int) -> @Sendable () -> Double {
    let share = shares[problem]
    let begun = now()
    return { [now] in share > .zero ? min(1, (now() - begun) / share) : 1 }
  }
}
