/// How long a search lasts, and the seed that decides everything else.
///
/// A search has no clock of its own. With a number of steps, equal inputs give equal plans on
/// any machine; with a clock, the caller brings one.
public struct SearchParameters: Sendable {
  enum Budget: Sendable {
    case steps(Int)
    case clock(elapsedFraction: @Sendable () -> Double)
  }

  public let seed: UInt64
  /// The most threads the search may use; the plan does not depend on it.
  public var threads = 1
  let budget: Budget
  let shouldStop: @Sendable () -> Bool

  /// A search of `iterations` ruin and recreate steps, fewer when `shouldStop` says so.
  public init(
    iterations: Int, seed: UInt64, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seed = seed
    self.shouldStop = shouldStop
    budget = .steps(max(0, iterations))
  }

  /// A search until `elapsedFraction` reaches 1, or `shouldStop` says so.
  ///
  /// - Parameters:
  ///   - elapsedFraction: The part of the time that is over, in `0...1`; asked every few hundred
  ///     steps, it also sets the temperature.
  ///   - shouldStop: Asked as often; a reason to end early, such as an interrupt.
  public init(
    seed: UInt64, elapsedFraction: @escaping @Sendable () -> Double,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seed = seed
    self.shouldStop = shouldStop
    budget = .clock(elapsedFraction: elapsedFraction)
  }

  /// Returns the part of the budget used after `steps`, 1 when the search has to end.
  func fraction(after steps: Int) -> Double {
    if shouldStop() { return 1 }
    switch budget {
    case .steps(let count): return steps >= count ? 1 : Double(steps) / Double(count)
    case .clock(let elapsedFraction): return elapsedFraction()
    }
  }

  /// Returns how many steps to make after `steps` before looking at the budget again.
  func stride(after steps: Int) -> Int {
    guard case .steps(let count) = budget else { return 200 }
    return min(200, count - steps)
  }
}
