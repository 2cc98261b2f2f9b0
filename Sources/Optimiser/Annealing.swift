/// Simulated annealing over an objective of tiers: when a worse plan is followed all the same.
///
/// Source: Kirkpatrick, Gelatt, Vecchi, 1983; the temperature falls exponentially.
struct Annealing {
  private let first: Double
  private let lastShare: Double
  /// What a unit of weight left out counts when it comes to following a worse plan.
  private let weightSeconds: Double
  private var temperature: Double

  /// Takes the first temperature from how far apart jobs are, and the worth of a unit left out
  /// from what serving one costs in `runs`.
  init(_ runs: borrowing Runs, nearest: borrowing NearestJobs, tuning: Tuning) {
    let fifth = min(5, nearest.count) - 1
    var seconds = 0
    for job in 0..<(fifth < 0 ? 0 : runs.flat.jobCount) {
      seconds += nearest.seconds(job, fifth)
    }
    let mean = Double(seconds) / Double(max(1, runs.flat.jobCount))
    first = max(1, mean * tuning.firstTemperature * runs.flat.prices.meanPerSecond)
    lastShare = tuning.lastTemperatureShare
    weightSeconds = max(1, Double(runs.totalCost) / Double(max(1, runs.servedCount)))
    temperature = first
  }

  /// Sets the temperature for a search of which `progress`, in `0...1`, is over.
  mutating func cool(to progress: Double) {
    temperature =
      first
      * Transcendental.exponential(Transcendental.logarithm(lastShare) * min(1, max(0, progress)))
  }

  /// Whether to follow `new` where `old` was: always when it is better, sometimes when not.
  func accepts(
    _ new: borrowing Standing, over old: borrowing Standing, using random: inout SplitMix64
  ) -> Bool {
    let allowance = allowance(using: &random)
    let lost = new.firstLoss(against: old)
    if lost != 0 { return Double(lost) * weightSeconds < allowance }
    return Double(new.cost - old.cost) < allowance
  }

  /// The same where nothing but the cost differs.
  func accepts(_ new: Int, over old: Int, using random: inout SplitMix64) -> Bool {
    Double(new - old) < allowance(using: &random)
  }

  /// Draws by how much a plan may be worse and is followed all the same.
  func allowance(using random: inout SplitMix64) -> Double {
    -temperature * Transcendental.logarithm(1 - random.fraction())
  }
}
