import BenchmarkSupport
import Foundation
import Optimiser

/// The cost of the best plan over time, while every job is served.
struct Trace {
  /// Units per unit of distance in the file.
  let scale: Int
  private var points: [(seconds: Double, cost: Int64)] = []

  init(scale: Int) {
    self.scale = scale
  }

  /// Adds a point where `best` serves everyone and costs less than the last.
  mutating func note(_ best: Objective, after stopwatch: Stopwatch) {
    guard best.unservedByTier.allSatisfy({ $0 == 0 }) else { return }
    if let last = points.last, best.cost >= last.cost { return }
    points.append((stopwatch.seconds, best.cost))
  }

  /// The points as CSV.
  var text: String {
    points.reduce(into: "seconds,cost\n") { text, point in
      let cost = String(format: "%.*f", scale == 1 ? 0 : 1, Double(point.cost) / Double(scale))
      text += String(format: "%.2f", point.seconds) + ",\(cost)\n"
    }
  }
}
