import Optimiser

/// How the best plan became better over time, thinned so that a long search stays a short file.
struct SolveTrace {
  private struct Row {
    let processSeconds: Double
    let wallSeconds: Double
    let steps: Int
    let best: Objective
  }

  private var rows: [Row] = []
  /// The last improvement, while it is too close to the row before it to be one itself.
  private var waiting: Row?
  private var best: Objective?

  mutating func note(_ best: Objective, after steps: Int, _ budget: SolveBudget) {
    guard self.best.map({ best < $0 }) ?? true else { return }
    self.best = best
    let row = Row(
      processSeconds: budget.processSeconds, wallSeconds: budget.elapsedSeconds,
      steps: steps, best: best)
    let isDue = rows.last.map { row.wallSeconds > $0.wallSeconds * 1.01 + 0.001 } ?? true
    if isDue { rows.append(row) }
    waiting = isDue ? nil : row
  }

  /// - Parameter cost: Writes a cost in the file's unit.
  func csv(cost: (Int64) -> String) -> String {
    var text = "cpu_seconds,wall_seconds,steps,left_out,cost\n"
    for row in rows + [waiting].compactMap(\.self) {
      let leftOut = row.best.unservedByTier.reduce(0, +)
      let columns = [
        Self.decimal(row.processSeconds), Self.decimal(row.wallSeconds), "\(row.steps)",
        "\(leftOut)", cost(row.best.cost),
      ]
      text += columns.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func decimal(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1_000).rounded())
    let part = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - part.count) + part
  }
}
