/// Runs with room, of which a recreation now and then tries a few wherever they are.
///
/// Places near a job are not enough where jobs lie in villages: the last run of each has room that
/// only jobs of others on its way can fill.
struct FarRuns {
  /// How often some are tried, and how many of them then.
  private static let chance = 0.3
  private static let mostTried = 8

  private var withRoom: [Int32] = []
  /// Those that are tried at present; one may be among them twice.
  private(set) var tried: [Int32] = []

  /// Forgets which runs have room.
  mutating func beginSurvey() { withRoom.removeAll(keepingCapacity: true) }

  /// Takes note that `run` has stops and room for more.
  mutating func note(_ run: Int) { withRoom.append(Int32(truncatingIfNeeded: run)) }

  /// Draws which runs to try next, most of the time none.
  mutating func draw(using random: inout SplitMix64) {
    tried.removeAll(keepingCapacity: true)
    guard !withRoom.isEmpty, random.fraction() < Self.chance else { return }
    for _ in 0..<min(Self.mostTried, withRoom.count) {
      tried.append(withRoom[random.below(withRoom.count)])
    }
  }
}
